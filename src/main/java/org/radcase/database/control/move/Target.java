package org.radcase.database.control.move;

import java.sql.SQLException;
import java.util.stream.Collectors;
import org.radcase.platform.jdbc.DatabaseRole;
import org.radcase.platform.jdbc.DatabaseRole.Kind;
import org.radcase.platform.jdbc.Dialect;
import org.radcase.platform.jdbc.Migrations;
import org.radcase.platform.jdbc.Pool;
import org.radcase.platform.jdbc.Sql;

/** Makes an empty PostgreSQL database ready to follow. */
final class Target {
  /** The parent of a row may come later in the same transaction. */
  private static final String DEFERRABLE =
      """
      DO $$ DECLARE c record; BEGIN
        FOR c IN SELECT conrelid::regclass AS owner, conname FROM pg_constraint
            WHERE contype = 'f' AND NOT condeferrable
              AND connamespace = current_schema()::regnamespace LOOP
          EXECUTE format('ALTER TABLE %s ALTER CONSTRAINT %I DEFERRABLE INITIALLY IMMEDIATE',
              c.owner, c.conname);
        END LOOP;
      END $$""";

  private Target() {}

  /** @throws org.radcase.platform.problem.Problem move.no-target, move.target-not-empty */
  static TableShapes prepare(Pool from, Pool to) {
    if (from.dialect() != Dialect.SQLITE || to.dialect() != Dialect.POSTGRESQL) {
      throw MoveProblem.NO_TARGET.because("Data moves from SQLite to PostgreSQL");
    }
    Migrations.run(to);
    var tables = TableShapes.read(from, to);
    var epoch = from.read(DatabaseRole::read).epoch();
    to.write(sql -> {
      requireOurs(sql);
      sql.update(DEFERRABLE);
      Journal.end(sql, tables);
      sql.update("TRUNCATE "
          + tables.inOrder().stream().map(TableShape::name).collect(Collectors.joining(", ")));
      new DatabaseRole(Kind.STANDBY, epoch).write(sql);
      return true;
    });
    return tables;
  }

  /** Empty, or what an earlier move left. */
  private static void requireOurs(Sql sql) throws SQLException {
    if (DatabaseRole.read(sql).kind() == Kind.STANDBY) return;
    var people = sql.first("SELECT COUNT(*) FROM person", row -> row.getLong(1)).orElseThrow();
    if (people > 0) {
      throw MoveProblem.TARGET_NOT_EMPTY.because("It has " + people + " people");
    }
  }
}
