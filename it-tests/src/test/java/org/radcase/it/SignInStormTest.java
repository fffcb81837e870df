package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.radcase.it.server.TomcatServer;

/**
 * Guessing passwords, through a proxy that the server trusts so that one machine can be many. At
 * full size: {@code -Dradcase.storm=10000}.
 */
@Tag("own-server")
class SignInStormTest {
  private static final int ATTEMPTS = Integer.getInteger("radcase.storm", 1_000);
  private static final int THREADS = 16;
  private static final String WRONG = "copper lantern quiver 43";

  private static TomcatServer server;
  private static RadCase radcase;

  @BeforeAll
  static void start() {
    server = TomcatServer.onSqlite(Map.of("RADCASE_TRUSTED_PROXIES", "127.0.0.1"));
    radcase = server.radcase();
  }

  @AfterAll
  static void stop() {
    if (server != null) server.close();
  }

  /** Tries it as the client of that address; while the server reaches loopback only, 127.…. */
  private static Answer signIn(RadCase from, String username, String password, String address) {
    var body = Given.json().put("username", username).put("password", password);
    return from.postJson("api/auth/login", body.toString(), "X-Forwarded-For", address);
  }

  private static String usernameOf(RadCase person) {
    return person.get("api/auth/me").json().path("username").asText();
  }

  /** The cookie that marks a browser from which she has signed in before. */
  private static String deviceOf(Answer signedIn) {
    return signedIn.headers("Set-Cookie").stream()
        .filter(it -> it.startsWith("radcase-device="))
        .map(it -> it.substring(0, it.indexOf(';')))
        .findFirst()
        .orElseThrow();
  }

