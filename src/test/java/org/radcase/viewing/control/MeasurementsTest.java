package org.radcase.viewing.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.accounts.entity.PersonId;
import org.radcase.accounts.entity.Role;
import org.radcase.platform.jdbc.Database;
import org.radcase.testing.EachDatabase;
import org.radcase.testing.TurnableClock;
import org.radcase.viewing.entity.ConnectionType;
import org.radcase.viewing.entity.Device;
import org.radcase.viewing.entity.Histogram;
import org.radcase.viewing.entity.Measure;
import org.radcase.viewing.entity.Tally;
import org.radcase.viewing.entity.Visit;

class MeasurementsTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Instant EVER = Instant.EPOCH;

  private final TurnableClock clock = new TurnableClock();

  private Measurements instanceOn(Database database) {
    return new Measurements(new MeasurementDao(database), new VisitLimit(), clock);
  }

  private static Caller somebody() {
    return new Caller(
        new PersonId(UUID.randomUUID()), "Ada", new InstitutionId(UUID.randomUUID()), Role.LEARNER);
  }

  private static Visit previewAfter(int millis) {
    return new Visit(
        Device.DESKTOP,
        ConnectionType.LIKE_4G,
        Map.of(Measure.PREVIEW, millis, Measure.FRAMES, 60));
  }

  private static void visits(Measurements measurements, Integer... previewMillis) {
    Stream.of(previewMillis).forEach(it -> measurements.take(somebody(), previewAfter(it)));
  }

  private static List<Tally> previews(Database database, Duration step) {
    return new MeasurementDao(database)
        .since(EVER, step).stream()
            .filter(it -> it.measure() == Measure.PREVIEW)
            .sorted((a, b) -> a.began().compareTo(b.began()))
            .toList();
  }

  private static Tally tally(Instant began, int previewMillis, long visits) {
    return new Tally(
        began, Measure.PREVIEW, Device.DESKTOP, Histogram.bucketOf(previewMillis), visits);
  }

  @EachDatabase
  void visits_are_counted_by_hour_and_bucket_when_they_are_written_down(Database database) {
    var measurements = instanceOn(database);
    visits(measurements, 200, 200, 3000);
    assertThat(previews(database, HOUR)).as("a reader waits for no write").isEmpty();

    measurements.write();

    var hour = TurnableClock.START.truncatedTo(ChronoUnit.HOURS);
    assertThat(previews(database, HOUR))
        .containsExactlyInAnyOrder(tally(hour, 200, 2), tally(hour, 3000, 1));
    measurements.write();
    assertThat(previews(database, HOUR)).as("once each").hasSize(2);
  }

  @EachDatabase
  void two_instances_on_one_database_add_up(Database database) {
    var one = instanceOn(database);
    var other = instanceOn(database);
    visits(one, 200, 200);
    visits(other, 200);

    one.write();
    other.write();

    assertThat(previews(database, HOUR)).extracting(Tally::visits).containsExactly(3L);
  }

  @EachDatabase
  void what_is_not_written_yet_is_written_when_the_server_stops(Database database) {
    var measurements = instanceOn(database);
    visits(measurements, 200);

    measurements.end();

    assertThat(previews(database, HOUR)).hasSize(1);
  }

  @EachDatabase
  void while_the_table_can_not_be_written_nothing_is_lost(Database database) {
    var measurements = instanceOn(database);
    visits(measurements, 200);
    rename(database, "viewer_measurement", "elsewhere");
    measurements.write();
    rename(database, "elsewhere", "viewer_measurement");
    assertThat(previews(database, HOUR)).isEmpty();

    measurements.write();

    assertThat(previews(database, HOUR)).extracting(Tally::visits).containsExactly(1L);
  }

  private static void rename(Database database, String from, String to) {
    database.write(sql -> sql.update("ALTER TABLE " + from + " RENAME TO " + to));
  }

  @EachDatabase
  void after_two_days_hours_become_days_which_count_the_same(DataSource source, Database database) {
    var measurements = instanceOn(database);
    visits(measurements, 200);
    clock.turn(HOUR);
    visits(measurements, 200, 3000);
    measurements.write();
    var byDays = previews(database, DAY);
    assertThat(previews(database, HOUR)).hasSize(3);

    clock.turn(Duration.ofDays(3));
    visits(measurements, 200);
    measurements.write();
    measurements.sweep();
    instanceOn(new Database(source)).sweep();

    var firstDay = TurnableClock.START.truncatedTo(ChronoUnit.DAYS);
    assertThat(previews(database, HOUR))
        .contains(tally(firstDay, 200, 2), tally(firstDay, 3000, 1))
        .hasSize(3);
    assertThat(previews(database, DAY)).containsAll(byDays);
  }

  @EachDatabase
  void after_thirty_days_they_are_forgotten(Database database) {
    var measurements = instanceOn(database);
    visits(measurements, 200);
    measurements.write();

    clock.turn(Duration.ofDays(30).minus(HOUR));
    measurements.sweep();
    assertThat(previews(database, DAY)).isNotEmpty();

    clock.turn(DAY);
    measurements.sweep();
    assertThat(previews(database, DAY)).isEmpty();
  }

  @EachDatabase
  void lines_are_counted_once_a_visit_and_what_is_unknown_of_a_newer_release_stays(
      Database database) {
    var measurements = instanceOn(database);
    visits(measurements, 200, 300);
    measurements.write();
    database.write(sql -> sql.update(
        "INSERT INTO viewer_measurement VALUES (?, 'frames', 'desktop', '6g', 1, 5)",
        clock.millis() - clock.millis() % HOUR.toMillis()));
    database.write(sql -> sql.update(
        "INSERT INTO viewer_measurement VALUES (?, 'warpFactor', 'desktop', '4g', 1, 5)",
        clock.millis() - clock.millis() % HOUR.toMillis()));

    var dao = new MeasurementDao(database);
    assertThat(dao.connections(EVER))
        .isEqualTo(Map.of(ConnectionType.LIKE_4G, 2L, ConnectionType.UNKNOWN, 5L));
    assertThat(dao.since(EVER, HOUR))
        .extracting(Tally::measure)
        .doesNotContainNull()
        .hasSize(4);
    clock.turn(Duration.ofDays(4));
    measurements.sweep();
    var measures = database.read(
        sql -> sql.list("SELECT measure FROM viewer_measurement", row -> row.getString(1)));
    assertThat(measures).contains("warpFactor");
  }
}
