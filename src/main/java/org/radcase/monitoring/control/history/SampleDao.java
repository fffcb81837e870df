package org.radcase.monitoring.control.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.radcase.monitoring.entity.Step;
import org.radcase.platform.jdbc.Database;

/** Samples of all instances. */
@ApplicationScoped
class SampleDao {
  private static final String KEEP =
      """
      INSERT INTO metric_sample (step_seconds, began_at, instance, figures) VALUES (?, ?, ?, ?)
      ON CONFLICT (step_seconds, began_at, instance) DO UPDATE SET figures = excluded.figures""";
  private static final String OF_INSTANCE =
      """
      SELECT began_at, instance, figures FROM metric_sample
      WHERE step_seconds = ? AND began_at >= ? AND began_at < ? AND instance = ?""";
  private static final String SINCE =
      """
      SELECT began_at, instance, figures FROM metric_sample
      WHERE step_seconds = ? AND began_at >= ?""";
  private static final String FORGET =
      "DELETE FROM metric_sample WHERE step_seconds = ? AND began_at < ?";

  private final Database database;

  @Inject
  SampleDao(Database database) {
    this.database = database;
  }

  /** Instead of what may be there. */
  void keep(Step step, Instant began, String instance, String figures) {
    database.write(sql ->
        sql.update(KEEP, step.length().toSeconds(), began.toEpochMilli(), instance, figures));
  }

  /** What an instance measured from a time on, until before another. */
  List<Sample> ofInstance(Step step, Instant from, Instant to, String instance) {
    return database
        .read(sql -> sql.list(
            OF_INSTANCE,
            SampleDao::placed,
            step.length().toSeconds(),
            from.toEpochMilli(),
            to.toEpochMilli(),
            instance))
        .stream()
        .flatMap(Optional::stream)
        .map(PlacedSample::sample)
        .toList();
  }

  List<PlacedSample> since(Step step, Instant from) {
    return database
        .read(sql ->
            sql.list(SINCE, SampleDao::placed, step.length().toSeconds(), from.toEpochMilli()))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  void forget(Step step, Instant before) {
    database.write(sql -> sql.update(FORGET, step.length().toSeconds(), before.toEpochMilli()));
  }

  private static Optional<PlacedSample> placed(ResultSet row) throws SQLException {
    var began = Instant.ofEpochMilli(row.getLong("began_at"));
    var instance = row.getString("instance");
    return KeptSample.read(row.getString("figures"))
        .map(sample -> new PlacedSample(began, instance, sample));
  }
}
