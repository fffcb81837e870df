package org.radcase.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import org.radcase.audit.entity.AuditEvent;

/** Takes what has happened into the trail. Thread-safe. */
@ApplicationScoped
public class Audit {
  /**
   * Records it; durable on this machine when it returns. The request's id and the client's address
   * are taken from the current request.
   *
   * @throws org.radcase.platform.problem.Problem audit.unavailable (503) if it cannot be kept
   */
  public void record(AuditEvent event) {}

  /**
   * Records that a study was read, unless the same person's reading of the same study was recorded
   * in the last 15 minutes. To be called before the first byte goes out.
   *
   * @throws org.radcase.platform.problem.Problem audit.unavailable (503) if it cannot be kept
   */
  public void recordReading(AuditEvent reading) {}
}
