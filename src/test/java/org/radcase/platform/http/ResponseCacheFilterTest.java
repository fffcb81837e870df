package org.radcase.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcase.platform.cache.GivenCaches;
import org.radcase.platform.problem.HttpProblem;
import org.radcase.testing.Awaited;
import org.radcase.testing.TurnableClock;

/** Kept answers among all filters, in a real servlet container. */
class ResponseCacheFilterTest {
  private static final Duration LIFE = Duration.ofMinutes(5);

  private final TurnableClock clock = new TurnableClock();
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicReference<EmbeddedTomcat.Answering> answering =
      new AtomicReference<>((request, response) -> {});

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path home;

  @SuppressWarnings("NullAway.Init")
  private GivenCaches.Made made;

  @SuppressWarnings("NullAway.Init")
  private EmbeddedTomcat server;

  @BeforeEach
  void start() {
    made = GivenCaches.in(home, clock);
    CachedRoute all = (request, path) ->
        Optional.of(CachePlan.of(path, "all", "", () -> List.of("case:1"), LIFE, ""));
    server = new EmbeddedTomcat(
        "",
        (request, response) -> {
          asked.incrementAndGet();
          Objects.requireNonNull(answering.get()).answer(request, response);
        },
        new ResponseCacheFilter(List.of(all), made.caches()));
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Test
  void who_asks_after_somebody_else_gets_what_she_got() {
    answer("{\"n\": 1}");
    var first = server.get();
    answer("{\"n\": 2}");
    var second = server.get();

    assertThat(header(first, "X-Cache")).isEqualTo("MISS");
    assertThat(header(second, "X-Cache")).isEqualTo("HIT");
    assertThat(header(second, "Cache-Status")).isEqualTo("radcase; hit");
    assertThat(text(second)).isEqualTo(text(first)).isEqualTo("{\"n\": 1}");
    assertThat(header(second, "ETag")).isEqualTo(header(first, "ETag"));
    assertThat(header(second, "Content-Type")).isEqualTo(header(first, "Content-Type"));
    assertThat(asked).hasValue(1);

    made.changes().of("case:1");
    assertThat(text(server.get())).isEqualTo("{\"n\": 2}");
  }

  @Test
  void who_has_it_already_gets_no_body() {
    answer("{}");
    var tag = header(server.get(), "ETag");
    var again = server.get("If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(header(again, "X-Cache")).isEqualTo("HIT");
    assertThat(again.body()).isEmpty();
  }

  @Test
  void each_coding_is_kept_for_itself() {
    answer("{\"text\": \"" + "flank pain ".repeat(1_000) + "\"}");
    for (var coding : List.of("gzip", "deflate", "identity")) {
      assertThat(header(server.get("Accept-Encoding", coding), "X-Cache")).isEqualTo("MISS");
    }
    for (var coding : List.of("gzip", "deflate")) {
      var hit = server.get("Accept-Encoding", coding);
      assertThat(header(hit, "X-Cache")).isEqualTo("HIT");
      assertThat(header(hit, "Content-Encoding")).isEqualTo(coding);
      assertThat(header(hit, "Vary")).isEqualTo("Accept-Encoding");
    }
  }

  @Test
  void of_many_who_ask_at_once_one_goes_on() {
    answering.set((request, response) -> {
      // Whether a second one comes as far as here.
      assertThat(Awaited.within(Duration.ofSeconds(1), () -> asked.get() > 1)).isFalse();
      response.setContentType("application/json");
      response.getOutputStream().write('1');
    });

    var all = Stream.generate(() -> CompletableFuture.supplyAsync(() -> server.get()))
        .limit(12)
        .toList();

    assertThat(all.stream().map(CompletableFuture::join).map(ResponseCacheFilterTest::text))
        .containsOnly("1");
    assertThat(asked).hasValue(1);
  }

  @Test
  void no_error_is_kept_and_nothing_that_is_somebodys_own() {
    for (EmbeddedTomcat.Answering one : List.<EmbeddedTomcat.Answering>of(
        (request, response) -> response.sendError(404),
        (request, response) -> {
          throw HttpProblem.NOT_FOUND.because("No case");
        },
        (request, response) -> response.setHeader("Set-Cookie", "a=b"),
        (request, response) -> response.setHeader("Cache-Control", "no-store"))) {
      answering.set(one);
      for (var time = 0; time < 2; time++) {
        assertThat(server.get().headers().firstValue("X-Cache")).isNotEqualTo(Optional.of("HIT"));
      }
    }
    assertThat(asked).hasValue(8);
  }

  @Test
  void while_the_database_is_away_what_has_not_changed_since_still_answers() {
    answer("{}");
    server.get();
    clock.turn(LIFE.plusSeconds(1));
    answering.set((request, response) -> {
      throw HttpProblem.DATABASE_AWAY.because("It is away");
    });

    var aged = server.get();
    assertThat(aged.statusCode()).isEqualTo(200);
    assertThat(header(aged, "Cache-Status")).isEqualTo("radcase; hit; detail=database-away");

    made.changes().of("case:1");
    assertThat(server.get().statusCode()).isEqualTo(503);
  }

  private void answer(String json) {
    answering.set((request, response) -> {
      response.setContentType("application/json");
      response.setHeader("ETag", "\"1\"");
      response.setHeader("Cache-Control", "private, no-cache");
      response.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
    });
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static String header(HttpResponse<byte[]> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
