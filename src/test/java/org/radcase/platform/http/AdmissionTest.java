package org.radcase.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcase.platform.http.Admission.Reason;
import org.radcase.platform.metrics.GivenMetrics;

class AdmissionTest {
  private static final int MOST = 160;

  private final AtomicLong nanos = new AtomicLong();
  private final Admission admission = new Admission(MOST, GivenMetrics.meters(), nanos::get);

  private void itStaysSo() {
    nanos.addAndGet(Duration.ofSeconds(2).toNanos());
  }

  /** So many come in, each from an address of its own. */
  private List<Presence> workers(int many) {
    return come(many, presence -> {});
  }

  private List<Presence> come(int many, Consumer<Presence> asThey) {
    var all = new ArrayList<Presence>();
    for (var i = 0; i < many; i++) {
      var presence = new Presence("192.0.2." + i);
      assertThat(admission.enter(presence, Priority.READING)).as("the %dth", i).isEmpty();
      asThey.accept(presence);
      all.add(presence);
    }
    return all;
  }

  private Optional<Reason> tries(Priority priority) {
    return tries(priority, "198.51.100.1");
  }

  private Optional<Reason> tries(Priority priority, String address) {
    var presence = new Presence(address);
    var refused = admission.enter(presence, priority);
    if (refused.isEmpty()) admission.leave(presence);
    return refused;
  }

  @Test
  void reports_are_refused_first_then_lists_and_reading_last() {
    workers(MOST / 4);
    itStaysSo();
    assertThat(tries(Priority.REPORTS)).hasValue(Reason.BUSY);
    assertThat(tries(Priority.LISTS)).isEmpty();

    workers(MOST / 4);
    assertThat(tries(Priority.LISTS)).hasValue(Reason.BUSY);
    assertThat(tries(Priority.READING)).isEmpty();

    workers(MOST / 2);
    assertThat(tries(Priority.READING)).as("of the last places").isEmpty();
    workers(MOST / 10);
    assertThat(tries(Priority.READING)).hasValue(Reason.FULL);
  }

  @Test
  void who_is_being_refused_takes_nobodys_place() {
    var judged = new AtomicReference<Runnable>(() -> {});
    var busy = new Admission(MOST, GivenMetrics.meters(), () -> {
      judged.getAndSet(() -> {}).run();
      return nanos.get();
    });
    for (var i = 0; i < MOST * 11 / 10 - 1; i++) {
      assertThat(busy.enter(new Presence("192.0.2." + i), Priority.READING)).isEmpty();
    }
    itStaysSo();
    var reader = new ArrayList<Optional<Reason>>();
    judged.set(() -> reader.add(busy.enter(new Presence("198.51.100.1"), Priority.READING)));

    assertThat(busy.enter(new Presence("198.51.100.2"), Priority.LISTS)).isPresent();

    assertThat(reader).containsExactly(Optional.empty());
  }

  @Test
  void a_crowd_that_passes_is_let_in() {
    workers(MOST * 2);

    for (var priority : Priority.values()) assertThat(tries(priority)).isEmpty();
    itStaysSo();
    assertThat(tries(Priority.READING)).hasValue(Reason.FULL);
  }

  @Test
  void when_it_is_quiet_again_everybody_is_let_in() {
    var all = workers(MOST * 11 / 10);
    itStaysSo();
    assertThat(tries(Priority.READING)).hasValue(Reason.FULL);

    all.forEach(admission::leave);

    for (var priority : Priority.values()) assertThat(tries(priority)).isEmpty();
    workers(MOST);
  }

  @Test
  void those_who_wait_for_their_clients_take_room_and_are_no_work() {
    come(MOST / 2, presence -> presence.sends(true));
    itStaysSo();

    assertThat(tries(Priority.REPORTS)).isEmpty();
    come(MOST * 6 / 10, presence -> presence.receives(true));
    assertThat(tries(Priority.READING)).hasValue(Reason.FULL);
  }

  @Test
  void an_address_that_has_half_of_the_room_when_little_is_left_gets_no_more_and_others_do() {
    var address = "203.0.113.7";
    for (var i = 0; i < MOST * 7 / 8; i++) {
      assertThat(admission.enter(new Presence(address), Priority.READING)).isEmpty();
    }

    assertThat(tries(Priority.READING, address)).hasValue(Reason.ADDRESS);
    itStaysSo();
    for (var i = 0; i < MOST / 8; i++) workers(1);
    assertThat(tries(Priority.READING)).as("of the last places").isEmpty();
    assertThat(tries(Priority.READING, address)).hasValue(Reason.ADDRESS);
  }

  @ParameterizedTest
  @CsvSource({
    "/health/ready, WATCHING",
    "/metrics, WATCHING",
    "/api/admin/health, WATCHING",
    "/api/admin/metrics, REPORTS",
    "/api/admin/metrics/history, WATCHING",
    "/api/admin/alerts, WATCHING",
    "/api/admin/audit/export, REPORTS",
    "/admin/caches, REPORTS",
    "/api/cases/1/export, REPORTS",
    "/openapi.json, REPORTS",
    "/, LISTS",
    "/api/cases, LISTS",
    "/api/auth/login, LISTS",
    "/api/cases/1, READING",
    "/api/cases/1/reveal, READING",
    "/api/cases/1/instances/2/frames/3, READING",
    "/assets/viewer.js, READING",
    "/cases/1, READING",
    "/healthy, READING"
  })
  void reading_is_what_is_left(String path, Priority priority) {
    assertThat(Priority.of(path)).isEqualTo(priority);
  }
}
