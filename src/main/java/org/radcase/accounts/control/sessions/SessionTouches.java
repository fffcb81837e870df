package org.radcase.accounts.control.sessions;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.radcase.accounts.entity.Lifetime;
import org.radcase.accounts.entity.Session;
import org.radcase.platform.beans.Direct;
import org.radcase.platform.startup.ServerStarting;
import org.radcase.platform.time.Timers;

/**
 * Remembers which sessions were used, and writes it down now and then: a reader's request does not
 * wait for a write. A crash forgets the last half minute of it. Thread-safe.
 */
@Direct
class SessionTouches {
  private static final Logger LOG = System.getLogger("org.radcase.accounts");
  private static final long EVERY_SECONDS = 30;

  /** A session that was used so lately need not be noted again. */
  private static final Duration LATELY = Duration.ofMinutes(1);

  private final SessionDao dao;
  private final Clock clock;
  private final Map<String, Long> seen = new ConcurrentHashMap<>();

  /** What is in the database by our hand: a session that is kept elsewhere may be from before. */
  private final Map<String, Long> written = new ConcurrentHashMap<>();

  private final ScheduledExecutorService timer = Timers.named("radcase-sessions");

  @Inject
  SessionTouches(SessionDao dao, Clock clock) {
    this.dao = dao;
    this.clock = clock;
  }

  void begin(@Observes ServerStarting event) {
    var unused = timer.scheduleWithFixedDelay(
        this::writeAndSweep, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  @PreDestroy
  void end() {
    timer.shutdown();
    write();
  }

  public void touch(Session session) {
    var now = clock.millis();
    if (now - session.lastSeenAt().toEpochMilli() > LATELY.toMillis()) {
      seen.merge(session.id(), now, Math::max);
    }
  }

  /** The session as it is with what was not written yet. */
  public Session withLastSeen(Session session) {
    var later = Math.max(
        seen.getOrDefault(session.id(), Long.MIN_VALUE),
        written.getOrDefault(session.id(), Long.MIN_VALUE));
    if (later <= session.lastSeenAt().toEpochMilli()) return session;
    return session.seenAt(Instant.ofEpochMilli(later));
  }

  private void writeAndSweep() {
    write();
    try {
      sweep();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Ended sessions are removed later: " + e.getMessage());
    }
  }

  /** Removes sessions that have ended, also by a clock that was set back. */
  void sweep() {
    var now = clock.millis();
    written.values().removeIf(time -> now - time > Session.IDLE.toMillis());
    dao.sweep(
        now - Session.IDLE.toMillis(),
        now + Lifetime.AHEAD.toMillis(),
        now - Session.WHOLE.toMillis());
  }

  void write() {
    var used = new HashMap<>(seen);
    if (used.isEmpty()) return;
    try {
      dao.seen(used);
      written.putAll(used);
      used.forEach(seen::remove);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The use of sessions is noted later: " + e.getMessage());
    }
  }
}
