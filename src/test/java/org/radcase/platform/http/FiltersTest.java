package org.radcase.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.platform.json.Json;
import org.radcase.platform.problem.HttpProblem;
import org.radcase.platform.request.CurrentRequest;
import org.radcase.platform.time.Timings;
import org.radcase.testing.Logged;

/** All filters together, in a real servlet container. */
class FiltersTest {
  private static final String LONG = "{\"text\": \"" + "flank pain ".repeat(1_000) + "\"}";
  private static final String TOO_LONG =
      "0123456789012345678901234567890123456789012345678901234567890123x";
  private static final String SHORT = "{\"text\": \"flank pain\"}";

  private static final AtomicReference<EmbeddedTomcat.Answering> ANSWERING =
      new AtomicReference<>((request, response) -> {});

  @SuppressWarnings("NullAway.Init")
  private static EmbeddedTomcat server;

  @BeforeAll
  static void start() {
    server = new EmbeddedTomcat(
        (request, response) -> Objects.requireNonNull(ANSWERING.get()).answer(request, response));
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @Test
  void a_long_text_is_compressed_and_its_tag_says_so() throws IOException {
    answer(LONG, "\"7-full\"");

    var gzip = server.get("Accept-Encoding", "gzip");
    var deflate = server.get("Accept-Encoding", "deflate");
    var plain = server.get();

    assertThat(header(gzip, "Content-Encoding")).isEqualTo("gzip");
    assertThat(header(gzip, "ETag")).isEqualTo("\"7-full-gzip\"");
    assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes())
        .isEqualTo(bytes(LONG));
    assertThat(header(deflate, "ETag")).isEqualTo("\"7-full-deflate\"");
    assertThat(new InflaterInputStream(new ByteArrayInputStream(deflate.body())).readAllBytes())
        .isEqualTo(bytes(LONG));
    assertThat(header(plain, "ETag")).isEqualTo("\"7-full\"");
    assertThat(plain.body()).isEqualTo(bytes(LONG));
    for (var each : List.of(gzip, deflate, plain)) {
      assertThat(header(each, "Vary")).isEqualTo("Accept-Encoding");
    }
  }

  @Test
  void a_short_text_goes_plain() {
    answer(SHORT, "\"7-full\"");

    var answer = server.get("Accept-Encoding", "gzip");

    assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(header(answer, "ETag")).isEqualTo("\"7-full\"");
    assertThat(header(answer, "Content-Length")).isEqualTo(Integer.toString(SHORT.length()));
    assertThat(header(answer, "Vary")).isEqualTo("Accept-Encoding");
  }

  @Test
  void a_client_can_turn_compression_off() {
    answer(LONG, "\"7-full\"");

    var answer = server.get("Accept-Encoding", "gzip", "X-No-Compression", "1");

    assertThat(answer.body()).isEqualTo(bytes(LONG));
    assertThat(header(answer, "Vary")).contains("Accept-Encoding");
  }

  @Test
  void what_is_coded_already_or_is_no_text_is_left_alone() {
    ANSWERING.set((request, response) -> {
      response.setContentType("application/json");
      response.setHeader("Content-Encoding", "br");
      response.getOutputStream().write(bytes(LONG));
    });
    assertThat(server.get("Accept-Encoding", "gzip, br").body()).isEqualTo(bytes(LONG));

    ANSWERING.set((request, response) -> {
      response.setContentType("image/jpeg");
      response.getOutputStream().write(bytes(LONG));
    });
    assertThat(server.get("Accept-Encoding", "gzip").body()).isEqualTo(bytes(LONG));
  }

  @Test
  void a_weak_tag_stays_as_it_is() {
    answer(LONG, "W/\"abc-full\"");

    assertThat(header(server.get("Accept-Encoding", "gzip"), "ETag")).isEqualTo("W/\"abc-full\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "gzip     | \"7-full-gzip\"              | 304",
        "gzip     | \"7-full\"                   | 200",
        "gzip     | W/\"7-full-gzip\"            | 304",
        "identity | \"7-full\"                   | 304",
        "identity | \"7-full-gzip\"              | 200",
        "deflate  | \"6-full\", \"7-full-deflate\" | 304",
        "gzip     | *                          | 304",
        "gzip     | 7-full-gzip                | 200"
      })
  void not_modified_is_decided_by_the_tag_that_would_be_sent(
      String accepted, String ifNoneMatch, int status) {
    answer(LONG, "\"7-full\"");

    var get = server.get("Accept-Encoding", accepted, "If-None-Match", ifNoneMatch);
    var head = server.send("HEAD", "Accept-Encoding", accepted, "If-None-Match", ifNoneMatch);

    assertThat(get.statusCode()).isEqualTo(status);
    assertThat(head.statusCode()).isEqualTo(status);
    if (status == 304) {
      assertThat(get.body()).isEmpty();
      assertThat(get.headers().firstValue("Content-Encoding")).isEmpty();
      assertThat(header(get, "ETag")).isNotEmpty();
    }
  }