  private static void expectSlowDown(Answer answer) {
    Expect.problem(answer, 429, "auth.slow-down");
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 300);
    assertThat(answer.header("RateLimit")).matches("\"sign-in\";r=0;t=\\d+");
    assertThat(answer.header("RateLimit-Policy")).matches("\"sign-in\";q=\\d+;w=\\d+");
    assertThat(answer.headers("Set-Cookie")).noneMatch(it -> it.contains("radcase-session="));
  }

  @Test
  void a_storm_is_slowed_down_and_its_victims_get_in()
      throws ExecutionException, InterruptedException {
    var victim = People.aNew(radcase, "learner");
    var username = usernameOf(victim);
    var atHome = signIn(radcase, username, People.PASSWORD, "127.5.5.5");
    assertThat(atHome.status()).as(atHome.toString()).isEqualTo(200);
    var random = new Random(3);
    var calls = new ArrayList<Attempt>();
    for (var i = 0; i < ATTEMPTS; i++) {
      var name = random.nextInt(3) == 0 ? username : "nobody-" + random.nextInt(5);
      calls.add(new Attempt(name, "127.9.0." + (1 + random.nextInt(10))));
    }

    var statuses = new TreeMap<Integer, Integer>();
    for (var answer : all(calls)) {
      statuses.merge(answer.status(), 1, Integer::sum);
      switch (answer.status()) {
        case 429 -> expectSlowDown(answer);
        // A machine that hashes slowly says so rather than let them queue.
        case 503 -> {
          Expect.problem(answer, 503, "auth.busy");
          assertThat(answer.header("Retry-After")).matches("\\d+");
        }
        default -> Expect.problem(answer, 401, "auth.failed");
      }
    }

    assertThat(statuses).containsKeys(401, 429);
    assertThat(statuses.get(401)).as(statuses.toString()).isLessThan(ATTEMPTS / 4);
    // She whom they guess at gets in from her own browser, wherever she is.
    expectSlowDown(guessUntilSlowedDown(username));
    var known = radcase.withCookie(deviceOf(atHome));
    for (var address : List.of("127.5.5.5", "127.9.0.1")) {
      var answer = signIn(known, username, People.PASSWORD, address);
      assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }
    // So do others, from elsewhere.
    assertThat(signIn(radcase, "admin", People.PASSWORD, "127.6.6.6").status()).isEqualTo(200);
    // And nothing of it stays with those who are in.
    assertThat(victim.get("api/cases").status()).isEqualTo(200);
  }

  /** A slow machine hashes so long that a wait may just be over. */
  private static Answer guessUntilSlowedDown(String username) {
    var answer = signIn(radcase, username, WRONG, "127.9.0.1");
    for (var i = 0; i < 9 && answer.status() == 401; i++) {
      answer = signIn(radcase, username, WRONG, "127.9.0.1");
    }
    return answer;
  }

  private record Attempt(String username, String address) {}

  private static List<Answer> all(List<Attempt> attempts)
      throws ExecutionException, InterruptedException {
    var threads = Executors.newFixedThreadPool(THREADS);
    try {
      var running = new ArrayList<Future<Answer>>();
      for (var attempt : attempts) {
        running.add(
            threads.submit(() -> signIn(radcase, attempt.username, WRONG, attempt.address)));
      }
      var answers = new ArrayList<Answer>();
      for (var one : running) answers.add(one.get());
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void who_guesses_cannot_tell_which_accounts_there_are() {
    var known = usernameOf(People.aNew(radcase, "educator"));
    var seen = new HashMap<String, List<String>>();
    for (var username : List.of(known, People.freshName("educator"))) {
      var address = username.equals(known) ? "127.7.0.1" : "127.7.0.2";
      for (var i = 0; i < 8; i++) {
        var answer = signIn(radcase, username, WRONG, address);
        seen.computeIfAbsent(username, it -> new ArrayList<>())
            .add(answer.status() + " " + answer.text().replaceAll("\"incident\":\"[^\"]*\"", "")
                + answer.response().headers().map().keySet());
      }
    }

    assertThat(seen.values()).hasSize(2);
    assertThat(new ArrayList<>(seen.values()).get(0))
        .isEqualTo(new ArrayList<>(seen.values()).get(1))
        .anyMatch(it -> it.startsWith("401"))
        .anyMatch(it -> it.startsWith("429"));
  }

  @Test
  void lies_about_the_address_do_not_help() {
    var username = usernameOf(People.aNew(radcase, "educator"));
    Answer last = null;
    for (var i = 0; i < 40; i++) {
      // The proxy adds its client's address at the end; what stands before it came from the client.
      last = signIn(radcase, "guess-" + i, WRONG, "10.0.0." + i + ", 127.8.8." + i + ", 127.8.0.1");
    }

    expectSlowDown(last);
    expectSlowDown(signIn(radcase, username, People.PASSWORD, "127.8.0.1"));
    assertThat(signIn(radcase, username, People.PASSWORD, "127.8.0.2").status()).isEqualTo(200);
    Expect.problem(
        signIn(radcase, username, People.PASSWORD, "127.8.0.2, 10.1.2.3"),
        403,
        "server.loopback-only");
  }

  @Test
  void wrong_codes_of_a_second_factor_are_slowed_down_like_wrong_passwords() {
    var person = People.aNew(radcase, "learner");
    var username = usernameOf(person);
    var begun = person.postJson(
        "api/auth/second-factor", Given.json().put("password", People.PASSWORD).toString());
    var secret = begun.json().path("secret").asText();
    var code = Given.json().put("code", Totp.code(secret, Totp.step()));
    assertThat(person.putJson("api/auth/second-factor", code.toString()).status())
        .isEqualTo(200);
    var wrong = Given.json()
        .put("username", username)
        .put("password", People.PASSWORD)
        .put("code", Totp.wrongCode(secret))
        .toString();

    for (var i = 0; i < 5; i++) {
      Expect.problem(
          radcase.postJson("api/auth/login", wrong, "X-Forwarded-For", "127.4.4." + i),
          401,
          "auth.failed");
    }
    expectSlowDown(radcase.postJson("api/auth/login", wrong, "X-Forwarded-For", "127.4.4.9"));
  }
}
