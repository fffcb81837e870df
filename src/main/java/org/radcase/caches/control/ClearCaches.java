package org.radcase.caches.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.radcase.accounts.control.administration.Administrators;
import org.radcase.accounts.entity.Caller;
import org.radcase.audit.control.Audit;
import org.radcase.audit.entity.AuditAction;
import org.radcase.audit.entity.AuditEvent;
import org.radcase.platform.cache.CacheAdmin;

/** Lets operators take out of the caches what they do not trust. Nothing is lost by it but time. */
@ApplicationScoped
public class ClearCaches {
  private final Administrators administrators;
  private final CacheAdmin caches;
  private final Audit audit;

  @Inject
  ClearCaches(Administrators administrators, CacheAdmin caches, Audit audit) {
    this.administrators = administrators;
    this.caches = caches;
    this.audit = audit;
  }

  /** @throws org.radcase.platform.problem.Problem admin.not-allowed; cache.not-found; cache.no-entry */
  public void entry(Caller caller, String cache, String key) {
    administrators.checkOperator(caller);
    if (!caches.remove(ReadCaches.named(cache), key)) throw ReadCaches.noEntry(cache);
    record(caller, cache, "key " + key);
  }

  /** @throws org.radcase.platform.problem.Problem admin.not-allowed */
  public void tag(Caller caller, String tag) {
    administrators.checkOperator(caller);
    caches.removeTag(tag);
    record(caller, "all", "tag " + tag);
  }

  /** @throws org.radcase.platform.problem.Problem admin.not-allowed; cache.not-found */
  public void one(Caller caller, String cache) {
    administrators.checkOperator(caller);
    caches.clear(ReadCaches.named(cache));
    record(caller, cache, "all entries");
  }

  /** @throws org.radcase.platform.problem.Problem admin.not-allowed */
  public void all(Caller caller) {
    administrators.checkOperator(caller);
    caches.clearAll();
    record(caller, "all", "all entries");
  }

  private void record(Caller caller, String cache, String what) {
    audit.record(
        AuditEvent.done(AuditAction.CACHE_CLEARED, caller.actor()).about(cache).saying(what));
  }
}
