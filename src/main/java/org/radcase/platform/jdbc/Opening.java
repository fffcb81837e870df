package org.radcase.platform.jdbc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.radcase.platform.config.StartupFailure;
import org.radcase.platform.jdbc.DatabaseRole.Kind;
import org.radcase.platform.problem.Problem;

/**
 * Migrates the databases and finds the one that has the data: after a move that is {@code
 * jdbc/radcase-next}, until the administrator makes it {@code jdbc/radcase}.
 */
@ApplicationScoped
public class Opening {
  private static final Logger LOG = System.getLogger("org.radcase.jdbc");

  private final Pools pools;
  private final Database database;

  @Inject
  public Opening(Pools pools, Database database) {
    this.pools = pools;
    this.database = database;
  }

  /** @throws StartupFailure if a database is not fit, or none or both have the data */
  public void open() {
    var main = pools.main();
    Migrations.run(main);
    var role = roleOf(main);
    switch (role.kind()) {
      case ACTIVE -> requireOnlyOne(role);
      case SWITCHING -> decide(role);
      case STANDBY, ARCHIVE -> openNext();
    }
  }

  private static DatabaseRole roleOf(Pool pool) {
    return pool.read(DatabaseRole::read);
  }

  /** The other one may be away, or strange: nobody has asked for it yet. */
  private void requireOnlyOne(DatabaseRole role) {
    if (pools.next().isEmpty()) return;
    try {
      var next = pools.next().get();
      if (!Migrations.isMigrated(next)) return;
      var other = roleOf(next);
      if (other.kind() == Kind.ACTIVE && other.epoch() > 0 && role.epoch() > 0) {
        throw new StartupFailure(
            "RadCase did not start: jdbc/radcase and jdbc/radcase-next both say"
                + " that they have the data; one of them was restored or copied by other means");
      }
    } catch (DatabaseFailure | Problem e) {
      LOG.log(Level.WARNING, "jdbc/radcase-next does not answer: " + e.getMessage());
    }
  }

  private void decide(DatabaseRole role) {
    var next = next();
    Migrations.run(next);
    var other = roleOf(next);
    if (other.kind() == Kind.ACTIVE && other.epoch() > role.epoch()) {
      database.open(next);
    } else {
      pools.main().write(sql -> {
        new DatabaseRole(Kind.ACTIVE, role.epoch()).write(sql);
        return role;
      });
    }
  }

  private void openNext() {
    var next = next();
    Migrations.run(next);
    var role = roleOf(next);
    if (role.kind() == Kind.SWITCHING) {
      next.write(sql -> {
        new DatabaseRole(Kind.ACTIVE, role.epoch()).write(sql);
        return role;
      });
    } else if (role.kind() != Kind.ACTIVE) {
      throw new StartupFailure(
          "RadCase did not start: neither jdbc/radcase nor jdbc/radcase-next has the data");
    }
    database.open(next);
  }

  private Pool next() {
    return pools
        .next()
        .orElseThrow(
            () -> new StartupFailure(
                "RadCase did not start: the data of jdbc/radcase has"
                    + " moved; make the database it moved to jdbc/radcase, or jdbc/radcase-next as before"));
  }
}
