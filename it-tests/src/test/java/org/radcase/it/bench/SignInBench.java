package org.radcase.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.radcase.it.Answer;
import org.radcase.it.RadCase;
import org.radcase.it.server.Deadline;
import org.radcase.it.server.TomcatServer;

/**
 * What the check of a session adds to a request, beside a page of the same servlet for which no
 * session is looked up; how many people sign in a second; and what readers feel of it.
 */
class SignInBench {
  private static final int REQUESTS = 5_000;
  private static final int READS = 1_500;
  private static final int AT_ONCE = 50;
  private static final long STORM_NANOS = 20_000_000_000L;
  private static final List<String> PEOPLE = List.of("learner", "educator", "director", "admin");

  @Test
  void sessions_and_sign_ins() throws Exception {
    try (var server = TomcatServer.onSqlite(Map.of("RADCASE_DEMO", "true"))) {
      var reader = server.radcase().as("learner");
      var educator = server.radcase().as("educator");
      assertThat(Deadline.ofSeconds(300)
              .until(() -> educator
                      .get("api/cases?status=published")
                      .json()
                      .at("/pagination/total")
                      .asInt()
                  >= 28))
          .as("the demo cases, whose making takes both cores")
          .isTrue();
      alternately(reader, REQUESTS);
      var pages = alternately(reader, REQUESTS);
      var calm = reads(reader, READS);
      calm = reads(reader, READS);

      var signIns = new AtomicInteger();
      double[] stormy;
      long began;
      long ended;
      var over = new AtomicBoolean();
      var crowd = Executors.newFixedThreadPool(AT_ONCE);
      try {
        var storm = new ArrayList<Callable<Void>>();
        for (var i = 0; i < AT_ONCE; i++) {
          var who = PEOPLE.get(i % PEOPLE.size());
          storm.add(() -> {
            while (!over.get()) {
              var answer = signIn(server.radcase(), who);
              assertThat(answer.status()).as(answer.toString()).isIn(200, 503, 429);
              if (answer.status() == 200) signIns.incrementAndGet();
            }
            return null;
          });
        }
        began = System.nanoTime();
        var running = storm.stream().map(crowd::submit).toList();
        stormy = new double[0];
        while (System.nanoTime() - began < STORM_NANOS) stormy = joined(stormy, reads(reader, 100));
        over.set(true);
        for (var one : running) one.get();
        ended = System.nanoTime();
      } catch (ExecutionException e) {
        throw new AssertionError(e);
      } finally {
        crowd.shutdownNow();
      }

      new Figures("SignIn")
          .add("page without a look-up of the session, p50 and p95", "%s", middle(pages[0]))
          .add("page of the same servlet with it, p50 and p95", "%s", middle(pages[1]))
          .add(
              "what the session check adds at p95",
              "%.3f ms",
              Figures.percentile(0.95, pages[1]) - Figures.percentile(0.95, pages[0]))
          .add(
              "people signing in a second, " + AT_ONCE + " at once",
              "%.1f",
              signIns.get() / ((ended - began) / 1e9))
          .add("list of cases for a reader, calm, p50 and p95", "%s", middle(calm))
          .add("the same while they sign in, p50 and p95", "%s", middle(stormy))
          .publish();
    }
  }

  /** The times in ms of the sign-in page and of the account page, in turn so that both meet the same noise. */
  private static double[][] alternately(RadCase radcase, int times) {
    var without = new double[times];
    var with = new double[times];
    for (var i = 0; i < times; i++) {
      without[i] = millis(radcase, "sign-in");
      with[i] = millis(radcase, "account");
    }
    return new double[][] {without, with};
  }

  private static double[] reads(RadCase radcase, int times) {
    var millis = new double[times];
    for (var i = 0; i < times; i++) millis[i] = millis(radcase, "api/cases?limit=24");
    return millis;
  }

  private static double millis(RadCase radcase, String address) {
    var began = System.nanoTime();
    var answer = radcase.get(address);
    var took = (System.nanoTime() - began) / 1e6;
    assertThat(answer.status()).isEqualTo(200);
    return took;
  }

  private static Answer signIn(RadCase radcase, String who) {
    var body = "{\"username\": \"" + who + "\", \"password\": \"radcase-demo\"}";
    return radcase.postJson("api/auth/login", body);
  }

  private static double[] joined(double[] some, double[] more) {
    var all = new double[some.length + more.length];
    System.arraycopy(some, 0, all, 0, some.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }

  private static String middle(double[] millis) {
    return String.format(
        Locale.ROOT,
        "%.3f ms, %.3f ms",
        Figures.percentile(0.5, millis),
        Figures.percentile(0.95, millis));
  }
}