  @Test
  void several_lines_of_if_none_match_are_one_list() {
    answer(LONG, "\"7-full\"");

    var answer = server.get("If-None-Match", "\"6-full\"", "If-None-Match", "\"7-full\"");

    assertThat(answer.statusCode()).isEqualTo(304);
  }

  @Test
  void a_read_of_another_representation_is_a_problem_and_plain() throws IOException {
    answer(LONG, "\"7-full\"");

    var answer = server.get("Accept-Encoding", "gzip", "If-Match", "\"6-full\"");

    assertThat(answer.statusCode()).isEqualTo(412);
    assertThat(problem(answer).path("code").asText()).isEqualTo("precondition.failed");
    assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
  }

  @Test
  void head_says_what_get_would() {
    ANSWERING.set((request, response) -> {
      // As JAX-RS, which makes no body for a HEAD.
      response.setContentType("application/json");
      response.setHeader("ETag", "\"7-full\"");
      if (request.getHeader("Range") != null) response.setStatus(206);
      if (request.getMethod().equals("GET")) response.getOutputStream().write(bytes(LONG));
    });

    for (var coding : new String[] {"identity", "gzip"}) {
      var get = server.get("Accept-Encoding", coding);
      var head = server.send("HEAD", "Accept-Encoding", coding, "Range", "bytes=0-1");

      assertThat(head.body()).isEmpty();
      assertThat(head.statusCode()).isEqualTo(get.statusCode());
      for (var name : new String[] {"ETag", "Content-Type", "Content-Encoding", "Vary"}) {
        assertThat(head.headers().firstValue(name))
            .as(name)
            .isEqualTo(get.headers().firstValue(name));
      }
    }
  }

  @Test
  void writes_are_left_to_the_resource() {
    answer(LONG, "\"7-full\"");

    assertThat(server.send("PUT", "If-Match", "\"6-full\"").statusCode()).isEqualTo(200);
  }

