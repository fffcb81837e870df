package org.radcase.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.radcase.audit.entity.AuditFault;
import org.radcase.audit.entity.ChainedRecord;

/** Recomputes the chain and tells every place where the trail is not as it was written. */
@ApplicationScoped
public class CheckAudit {
  private static final int PAGE = 1_000;
  private static final int MOST_FAULTS = 100;

  /** What a check found; at most 100 faults. */
  public record Found(long records, int segments, List<AuditFault> faults) {}

  private final AuditDao dao;
  private final Chain chain;

  @Inject
  CheckAudit(AuditDao dao, Chain chain) {
    this.dao = dao;
    this.chain = chain;
  }

  public Found check() {
    return new Run().whole();
  }

  /** One check. For one thread. */
  private final class Run {
    private final List<AuditFault> faults = new ArrayList<>();
    // Read before the segments and records: what is appended meanwhile is not looked at.
    private final AuditDao.Head head = dao.head().orElseGet(() -> chain.headAt(0, Chain.ORIGIN));
    private final List<AuditDao.Segment> segments = dao.segments();
    private long records;
    private long sequence;
    private String mac = Chain.ORIGIN;
    private int at;

    Found whole() {
      passDropped();
      var page = upToHead();
      while (!page.isEmpty() && faults.size() < MOST_FAULTS) {
        page.forEach(this::check);
        page = upToHead();
      }
      while (at < segments.size() && faults.size() < MOST_FAULTS) leave(segments.get(at));
      checkHead();
      return new Found(records, segments.size(), List.copyOf(faults));
    }

    private List<ChainedRecord> upToHead() {
      return dao.after(sequence, PAGE).stream()
          .filter(it -> it.sequence() <= head.sequence())
          .toList();
    }

    private void checkHead() {
      if (!chain.headAt(head.sequence(), head.mac()).equals(head)) {
        faults.add(new AuditFault(at, null, "audit.head", "The end of the chain was set by hand"));
      } else if (sequence != head.sequence() || !mac.equals(head.mac())) {
        faults.add(new AuditFault(at, null, "audit.cut", "The chain does not end where it ended"));
      }
    }

    /** Segments at the beginning whose records are gone by right; their rows anchor the rest. */
    private void passDropped() {
      while (at < segments.size() && isDropped(segments.get(at))) leave(segments.get(at));
    }

    private boolean isDropped(AuditDao.Segment segment) {
      @Nullable String seal = segment.seal();
      return seal != null && chain.dropSealOf(seal).equals(segment.dropSeal());
    }

    private void check(ChainedRecord chained) {
      while (at < segments.size() && segments.get(at).number() < chained.segment()) {
        leave(segments.get(at));
      }
      records++;
      if (chained.sequence() != sequence + 1) {
        fault(chained, "audit.gap", "Records before it are missing");
      } else if (!chain
          .macOf(mac, chained.sequence(), chained.segment(), chained.audited())
          .equals(chained.mac())) {
        fault(chained, "audit.changed", "It is not as it was written");
      }
      if (at >= segments.size() || segments.get(at).number() != chained.segment()) {
        fault(chained, "audit.segment-missing", "Its segment is missing");
      }
      sequence = chained.sequence();
      mac = chained.mac();
    }

    /** Ends a segment, whose seal must fit what was in it. */
    private void leave(AuditDao.Segment segment) {
      at++;
      @Nullable Long last = segment.lastSequence();
      @Nullable String lastMac = segment.lastMac();
      if (last == null || lastMac == null || last > head.sequence()) return;
      if (!chain.sealOf(segment, last, lastMac).equals(segment.seal())) {
        faults.add(new AuditFault(
            segment.number(), null, "audit.seal", "The segment's seal does not fit"));
      }
      if (!isDropped(segment) && (sequence != last || !mac.equals(lastMac))) {
        faults.add(new AuditFault(
            segment.number(), null, "audit.cut", "The segment does not end as it was sealed"));
      }
      sequence = last;
      mac = lastMac;
    }

    private void fault(ChainedRecord chained, String code, String detail) {
      faults.add(new AuditFault(chained.segment(), chained.sequence(), code, detail));
    }
  }
}
