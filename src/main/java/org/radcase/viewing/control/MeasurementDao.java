package org.radcase.viewing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.radcase.platform.jdbc.Database;
import org.radcase.viewing.entity.ConnectionType;
import org.radcase.viewing.entity.Device;
import org.radcase.viewing.entity.Measure;
import org.radcase.viewing.entity.Tally;

/** Counts of visits. What a newer instance beside this one counts, and this one doesn't know, stays. */
@ApplicationScoped
class MeasurementDao {
  private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

  private static final String ADD =
      """
      INSERT INTO viewer_measurement (began_at, measure, device, connection, bucket, visits)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (began_at, measure, device, connection, bucket)
      DO UPDATE SET visits = viewer_measurement.visits + excluded.visits""";

  private static final String TAKE_HOURS =
      """
      DELETE FROM viewer_measurement WHERE began_at < ? AND began_at % ? <> 0
      RETURNING began_at, measure, device, connection, bucket, visits""";

  private static final String FORGET = "DELETE FROM viewer_measurement WHERE began_at < ?";

  private static final String SINCE =
      """
      SELECT began_at - began_at % ? AS step_began, measure, device, bucket, SUM(visits) AS visits
      FROM viewer_measurement WHERE began_at >= ?
      GROUP BY 1, measure, device, bucket""";

  private static final String CONNECTIONS =
      """
      SELECT connection, SUM(visits) AS visits
      FROM viewer_measurement WHERE began_at >= ? AND measure = ?
      GROUP BY connection""";

  private final Database database;

  @Inject
  MeasurementDao(Database database) {
    this.database = database;
  }

  /** Adds to what is counted there, also by other instances. */
  void add(Map<Cell, Long> counts) {
    // In one order, so that two instances never wait for each other's rows.
    var rows = counts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.comparing(Cell::began)
            .thenComparing(Cell::measure)
            .thenComparing(Cell::device)
            .thenComparing(Cell::connection)
            .thenComparing(Cell::bucket)))
        .map(it -> row(it.getKey(), it.getValue()))
        .toList();
    database.write(sql -> {
      sql.batch(ADD, rows);
      return rows;
    });
  }

  /** Makes days of the hours before a time; when two instances do so, each takes what the other left. */
  void mergeIntoDays(Instant before) {
    database.write(sql -> {
      var rows = sql.list(TAKE_HOURS, MeasurementDao::rowOfDay, before.toEpochMilli(), DAY_MILLIS);
      sql.batch(ADD, rows);
      return rows;
    });
  }

  void forget(Instant before) {
    database.write(sql -> sql.update(FORGET, before.toEpochMilli()));
  }

  /** What was counted from a time on, by steps of an hour or a day; for reports. */
  List<Tally> since(Instant from, Duration step) {
    return database
        .readReport(
            sql -> sql.list(SINCE, MeasurementDao::tally, step.toMillis(), from.toEpochMilli()))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** How many visits came by which kind of line from a time on; for reports. */
  Map<ConnectionType, Long> connections(Instant from) {
    return database.readReport(sql -> {
      var visits = new EnumMap<ConnectionType, Long>(ConnectionType.class);
      sql.each(
          CONNECTIONS,
          row -> visits.merge(connection(row), row.getLong("visits"), Long::sum),
          from.toEpochMilli(),
          Measure.FRAMES.term());
      return visits;
    });
  }

  private static List<Object> row(Cell cell, long visits) {
    return List.of(
        cell.began().toEpochMilli(),
        cell.measure().term(),
        cell.device().term(),
        cell.connection().term(),
        cell.bucket(),
        visits);
  }

  private static List<Object> rowOfDay(ResultSet row) throws SQLException {
    var began = row.getLong("began_at");
    return List.of(
        began - began % DAY_MILLIS,
        row.getString("measure"),
        row.getString("device"),
        row.getString("connection"),
        row.getInt("bucket"),
        row.getLong("visits"));
  }

  private static Optional<Tally> tally(ResultSet row) throws SQLException {
    var began = Instant.ofEpochMilli(row.getLong("step_began"));
    var bucket = row.getInt("bucket");
    var visits = row.getLong("visits");
    var device = Device.of(row.getString("device"));
    return Measure.of(row.getString("measure"))
        .flatMap(measure -> device.map(it -> new Tally(began, measure, it, bucket, visits)));
  }

  private static ConnectionType connection(ResultSet row) throws SQLException {
    return ConnectionType.of(row.getString("connection")).orElse(ConnectionType.UNKNOWN);
  }
}
