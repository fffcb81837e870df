package org.radcase.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.radcase.audit.entity.AuditRecord;
import org.radcase.audit.entity.ChainedRecord;
import org.radcase.platform.jdbc.Database;

/** Appends records to the chain, and seals its segments. */
@ApplicationScoped
class AuditTrail {
  private static final Logger LOG = System.getLogger("org.radcase.audit");
  private static final Duration LONGEST_OPEN = Duration.ofDays(1);

  /** Records of one segment. */
  static final int MOST_RECORDS = 10_000;

  /** Source: HIPAA 45 CFR 164.316(b)(2)(i), six years. */
  private static final Duration RETENTION = Duration.ofDays(6 * 366);

  private final AuditDao dao;
  private final Chain chain;
  private final Database database;
  private final Clock clock;

  @Inject
  AuditTrail(AuditDao dao, Chain chain, Database database, Clock clock) {
    this.dao = dao;
    this.chain = chain;
    this.database = database;
    this.clock = clock;
  }

  /** Appends them in one transaction; those that are there already are passed over. */
  void append(List<AuditRecord> batch) {
    database.transaction(() -> {
      var head = lockHead();
      var segment = openSegment();
      for (var audited : batch) {
        if (dao.has(audited.id())) continue;
        var sequence = head.sequence() + 1;
        var mac = chain.macOf(head.mac(), sequence, segment.number(), audited);
        dao.add(new ChainedRecord(sequence, segment.number(), audited, mac));
        head = chain.headAt(sequence, mac);
      }
      dao.moveHead(head);
      return head;
    });
    sealIfFull();
  }

  private AuditDao.Head lockHead() {
    return dao.lockHead(chain.headAt(0, Chain.ORIGIN));
  }

  private AuditDao.Segment openSegment() {
    return dao.openSegment().orElseGet(() -> {
      dao.open(1, 1, Chain.ORIGIN, clock.millis());
      return dao.openSegment().orElseThrow();
    });
  }

  /** Also one that nobody has written to for long. */
  void sealIfFull() {
    var sealed = database.transaction(() -> {
      var head = lockHead();
      var segment = openSegment();
      if (!isFull(segment, head)) return "";
      var seal = chain.sealOf(segment, head.sequence(), head.mac());
      dao.seal(segment.number(), head.sequence(), head.mac(), clock.millis(), seal);
      dao.open(segment.number() + 1, head.sequence() + 1, head.mac(), clock.millis());
      return "Audit segment " + segment.number() + " of records " + segment.firstSequence() + " to "
          + head.sequence() + " is sealed: " + seal;
    });
    // Whoever changes the table cannot change the log as well.
    if (!sealed.isEmpty()) LOG.log(Level.INFO, sealed);
  }

  private boolean isFull(AuditDao.Segment segment, AuditDao.Head head) {
    var records = head.sequence() - segment.firstSequence() + 1;
    return records >= MOST_RECORDS
        || (records > 0 && clock.millis() - segment.openedAt() >= LONGEST_OPEN.toMillis());
  }

  /**
   * Removes the records of the oldest segment, if it is older than must be kept. Only one at a time:
   * a clock that leaps years ahead must not take the whole trail before somebody notices.
   *
   * @return the number of the segment
   */
  OptionalInt dropOldest() {
    var old = dao.sealedBefore(clock.millis() - RETENTION.toMillis());
    if (old.isEmpty()) return OptionalInt.empty();
    var segment = old.get(0);
    dao.drop(segment.number(), chain.dropSealOf(Objects.requireNonNull(segment.seal())));
    return OptionalInt.of(segment.number());
  }
}
