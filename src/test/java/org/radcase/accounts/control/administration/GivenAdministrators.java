package org.radcase.accounts.control.administration;

import java.time.Clock;
import org.radcase.accounts.control.GivenPeople;
import org.radcase.audit.control.GivenAudit;
import org.radcase.platform.jdbc.Database;

/** Who administers whom in a test's database, for tests of all features. */
public final class GivenAdministrators {
  private GivenAdministrators() {}

  public static Administrators in(Database database) {
    return new Administrators(GivenPeople.of(database, Clock.systemUTC()), GivenAudit.anywhere());
  }
}
