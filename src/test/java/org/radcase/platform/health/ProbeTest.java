package org.radcase.platform.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.radcase.testing.Awaited;
import org.radcase.testing.Logged;

class ProbeTest {
  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration PATIENT = Duration.ofSeconds(30);
  private static final Finding DOWN = Finding.down("It is away");

  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  private Probe probe(Probe.Pace pace, Supplier<Finding> looking) {
    return new Probe("thing", pace, looking, threads);
  }

  @Test
  void a_finding_counts_as_long_as_it_keeps() {
    var looks = new AtomicInteger();
    Supplier<Finding> looking = () -> Finding.UP.with("looks", looks.incrementAndGet());
    var kept = probe(new Probe.Pace(LONG, PATIENT, PATIENT), looking);
    var fresh = probe(new Probe.Pace(Duration.ZERO, PATIENT, PATIENT), looking);

    assertThat(kept.finding()).isEqualTo(kept.finding());
    assertThat(fresh.finding()).isNotEqualTo(fresh.finding());
  }

  @Test
  void while_a_look_lasts_the_last_finding_counts_and_nobody_looks_beside_it() {
    var lasts = new CountDownLatch(1);
    var looks = new AtomicInteger();
    var probe = probe(new Probe.Pace(Duration.ZERO, Duration.ZERO, LONG), () -> {
      if (looks.incrementAndGet() > 1) await(lasts);
      return Finding.UP;
    });
    assertThat(Awaited.within(PATIENT, () -> probe.finding().up())).isTrue();
    assertThat(Awaited.within(PATIENT, () -> probe.finding().up() && looks.get() == 2))
        .isTrue();

    assertThat(probe.finding().up()).isTrue();
    assertThat(looks.get()).isEqualTo(2);
    lasts.countDown();
  }

  @Test
  void a_look_that_hangs_is_DOWN() {
    var never = new CountDownLatch(1);
    var hangs = new AtomicBoolean();
    var probe = probe(new Probe.Pace(Duration.ZERO, Duration.ZERO, Duration.ofMillis(20)), () -> {
      if (hangs.get()) await(never);
      return Finding.UP;
    });
    assertThat(Awaited.within(PATIENT, () -> probe.finding().up())).isTrue();

    hangs.set(true);

    assertThat(
            Awaited.within(PATIENT, () -> probe.finding().data().toString().contains("No answer")))
        .isTrue();
    assertThat(probe.finding().up()).isFalse();
    never.countDown();
  }

  @Test
  void a_look_that_fails_is_DOWN_and_tells_no_more_than_the_kind_of_failure() {
    var probe = probe(new Probe.Pace(Duration.ZERO, PATIENT, PATIENT), () -> {
      throw new IllegalStateException("jdbc:postgresql://db.hospital.example/?password=secret");
    });

    assertThat(probe.finding().up()).isFalse();
    assertThat(probe.finding().data()).containsOnlyKeys("because");
    assertThat(probe.finding().data().toString()).doesNotContain("secret");
  }

  @Test
  void an_outage_has_a_line_in_the_log_and_its_end_another() {
    var now = new AtomicReference<>(Finding.UP);
    var probe = probe(
        new Probe.Pace(Duration.ZERO, PATIENT, PATIENT), () -> Objects.requireNonNull(now.get()));

    var lines = Logged.during(() -> {
      for (var finding : new Finding[] {Finding.UP, DOWN, DOWN, DOWN, Finding.UP, Finding.UP}) {
        now.set(finding);
        probe.finding();
      }
    });

    assertThat(lines)
        .containsExactly("Health: thing is DOWN {because=It is away}", "Health: thing is UP again");
  }

  @Test
  void a_disk_is_DOWN_only_when_it_is_full_and_warns_before() {
    assertThat(DiskSpace.finding(500L << 30).data()).doesNotContainKey("warning");
    assertThat(DiskSpace.finding(1L << 30).up()).isTrue();
    assertThat(DiskSpace.finding(1L << 30).data()).containsKey("warning");
    assertThat(DiskSpace.finding(31L << 20).up()).isFalse();
  }

  @Test
  void a_clock_that_differs_is_told_and_not_DOWN() {
    assertThat(ClockRight.finding(29_999).data()).doesNotContainKey("warning");
    assertThat(ClockRight.finding(-30_001).up()).isTrue();
    assertThat(ClockRight.finding(-30_001).data()).containsKey("warning");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
