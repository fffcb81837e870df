package org.radcase.caches.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import org.radcase.accounts.control.administration.Administrators;
import org.radcase.accounts.entity.Caller;
import org.radcase.audit.control.Audit;
import org.radcase.audit.entity.AuditAction;
import org.radcase.audit.entity.AuditEvent;
import org.radcase.platform.metrics.Jobs;
import org.radcase.platform.metrics.MetricSource;
import org.radcase.platform.metrics.Readings;

/** Lets operators have the caches filled, and keeps what was last told of it. Thread-safe. */
@ApplicationScoped
public class WarmUps implements MetricSource {
  private final Administrators administrators;
  private final Audit audit;
  private final Event<WarmUpWanted> wanted;
  private volatile Optional<WarmUpReported> last = Optional.empty();

  @Inject
  WarmUps(Administrators administrators, Audit audit, Event<WarmUpWanted> wanted) {
    this.administrators = administrators;
    this.audit = audit;
    this.wanted = wanted;
  }

  /** @throws org.radcase.platform.problem.Problem admin.not-allowed */
  public void order(Caller caller) {
    administrators.checkOperator(caller);
    audit.record(AuditEvent.done(AuditAction.CACHE_WARMED, caller.actor()));
    wanted.fire(new WarmUpWanted());
  }

  void note(@Observes WarmUpReported report) {
    last = Optional.of(report);
  }

  @Override
  public void measure(Readings readings) {
    var running = last.filter(it -> it.state() == WarmUpReported.State.RUNNING).isPresent();
    Jobs.tell(readings, "cache-warm-up", running);
  }

  /** Empty if there was none since the start of the server. */
  Optional<WarmUpReported> last() {
    return last;
  }
}
