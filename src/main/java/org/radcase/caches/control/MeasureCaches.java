package org.radcase.caches.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.radcase.accounts.control.administration.Administrators;
import org.radcase.accounts.entity.Caller;
import org.radcase.audit.control.Audit;
import org.radcase.audit.entity.AuditAction;
import org.radcase.audit.entity.AuditEvent;
import org.radcase.platform.cache.BenchmarkFigures;
import org.radcase.platform.cache.CacheAdmin;

/** Lets operators measure how fast the caches are now. */
@ApplicationScoped
public class MeasureCaches {
  /** Under a second with a Redis at hand, and enough for a 95th percentile. */
  private static final int ROUNDS = 1000;

  private final Administrators administrators;
  private final CacheAdmin caches;
  private final Audit audit;

  @Inject
  MeasureCaches(Administrators administrators, CacheAdmin caches, Audit audit) {
    this.administrators = administrators;
    this.caches = caches;
    this.audit = audit;
  }

  /** @throws org.radcase.platform.problem.Problem admin.not-allowed */
  public BenchmarkFigures now(Caller caller) {
    administrators.checkOperator(caller);
    audit.record(AuditEvent.done(AuditAction.CACHE_MEASURED, caller.actor()));
    return caches.benchmark(ROUNDS);
  }
}
