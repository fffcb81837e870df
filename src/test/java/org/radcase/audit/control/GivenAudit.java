package org.radcase.audit.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.radcase.platform.config.Settings;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.secrets.ServerKey;
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

  /** The trail of a server, with what brings its records into the table and what checks them. */
  public record Whole(Audit audit, DrainAudit drain, CheckAudit check) {}

  public static Whole of(Database database, Settings settings) {
    var spool = new AuditSpool(settings.home().resolve("audit-spool"));
    var audit = new Audit(spool, new FreshIds(Clock.systemUTC()), Clock.systemUTC());
    var chain = new Chain(new ServerKey(settings));
    var dao = new AuditDao(database);
    var trail = new AuditTrail(dao, chain, database, Clock.systemUTC());
    return new Whole(audit, new DrainAudit(spool, trail, audit), new CheckAudit(dao, chain));
  }

  /** What checks a trail, whose key may come later. */
  public static CheckAudit checking(Database database, Settings settings) {
    return new CheckAudit(new AuditDao(database), new Chain(new ServerKey(settings)));
  }

  public static Audit in(Path folder) {
    return new Audit(new AuditSpool(folder), new FreshIds(Clock.systemUTC()), Clock.systemUTC());
  }
}
