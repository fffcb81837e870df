package org.radcase.accounts.control.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.radcase.platform.problem.Problem;
import org.radcase.testing.Logged;

class SignInThrottleTest {
  private final AtomicLong nanos = new AtomicLong(-5_000_000_000L);
  private final SignInThrottle throttle = new SignInThrottle(nanos::get);

  @Test
  void five_wrong_passwords_are_free_and_then_the_wait_doubles_up_to_a_minute() {
    for (var i = 0; i < 5; i++) throttle.begin("ada", "10.0.0.1", null);

    assertThat(waitFor("ada", "10.0.0.1")).isEqualTo("1");
    pass(Duration.ofSeconds(1));
    throttle.begin("ada", "10.0.0.2", null);
    assertThat(waitFor("ada", "10.0.0.3")).isEqualTo("2");
    for (var i = 0; i < 20; i++) {
      pass(Duration.ofSeconds(61));
      throttle.begin("ada", "10.0.0." + i, null);
    }
    assertThat(waitFor("ada", "10.0.0.3")).isEqualTo("60");
  }

  @Test
  void a_success_forgives_the_account_and_gives_the_address_its_attempt_back() {
    for (var i = 0; i < 4; i++) throttle.begin("ada", "10.0.0.1", null);
    throttle.begin("ada", "10.0.0.1", null).succeeded();

    for (var i = 0; i < 5; i++) throttle.begin("ada", "10.0.0.1", null);
    assertThat(waitFor("ada", "10.0.0.1")).isEqualTo("1");
  }

  @Test
  void an_address_that_tries_many_accounts_is_slowed_down_for_all_of_them() {
    for (var i = 0; i < 30; i++) throttle.begin("account" + i, "10.0.0.1", null);

    assertThat(waitFor("another", "10.0.0.1")).isEqualTo("1");
    throttle.begin("another", "10.0.0.2", null);
  }

  @Test
  void addresses_of_one_IPv6_network_are_one() {
    for (var i = 0; i < 30; i++) throttle.begin("account" + i, "2001:db8:1:2::" + i, null);

    assertThat(waitFor("another", "2001:db8:1:2:ffff::1")).isEqualTo("1");
    throttle.begin("another", "2001:db8:1:3::1", null);
  }

  @Test
  void a_known_browser_gets_in_while_a_stranger_tries() {
    for (var i = 0; i < 5; i++) throttle.begin("ada", "10.0.0.1", null);
    assertThat(waitFor("ada", "10.0.0.9")).isNotNull();

    throttle.begin("ada", "10.0.0.1", "her browser").succeeded();
  }

  @Test
  void who_stops_trying_is_forgiven_after_a_quarter_of_an_hour() {
    for (var i = 0; i < 5; i++) throttle.begin("ada", "10.0.0.1", null);
    pass(Duration.ofMinutes(16));

    for (var i = 0; i < 5; i++) throttle.begin("ada", "10.0.0.1", null);
  }

  @Test
  void what_a_hospital_mistypes_in_a_day_does_not_add_up() {
    for (var i = 0; i < 400; i++) {
      throttle.begin("account" + i, "10.0.0.1", null);
      pass(Duration.ofSeconds(90));
      throttle.begin("other" + i, "10.0.0.1", null).succeeded();
    }
  }

  @Test
  void after_a_storm_an_address_is_free_in_minutes_although_people_go_on_signing_in() {
    for (var second = 0; second < 10 * 3600; second++) {
      var unused = mayTry("account" + second, "10.0.0.1");
      pass(Duration.ofSeconds(1));
    }
    assertThat(waitFor("other", "10.0.0.1")).isNotNull();

    for (var i = 0; i < 10; i++) {
      pass(Duration.ofMinutes(5));
      throttle.begin("other" + i, "10.0.0.1", null).succeeded();
    }
    for (var i = 0; i < 20; i++) throttle.begin("yet another" + i, "10.0.0.1", null);
  }

  @Test
  void who_goes_on_guessing_one_account_from_everywhere_has_a_guess_a_minute() {
    var guesses = 0;
    for (var second = 0; second < 10 * 3600; second++) {
      if (mayTry("ada", "10.0.0." + second % 200)) guesses++;
      pass(Duration.ofSeconds(1));
    }

    assertThat(guesses).isBetween(10 * 55, 10 * 61);
  }

  @Test
  void who_comes_a_moment_too_early_is_not_told_to_come_back_at_once() {
    for (var i = 0; i < 5; i++) throttle.begin("ada", "10.0.0.1", null);
    pass(Duration.ofSeconds(1).minusNanos(1));

    assertThatThrownBy(() -> throttle.begin("ada", "10.0.0.1", null))
        .hasMessageContaining("Try again in 1 s");
  }

  @Test
  void a_refusal_says_when_to_come_back() {
    for (var i = 0; i < 5; i++) throttle.begin("ada", "10.0.0.1", null);

    assertThatThrownBy(() -> throttle.begin("ada", "10.0.0.1", null))
        .isInstanceOfSatisfying(Problem.class, problem -> {
          assertThat(problem.kind().code()).isEqualTo("auth.slow-down");
          assertThat(problem.headers())
              .containsEntry("Retry-After", "1")
              .containsEntry("RateLimit", "\"sign-in\";r=0;t=1")
              .containsEntry("RateLimit-Policy", "\"sign-in\";q=5;w=900");
        });
  }

  @Test
  void a_storm_is_a_line_of_the_log_once_a_minute_and_names_no_account() {
    for (var i = 0; i < 5; i++) throttle.begin("ada", "10.0.0.1", null);

    var lines = Logged.during(() -> {
      for (var i = 0; i < 50; i++) waitFor("ada", "10.0.0.1");
      pass(Duration.ofSeconds(61));
      throttle.begin("ada", "10.0.0.2", null);
      for (var i = 0; i < 50; i++) waitFor("ada", "10.0.0.2");
    });

    assertThat(lines).hasSize(2).noneMatch(line -> line.contains("ada"));
    assertThat(lines.get(0)).contains("10.0.0.1");
    assertThat(lines.get(1)).contains("10.0.0.2");
  }

  private boolean mayTry(String account, String address) {
    try {
      throttle.begin(account, address, null);
      return true;
    } catch (Problem e) {
      return false;
    }
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private @Nullable String waitFor(String account, String address) {
    try {
      throttle.begin(account, address, null).withdrawn();
      return null;
    } catch (Problem e) {
      return e.headers().get("Retry-After");
    }
  }
}
