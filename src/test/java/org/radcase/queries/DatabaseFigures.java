package org.radcase.queries;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import javax.sql.PooledConnection;
import org.radcase.accounts.control.sessions.SessionStatements;
import org.radcase.accounts.entity.PersonId;
import org.radcase.baseline.Effort;
import org.radcase.baseline.InTurns;
import org.radcase.baseline.InTurns.Work;
import org.radcase.baseline.Turns;
import org.radcase.cases.control.CaseStatements;
import org.radcase.cases.control.ManyCases;
import org.radcase.cases.entity.CaseId;
import org.radcase.platform.jdbc.Database;
import org.radcase.queries.RecordingDataSource.Ran;
import org.radcase.testing.ServerConfigPools;
import org.radcase.testing.TestDatabases;

/**
 * The statements that readers wait for, by the DAOs over the pool of {@code server-config}; beside the
 * very same ones by JDBC alone, on a connection that stays open.
 */
public final class DatabaseFigures {
  private static final String GROUP = "database";
  private static final String PEER = "the same statements by JDBC alone";
  private static final MuchData.Size FULL = new MuchData.Size(2_000, 20_000, 20_000, 50_000, 1_000);
  private static final MuchData.Size SHORT = new MuchData.Size(200, 300, 300, 300, 0);

  /** In about every thirteenth case, as learners see it. */
  private static final String WORD = ManyCases.word(50);

  private static final String A_HASH =
      """
      SELECT s.token_hash FROM session s JOIN person p ON p.id = s.person_id
      WHERE p.active = 1 LIMIT 1""";

  /** Nobody who has revealed anything before: learners have. */
  private static final String TEACHERS =
      "SELECT id FROM person WHERE role <> 'learner' ORDER BY id";

  private final Effort effort;
  private final String product;
  private final DataSource dataSource;
  private final Database database;
  private final MuchData.Made made;
  private final List<Turns> figures = new ArrayList<>();
  private final List<PersonId> teachers;
  private int reveals;

  private DatabaseFigures(
      Effort effort, String product, DataSource dataSource, MuchData.Made made) {
    this.effort = effort;
    this.product = product;
    this.dataSource = dataSource;
    this.made = made;
    database = new Database(dataSource);
    teachers = database.read(
        sql -> sql.list(TEACHERS, row -> new PersonId(UUID.fromString(row.getString("id")))));
  }

  /** On a database of its own, which is filled and dropped again. */
  public static List<Turns> on(TestDatabases kind, Effort effort) throws Exception {
    var fresh = kind.fresh();
    var pool = ServerConfigPools.to(fresh.dataSource());
    try {
      var made =
          MuchData.fill(fresh.dataSource(), fresh.database(), effort == Effort.FULL ? FULL : SHORT);
      var product = kind == TestDatabases.SQLITE ? "SQLite" : "PostgreSQL";
      return new DatabaseFigures(effort, product, pool, made).measure();
    } finally {
      pool.close();
      fresh.drop().run();
    }
  }

  /** What DAOs over a database do, so that it can be recorded first. */
  private interface Asking {
    Work of(Database database);
  }

  private List<Turns> measure() throws Exception {
    var learner = made.callers().get(0);
    var id = made.cases().get(made.cases().size() / 2);
    var hash = aHash();
    compare("list of cases, first page", to -> {
      var cases = new CaseStatements(to);
      return () -> cases.firstPage(learner) > 0;
    });
    compare("one case", to -> {
      var cases = new CaseStatements(to);
      return () -> cases.one(id);
    });
    compare("search by a word", to -> {
      var cases = new CaseStatements(to);
      return () -> cases.bestOf(learner, WORD) > 0;
    });
    compareReveals();
    compare("session", to -> {
      var sessions = new SessionStatements(to);
      return () -> sessions.lookUp(hash);
    });
    return figures;
  }

  private String aHash() {
    return database.read(sql -> sql.first(A_HASH, row -> row.getString(1))).orElseThrow();
  }

  private void compare(String name, Asking asking) throws Exception {
    var ran = recorded(asking);
    try (var connection = dataSource.getConnection()) {
      var driver = driver(connection);
      add(name, asking.of(database), () -> {
        var ranAll = true;
        for (var one : ran)
          ranAll &= run(driver, one.sql(), one.arguments().values().toArray());
        return ranAll;
      });
    }
  }

  /** A reveal can be made once: each is of another case or another person. */
  private void compareReveals() throws Exception {
    var cases = new CaseStatements(database);
    Asking first = to -> () -> reveal(new CaseStatements(to));
    var ran = recorded(first).get(0);
    try (var connection = dataSource.getConnection()) {
      var driver = driver(connection);
      add("reveal", () -> reveal(cases), () -> {
        var arguments = ran.arguments().values().toArray();
        var next = reveals++;
        arguments[0] = caseOf(next).toString();
        arguments[1] = personOf(next).toString();
        return run(driver, ran.sql(), arguments);
      });
    }
  }

  private boolean reveal(CaseStatements cases) {
    var next = reveals++;
    return cases.reveal(caseOf(next), personOf(next), next);
  }

  private CaseId caseOf(int reveal) {
    return made.cases().get(reveal % made.cases().size());
  }

  private PersonId personOf(int reveal) {
    return teachers.get(reveal / made.cases().size());
  }

  private List<Ran> recorded(Asking asking) throws Exception {
    var ran = new ArrayList<Ran>();
    asking.of(new Database(new RecordingDataSource(dataSource, ran::add))).once();
    return ran.stream().filter(one -> !one.arguments().isEmpty()).toList();
  }

  /** What the pool wraps. */
  private static Connection driver(Connection connection) throws SQLException {
    return ((PooledConnection) connection).getConnection();
  }

  private static boolean run(Connection connection, String sql, Object... arguments)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (var i = 0; i < arguments.length; i++) statement.setObject(i + 1, arguments[i]);
      return sql.startsWith("SELECT") ? read(statement) : statement.executeUpdate() == 1;
    }
  }

  /** Every column of every row. */
  private static boolean read(PreparedStatement statement) throws SQLException {
    try (var rows = statement.executeQuery()) {
      var columns = rows.getMetaData().getColumnCount();
      var found = false;
      while (rows.next()) {
        found = true;
        for (var column = 1; column <= columns; column++) rows.getString(column);
      }
      return found;
    }
  }

  private void add(String name, Work dao, Work jdbc) throws Exception {
    figures.add(InTurns.measure(effort, GROUP, name + ", " + product, dao, PEER, jdbc));
  }
}
