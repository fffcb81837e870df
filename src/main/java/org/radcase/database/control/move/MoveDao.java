package org.radcase.database.control.move;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.radcase.database.entity.Mismatch;
import org.radcase.database.entity.Move;
import org.radcase.database.entity.MovePhase;
import org.radcase.database.entity.TableProgress;
import org.radcase.platform.jdbc.Sql;
import org.radcase.platform.json.Json;

/** Keeps how far a move has come, in the transaction of what it did. */
final class MoveDao {
  private static final String SELECT =
      "SELECT phase, started_at, since, details FROM database_move WHERE id = 1";
  private static final String REPLACE =
      """
      INSERT INTO database_move (id, phase, started_at, since, details) VALUES (1, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET phase = excluded.phase, started_at = excluded.started_at,
          since = excluded.since, details = excluded.details""";

  /** What is kept as JSON. */
  private record Details(
      int table,
      boolean backwards,
      List<Object> after,
      List<TableProgress> tables,
      List<Mismatch> found,
      long foundInAll,
      long longestPauseMillis) {}

  private MoveDao() {}

  static Optional<Move> read(Sql sql) throws SQLException {
    return sql.first(SELECT, MoveDao::move);
  }

  static void write(Sql sql, Move move) throws SQLException {
    var details = new Details(
        move.place().table(),
        move.place().backwards(),
        move.place().after(),
        move.tables(),
        move.found(),
        move.foundInAll(),
        move.longestPauseMillis());
    sql.update(
        REPLACE,
        move.phase().term(),
        move.startedAt().toEpochMilli(),
        move.since().toEpochMilli(),
        Json.text(details));
  }

  private static Move move(ResultSet row) throws SQLException {
    try {
      var details = Json.MAPPER.readValue(row.getString("details"), Details.class);
      return new Move(
          MovePhase.ofTerm(row.getString("phase")),
          Instant.ofEpochMilli(row.getLong("started_at")),
          Instant.ofEpochMilli(row.getLong("since")),
          new Move.Place(details.table, details.backwards, wide(details.after)),
          details.tables,
          details.found,
          details.foundInAll,
          details.longestPauseMillis);
    } catch (JsonProcessingException e) {
      throw new SQLException("The state of the move is damaged", e);
    }
  }

  /** JSON tells no {@code int} from a {@code long}; keys are the latter. */
  private static List<Object> wide(List<Object> key) {
    return key.stream()
        .map(part -> part instanceof Integer number ? (Object) number.longValue() : part)
        .toList();
  }
}
