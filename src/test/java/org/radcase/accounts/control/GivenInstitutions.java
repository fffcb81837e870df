package org.radcase.accounts.control;

import org.radcase.platform.jdbc.Database;

/** The institutions of a test's database, for tests of all features. */
public final class GivenInstitutions {
  private GivenInstitutions() {}

  public static Institutions in(Database database) {
    return new Institutions(new InstitutionDao(database));
  }
}
