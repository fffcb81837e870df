package org.radcase.monitoring.control.alerts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.radcase.monitoring.entity.AlertRecord;
import org.radcase.monitoring.entity.AlertRecord.Acknowledgement;
import org.radcase.monitoring.entity.Severity;
import org.radcase.platform.jdbc.Database;

/** Alerts of all instances. */
@ApplicationScoped
class AlertDao {
  private static final String COLUMNS =
      """
      SELECT id, kind, subject, severity, server, since_at, worst, limit_passed, told_at, ended_at,
          acknowledged_at, acknowledged_by, notice
      FROM alert
      """;
  private static final String KEEP =
      """
      INSERT INTO alert (id, kind, subject, severity, server, since_at, worst, limit_passed, told_at,
          ended_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS BIGINT))
      ON CONFLICT (id) DO UPDATE SET severity = excluded.severity, worst = excluded.worst,
          limit_passed = excluded.limit_passed, told_at = excluded.told_at,
          ended_at = excluded.ended_at""";
  private static final String END_ALL_OF =
      "UPDATE alert SET ended_at = told_at WHERE ended_at IS NULL AND server = ?";
  private static final String END_UNTOLD =
      "UPDATE alert SET ended_at = told_at WHERE ended_at IS NULL AND told_at < ?";
  private static final String FORGET =
      "DELETE FROM alert WHERE since_at < ? AND ended_at IS NOT NULL";
  private static final String ACKNOWLEDGE =
      """
      UPDATE alert SET acknowledged_at = ?, acknowledged_by = ?
      WHERE id = ? AND acknowledged_at IS NULL""";
  private static final String NOTE = "UPDATE alert SET notice = ? WHERE id = ?";
  private static final String FIND = COLUMNS + "WHERE id = ?";

  private final Database database;

  @Inject
  AlertDao(Database database) {
    this.database = database;
  }

  /** Writes down new ones, and how known ones are now. */
  void keep(List<AlertRecord> alerts) {
    database.write(sql -> {
      sql.batch(KEEP, alerts.stream().map(AlertDao::row).toList());
      return alerts;
    });
  }

  private static List<@Nullable Object> row(AlertRecord alert) {
    var ended = alert.endedAt();
    return Arrays.asList(
        alert.id(),
        alert.kind(),
        alert.subject(),
        alert.severity().term(),
        alert.server(),
        alert.since().toEpochMilli(),
        alert.worst(),
        alert.limit(),
        alert.toldAt().toEpochMilli(),
        ended == null ? null : ended.toEpochMilli());
  }

  /** Ends those that an instance has left open. */
  void endAllOf(String server) {
    database.write(sql -> sql.update(END_ALL_OF, server));
  }

  /** Ends those of which nothing was heard from a time on. */
  void endUntold(Instant since) {
    database.write(sql -> sql.update(END_UNTOLD, since.toEpochMilli()));
  }

  void forget(Instant before) {
    database.write(sql -> sql.update(FORGET, before.toEpochMilli()));
  }

  /** Returns false if somebody has acknowledged it already, or there is none. */
  boolean acknowledge(String id, Instant at, String by) {
    return database.write(sql -> sql.update(ACKNOWLEDGE, at.toEpochMilli(), by, id)) == 1;
  }

  /** How the webhook took it. */
  void note(String id, String notice) {
    database.write(sql -> sql.update(NOTE, notice, id));
  }

  Optional<AlertRecord> find(String id) {
    return database.read(sql -> sql.first(FIND, AlertDao::alert, id));
  }

  private static String listed(AlertState state, boolean isAfter) {
    var conditions = isAfter ? "WHERE (since_at, id) < (?, ?)" : "WHERE since_at >= 0";
    var open = state == AlertState.OPEN ? " AND ended_at IS NULL" : "";
    return COLUMNS + conditions + open + "\nORDER BY since_at DESC, id DESC LIMIT ? OFFSET ?";
  }

  /** The newest first. */
  List<AlertRecord> list(AlertState state, int most, int offset) {
    return database.read(sql -> sql.list(listed(state, false), AlertDao::alert, most, offset));
  }

  /** Those that come after one. */
  List<AlertRecord> listAfter(AlertState state, Instant since, String id, int most) {
    return database.read(
        sql -> sql.list(listed(state, true), AlertDao::alert, since.toEpochMilli(), id, most, 0));
  }

  long count(AlertState state) {
    var open = state == AlertState.OPEN ? " AND ended_at IS NULL" : "";
    return database
        .read(sql -> sql.first(
            "SELECT COUNT(*) FROM alert WHERE since_at >= 0" + open, row -> row.getLong(1)))
        .orElseThrow();
  }

  private static AlertRecord alert(ResultSet row) throws SQLException {
    var acknowledged = row.getLong("acknowledged_at");
    var by = row.getString("acknowledged_by");
    var ended = row.getLong("ended_at");
    var hasEnded = !row.wasNull();
    return new AlertRecord(
        row.getString("id"),
        row.getString("kind"),
        row.getString("subject"),
        Severity.of(row.getString("severity")),
        row.getString("server"),
        Instant.ofEpochMilli(row.getLong("since_at")),
        row.getDouble("worst"),
        row.getDouble("limit_passed"),
        Instant.ofEpochMilli(row.getLong("told_at")),
        hasEnded ? Instant.ofEpochMilli(ended) : null,
        by == null ? null : new Acknowledgement(Instant.ofEpochMilli(acknowledged), by),
        row.getString("notice"));
  }
}
