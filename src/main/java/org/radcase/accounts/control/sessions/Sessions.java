package org.radcase.accounts.control.sessions;

import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.radcase.accounts.control.AccountProblem;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.PersonId;
import org.radcase.accounts.entity.Secret;
import org.radcase.accounts.entity.Session;
import org.radcase.platform.beans.Direct;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.time.FreshIds;

/** The stays of people: begun by signing in, kept in the database, found by a secret's hash. */
@Direct
public class Sessions {
  /** Of one person; the one that was used least lately ends. */
  private static final int MOST = 50;

  private static final int MOST_AGENT_CHARACTERS = 300;

  /** Who comes in by a session. */
  public record SignedIn(Session session, Caller caller) {}

  /** A new session, and what opens it. */
  public record Begun(Session session, Secret secret) {}

  private final SessionDao dao;
  private final SessionTouches touches;
  private final Database database;
  private final FreshIds fresh;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  @Inject
  Sessions(SessionDao dao, SessionTouches touches, Database database, FreshIds fresh, Clock clock) {
    this.dao = dao;
    this.touches = touches;
    this.database = database;
    this.fresh = fresh;
    this.clock = clock;
  }

  public Begun begin(PersonId person, String address, String userAgent) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var agent = userAgent.substring(0, Math.min(userAgent.length(), MOST_AGENT_CHARACTERS));
    var session = new Session(fresh.next().toString(), person, now, now, address, agent);
    var secret = Secret.fresh(random);
    database.transaction(() -> {
      dao.add(session, secret.hash());
      dao.endOldest(person, MOST);
      return session;
    });
    return new Begun(session, secret);
  }

  /** Who comes with the secret, if it opens a session; the session is in use then. */
  public Optional<SignedIn> use(Secret secret) {
    var hash = secret.hash();
    var kept = dao.find(hash);
    if (kept.isEmpty()) return Optional.empty();
    // Others may have used it since it was kept: only the database knows that it has ended.
    var found = opened(kept).or(() -> opened(dao.read(hash)));
    if (found.isEmpty()) return Optional.empty();
    var session = found.get();
    var caller = dao.caller(session.person());
    caller.ifPresent(it -> touches.touch(session));
    return caller.map(it -> new SignedIn(session, it));
  }

  private Optional<Session> opened(Optional<Session> kept) {
    return kept.map(touches::withLastSeen).filter(it -> it.isOpen(clock.instant()));
  }

  /** Somebody's sessions, the last used first. */
  public List<Session> of(PersonId person) {
    return dao.of(person).stream()
        .map(touches::withLastSeen)
        .filter(session -> session.isOpen(clock.instant()))
        .toList();
  }

  /** @throws org.radcase.platform.problem.Problem session.not-found */
  public void end(PersonId person, String id) {
    if (!dao.end(person, id)) {
      throw AccountProblem.SESSION_NOT_FOUND.because("It has ended, or is not yours");
    }
  }

  /** Returns how many there were. */
  public int endAll(PersonId person) {
    return dao.endAll(person);
  }

  /**
   * Ends all but one.
   *
   * @return how many there were
   */
  public int endOthers(PersonId person, String id) {
    return dao.endOthers(person, id);
  }
}
