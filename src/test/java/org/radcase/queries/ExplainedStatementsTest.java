package org.radcase.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.radcase.platform.jdbc.Database;
import org.radcase.queries.RecordingDataSource.Ran;
import org.radcase.testing.EachDatabase;

/** Every statement that the DAOs issue, on so much data that an index is the right plan. */
class ExplainedStatementsTest {
  private static final MuchData.Size SIZE = new MuchData.Size(2_000, 5_000, 20_000, 20_000, 20_000);

  /** A part of a word may stand anywhere in a name: those of the scope are read, from an index. */
  private static final Pattern WITHIN_NAMES =
      Pattern.compile("lower\\((p\\.name|r\\.actor_name)\\) LIKE");

  /** What a search only excludes leaves everything else: the texts of all that one may see. */
  private static final Pattern EXCLUDES =
      Pattern.compile("'public'[^@]*\\s+AND NOT \\(c\\.\\w+ (@@|IN)");

  /** Fewer would mean that the collecting collects nothing. */
  private static final int LEAST_STATEMENTS = 150;

  @EachDatabase
  void no_statement_reads_the_whole_of_a_table_that_grows(DataSource dataSource, Database database)
      throws SQLException {
    var made = MuchData.fill(dataSource, database, SIZE);
    var statements = new LinkedHashMap<String, Ran>();
    var recording =
        new RecordingDataSource(dataSource, ran -> statements.putIfAbsent(ran.sql(), ran));
    var calls = new DaoCalls(new Database(recording), new Values(made));

    calls.callAll();

    assertThat(calls.faults()).isEmpty();
    assertThat(statements).hasSizeGreaterThan(LEAST_STATEMENTS);
    MuchData.analyze(dataSource, database);
    var scans = new ArrayList<String>();
    try (var connection = dataSource.getConnection()) {
      for (var ran : statements.values()) {
        if (isReadOnPurpose(ran.sql())) continue;
        var whole = Plans.scansOf(connection, database.main().dialect(), ran);
        if (!whole.isEmpty()) scans.add(whole + "\n" + ran.sql() + "\n" + ran.arguments());
      }
    }
    assertThat(scans).isEmpty();
  }

  private static boolean isReadOnPurpose(String sql) {
    return WITHIN_NAMES.matcher(sql).find()
        || EXCLUDES.matcher(sql).find()
        // A segment is half of the test's trail.
        || sql.equals("DELETE FROM audit_record WHERE segment = ?");
  }
}
