package org.radcase.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
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
      var segment = openSegment();
      var last = dao.last();
      var sequence = last.map(ChainedRecord::sequence).orElse(segment.firstSequence() - 1);
      var mac = sequence < segment.firstSequence()
          ? segment.previousMac()
          : last.map(ChainedRecord::mac).orElse(segment.previousMac());
      for (var audited : batch) {
        if (dao.has(audited.id())) continue;
        sequence++;
        mac = chain.macOf(mac, sequence, audited);
        dao.add(new ChainedRecord(sequence, segment.number(), audited, mac));
      }
      return sequence;
    });
    sealIfFull();
  }

  private AuditDao.Segment openSegment() {
    return dao.lockOpen().orElseGet(() -> {
      dao.open(1, 1, Chain.ORIGIN, clock.millis());
      return dao.lockOpen().orElseThrow();
    });
  }

  /** Also one that nobody has written to for long. */
  void sealIfFull() {
    var sealed = database.transaction(() -> {
      var segment = openSegment();
      var last = dao.last().filter(it -> it.segment() == segment.number());
      if (last.isEmpty() || !isFull(segment, last.get())) return "";
      var seal = chain.sealOf(segment, last.get().sequence(), last.get().mac());
      dao.seal(segment.number(), last.get().sequence(), last.get().mac(), clock.millis(), seal);
      dao.open(segment.number() + 1, last.get().sequence() + 1, last.get().mac(), clock.millis());
      return "Audit segment " + segment.number() + " of records " + segment.firstSequence() + " to "
          + last.get().sequence() + " is sealed: " + seal;
    });
    // Whoever changes the table cannot change the log as well.
    if (!sealed.isEmpty()) LOG.log(Level.INFO, sealed);
  }

  private boolean isFull(AuditDao.Segment segment, ChainedRecord last) {
    return last.sequence() - segment.firstSequence() + 1 >= MOST_RECORDS
        || clock.millis() - segment.openedAt() >= LONGEST_OPEN.toMillis();
  }

  /** Removes the records of segments that are older than must be kept. */
  void dropOld() {
    for (var segment : dao.sealedBefore(clock.millis() - RETENTION.toMillis())) {
      database.transaction(() -> {
        dao.drop(segment.number());
        return segment;
      });
      LOG.log(
          Level.INFO,
          "Audit segment {0} was dropped for its age; its seal was {1}",
          segment.number(),
          Objects.requireNonNullElse(segment.seal(), ""));
    }
  }
}
