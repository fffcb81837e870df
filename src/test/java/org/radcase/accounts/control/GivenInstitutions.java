package org.radcase.accounts.control;

import java.time.Clock;
import org.radcase.platform.cache.GivenCaches;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.time.FreshIds;

/** The institutions of a test's database, for tests of all features. */
public final class GivenInstitutions {
  private GivenInstitutions() {}

  public static Institutions in(Database database) {
    return new Institutions(
        new InstitutionDao(database),
        GivenCaches.changes(),
        database,
        new FreshIds(Clock.systemUTC()),
        Clock.systemUTC());
  }
}
