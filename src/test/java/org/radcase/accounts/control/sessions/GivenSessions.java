package org.radcase.accounts.control.sessions;

import java.time.Clock;
import org.radcase.platform.cache.GivenCaches;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.time.FreshIds;

/** The sessions of a test's database, for tests of other packages. */
public final class GivenSessions {
  private GivenSessions() {}

  public static Sessions in(Database database, Clock clock) {
    var dao = new SessionDao(database, GivenCaches.changes());
    return new Sessions(dao, new SessionTouches(dao, clock), database, new FreshIds(clock), clock);
  }
}
