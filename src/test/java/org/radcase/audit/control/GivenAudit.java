package org.radcase.audit.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.radcase.platform.time.FreshIds;

/** A trail whose spool is a folder of its own, for tests of all features. */
public final class GivenAudit {
  private GivenAudit() {}

  public static Audit anywhere() {
    try {
      return in(Files.createTempDirectory("radcase-audit-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Audit in(Path folder) {
    return new Audit(new AuditSpool(folder), new FreshIds(Clock.systemUTC()), Clock.systemUTC());
  }
}
