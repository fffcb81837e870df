package org.radcase.audit.control;

import org.jspecify.annotations.Nullable;
import org.radcase.audit.entity.Actor;

/** Says who reads the trail now, and how much of it; only the accounts know. */
public interface AuditReaders {
  /**
   * Who reads it.
   *
   * @param institution whose records she sees; null for all
   */
  record AuditReader(Actor actor, @Nullable String institution) {}

  /** @throws org.radcase.platform.problem.Problem admin.not-allowed */
  AuditReader current();
}
