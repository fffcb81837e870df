package org.radcase.accounts.control.sessions;

import org.radcase.platform.cache.GivenCaches;
import org.radcase.platform.jdbc.Database;

/** What a request asks of the DAO when no cache knows its session, for a benchmark of another package. */
public final class SessionStatements {
  private final SessionDao dao;

  public SessionStatements(Database database) {
    dao = new SessionDao(database, GivenCaches.changes());
  }

  /** Returns whether this hash of a token lets somebody in. */
  public boolean lookUp(String hash) {
    return dao.find(hash).flatMap(session -> dao.caller(session.person())).isPresent();
  }
}