  @Test
  void a_request_keeps_the_name_that_it_came_with() {
    answer(SHORT, "\"7-full\"");

    assertThat(header(server.get("X-Request-Id", "ward-3.reader_12"), "X-Request-Id"))
        .isEqualTo("ward-3.reader_12");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"short", "has space", "semi;colon", "<script>alert", "a,b,c,d,e", TOO_LONG})
  void a_name_that_could_forge_a_line_of_the_log_is_replaced(String name) {
    answer(SHORT, "\"7-full\"");

    assertThat(header(server.get("X-Request-Id", name), "X-Request-Id"))
        .isNotEqualTo(name)
        .matches("[0-9a-f-]{36}");
  }

  @Test
  void every_answer_says_how_long_it_took_and_how_it_is_protected() {
    answer(SHORT, "\"7-full\"");

    for (var answer : List.of(server.get(), server.get("If-None-Match", "*"))) {
      assertThat(header(answer, "X-Response-Time")).matches("\\d+\\.\\dms");
      assertThat(header(answer, "Server-Timing"))
          .matches("db;dur=\\d+\\.\\d, cache;dur=\\d+\\.\\d, total;dur=\\d+\\.\\d");
      assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(header(answer, "Content-Security-Policy"))
          .contains("default-src 'none'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
    }
  }

  @Test
  void
      a_slow_request_has_a_line_in_the_log_that_says_where_its_time_went_and_nothing_of_its_content() {
    ANSWERING.set((request, response) -> {
      request.setAttribute(CurrentRequest.PERSON, "0190b5f0");
      Timings.database(7_000_000);
      Timings.statement();
      Timings.statement();
      Timings.cache(3_000_000);
      var begun = System.nanoTime();
      while (System.nanoTime() - begun < 101_000_000) Thread.onSpinWait();
      response.setStatus(204);
    });

    var lines = Logged.during(() -> server.get("Cookie", "radcase-session=secret"));

    assertThat(lines)
        .singleElement(InstanceOfAssertFactories.STRING)
        .matches("Slow: GET /\\* -> 204 in \\d+ ms: database 7 ms \\(2 statements\\), cache 3 ms,"
            + " client \\d+ ms, else \\d+ ms; person 0190b5f0");
    answer(SHORT, "\"7-full\"");
    assertThat(Logged.during(server::get)).isEmpty();
  }

  @Test
  void who_is_refused_for_where_she_comes_from_gets_a_hardened_answer_too() {
    var answer = server.get("Via", "1.1 elsewhere");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
    assertThat(header(answer, "Content-Security-Policy"))
        .contains("default-src 'none'", "object-src 'none'", "frame-ancestors 'none'");
  }

  @ParameterizedTest
  @CsvSource({"https, max-age=31536000", "http, ''", "nonsense, ''"})
  void only_a_request_by_TLS_is_told_to_come_by_TLS_for_ever(String proto, String expected) {
    answer(SHORT, "\"7-full\"");

    var answer = server.get("X-Forwarded-For", "127.0.0.1", "X-Forwarded-Proto", proto);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Strict-Transport-Security")).isEqualTo(expected);
  }

  @Test
  void a_request_that_came_straight_is_not_told_to_come_by_TLS() {
    answer(SHORT, "\"7-full\"");

    assertThat(header(server.get("X-Forwarded-Proto", "https"), "Strict-Transport-Security"))
        .isEmpty();
  }

  @Test
  void an_exception_is_a_problem_that_tells_nothing() throws IOException {
    ANSWERING.set((request, response) -> {
      throw new IllegalStateException("SELECT secret FROM /etc/passwd");
    });

    var answer = server.get("X-Request-Id", "incident-1");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(problem(answer).path("code").asText()).isEqualTo("internal.unexpected");
    assertThat(problem(answer).path("incident").asText()).isEqualTo("incident-1");
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).doesNotContain("secret");
  }

  @Test
  void a_problem_of_a_filter_or_servlet_keeps_its_code() throws IOException {
    ANSWERING.set((request, response) -> {
      throw HttpProblem.NOT_FOUND.because("Not here");
    });

    var answer = server.get();

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
    assertThat(problem(answer).path("instance").asText()).isEqualTo("/x");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 405, 406, 413, 415, 500, 503})
  void an_error_page_of_the_container_is_a_problem_instead(int status) throws IOException {
    ANSWERING.set((request, response) -> response.sendError(status, "Tomcat says <b>so</b>"));

    var answer = server.get();

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(problem(answer).path("status").asInt()).isEqualTo(status);
    assertThat(header(answer, "X-Response-Time")).isNotEmpty();
  }

  @Test
  void half_an_answer_is_broken_off() {
    ANSWERING.set((request, response) -> {
      response.setContentType("application/octet-stream");
      response.setContentLength(100_000);
      response.getOutputStream().write(new byte[50_000]);
      response.flushBuffer();
      throw new IllegalStateException("The disk is gone");
    });

    assertThatThrownBy(server::get).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void a_trusted_proxy_tells_who_the_client_is() {
    var seen = new AtomicReference<String>();
    ANSWERING.set((request, response) -> seen.set(request.getRemoteAddr() + " "
        + request.getScheme() + " " + request.getHeader("X-Forwarded-For")));

    var answer = server.get(
        "X-Forwarded-For", "192.0.2.1, 127.0.0.9, 10.1.2.3", "X-Forwarded-Proto", "https");

    assertThat(answer.statusCode()).isEqualTo(403);
    server.get("X-Forwarded-For", "::1, 10.1.2.3", "X-Forwarded-Proto", "https", "Via", "1.1 x");
    assertThat(seen.get()).isEqualTo("::1 https null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "127.0.0.1:80", "a.example", "127.0.0.1,,", "' OR 1=1"})
  void what_a_proxy_garbles_is_not_believed(String value) {
    assertThat(server.get("X-Forwarded-For", value).statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, same-origin, 200",
    "Sec-Fetch-Site, none, 200",
    "Sec-Fetch-Site, same-site, 403",
    "Sec-Fetch-Site, cross-site, 403",
    "Sec-Fetch-Site, nonsense, 403",
    "Origin, https://evil.example, 403",
    "Origin, null, 403",
    "Origin, 'http://127.0.0.1:1', 403",
    "Origin, '%%%', 403",
    "X-Nothing, x, 200"
  })
  void another_site_changes_nothing_here(String header, String value, int status) {
    answer(SHORT, "\"7-full\"");

    assertThat(server.send("POST", header, value).statusCode()).isEqualTo(status);
    assertThat(server.get(header, value).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Forwarded", "X-Forwarded-Host", "X-Real-IP", "Via"})
  void a_forwarded_request_comes_from_elsewhere(String header) throws IOException {
    answer(SHORT, "\"7-full\"");

    var answer = server.get(header, "127.0.0.1");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(problem(answer).path("code").asText()).isEqualTo("server.loopback-only");
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, true", "127.8.9.10, true", "::1, true", "0:0:0:0:0:0:0:1, true",
    "::ffff:127.0.0.1, true", "192.168.1.7, false", "::, false", "localhost, false",
    "fe80::1%eth0, false", "'', false", "127.0.0.1.evil.example, false"
  })
  void loopback_is_told_by_the_address_alone(String address, boolean expected) {
    assertThat(ThisMachine.isLoopback(address)).isEqualTo(expected);
  }

  private static void answer(String body, String tag) {
    ANSWERING.set((HttpServletRequest request, HttpServletResponse response) -> {
      response.setContentType("application/json");
      response.setHeader("ETag", tag);
      response.setContentLength(bytes(body).length);
      response.getOutputStream().write(bytes(body));
    });
  }

  private static String header(HttpResponse<byte[]> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static JsonNode problem(HttpResponse<byte[]> answer) throws IOException {
    assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
    return Json.MAPPER.readTree(answer.body());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
