package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.it.server.Deadline;
import org.radcase.it.server.TomcatServer;

/** Clients that are slow, mad or too many; the others hardly notice. */
@Tag("own-server")
class BadDaysTest {
  /** Few, so that a test fills the house; with server-config it is 360. */
  private static final int MOST = 40;

  private static final int SIDE = 1_500;
  private static final String MERGE_PATCH = "Content-Type: application/merge-patch+json";
  private static final String ATTACKER = "127.66.6.6";

  private static TomcatServer server;
  private static RadCase radcase;
  private static RadCase other;
  private static String address;
  private static String file;

  @BeforeAll
  static void start() {
    server = TomcatServer.onSqlite(Map.of(
        "RADCASE_REQUESTS_MOST",
        Integer.toString(MOST),
        "RADCASE_TRUSTED_PROXIES",
        "127.0.0.1,::1"));
    radcase = server.radcase().as("educator").from(ATTACKER);
    other = radcase.from("127.1.1.1");
    address = Given.addressOf(Given.aCase(other));
    var big = new DicomFile().number(0x00280010, SIDE).number(0x00280011, SIDE).pixels(noise());
    var stored = other.post(address + "/dicom", new Multipart().file("big.dcm", big.bytes()));
    assertThat(stored.status()).as(stored.toString()).isEqualTo(200);
    file = address + "/instances/" + big.instanceUid();
  }

  /** Something that does not become small on its way. */
  private static byte[] noise() {
    var samples = new byte[SIDE * SIDE * 2];
    new Random(1).nextBytes(samples);
    for (var high = 1; high < samples.length; high += 2) samples[high] &= 0x0F;
    return samples;
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void othersAreServed() {
    assertThat(other.get("health/ready").status()).isEqualTo(200);
    assertThat(other.get(address).status()).isEqualTo(200);
    assertThat(other.get("api/cases").status()).isEqualTo(200);
    assertThat(other.get(file, "Range", "bytes=0-99").status()).isEqualTo(206);
    assertThat(other.patch(address, "{\"findings\": \"None\"}", "If-Match", "*").status())
        .isEqualTo(200);
  }

  private static String request(RadCase radcase, String method, String address, String... lines) {
    var more = lines.length == 0 ? "" : String.join("\r\n", lines) + "\r\n";
    var cookie = radcase.cookie().isEmpty() ? "" : "Cookie: " + radcase.cookie() + "\r\n";
    return method + " /" + address + " HTTP/1.1\r\nHost: " + radcase.base().getAuthority()
        + "\r\nX-Forwarded-For: " + radcase.client() + "\r\n" + cookie + more + "\r\n";
  }

  private static List<SlowClient> many(int clients, String beginning) throws IOException {
    var all = new ArrayList<SlowClient>();
    for (var i = 0; i < clients; i++) all.add(SlowClient.to(radcase).send(beginning));
    return all;
  }

  private static void end(List<SlowClient> clients) throws IOException {
    for (var client : clients) client.vanish();
    // Whoever waited for them is told that they are gone.
    assertThat(Deadline.ofSeconds(60).until(() -> refusedNowhere())).isTrue();
  }

  private static boolean refusedNowhere() {
    return other.get(address).status() == 200 && radcase.get(address).status() == 200;
  }

  private static double refused(String reason) {
    var sum = 0.0;
    for (var series :
        other.as("admin").get("api/admin/metrics").json().path("groups").path("http")) {
      if (!series.path("name").asText().startsWith("radcase_http_requests_refused")) continue;
      for (var one : series.path("series")) {
        if (one.path("labels").path("reason").asText().equals(reason)) {
          sum += one.path("count").asDouble();
        }
      }
    }
    return sum;
  }

  @Test
  void headers_that_trickle_in_keep_nobody_waiting() throws IOException {
    var clients = many(500, "GET /api/cases HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");

    for (var round = 0; round < 3; round++) {
      for (var client : clients) client.send("x");
      othersAreServed();
    }

    end(clients);
  }

  @Test
  void bodies_that_trickle_in_take_some_room_and_not_that_of_others() throws IOException {
    var before = refused("address");
    var clients = many(
        200,
        request(
            radcase,
            "POST",
            address + "/dicom",
            "Content-Type: multipart/form-data; boundary=b",
            "Content-Length: 1000000"));

    for (var round = 0; round < 3; round++) othersAreServed();

    end(clients);
    assertThat(refused("address")).isGreaterThan(before);
  }

  @Test
  void a_body_of_a_few_bytes_a_second_is_given_up() throws IOException {
    try (var client = SlowClient.to(radcase)) {
      client.send(request(
          radcase,
          "POST",
          "api/cases",
          "Content-Type: application/json",
          "Content-Length: 100000"));
      var given = new AtomicBoolean();
      var sending = Executors.newSingleThreadScheduledExecutor();
      sending.scheduleAtFixedRate(
          () -> {
            try {
              client.send(" ");
            } catch (IOException e) {
              given.set(true);
            }
          },
          0,
          200,
          TimeUnit.MILLISECONDS);
      try {
        assertThat(client.head()).startsWith("HTTP/1.1 408");
        assertThat(Deadline.ofSeconds(60).until(given::get))
            .as("it is hung up on")
            .isTrue();
      } finally {
        sending.shutdownNow();
      }
    }
    assertThat(refused("slow-body")).isPositive();
  }

  @Test
  void a_stranger_is_not_waited_for_either() throws IOException {
    var stranger = radcase.asStranger();
    var clients = many(
        200,
        request(
            stranger,
            "POST",
            "api/cases",
            "Content-Type: application/json",
            "Content-Length: 1000000"));

    for (var round = 0; round < 3; round++) othersAreServed();

    end(clients);
  }

  @Test
  void who_never_reads_keeps_nobody_else_from_reading() throws IOException {
    var clients = many(200, request(radcase, "GET", file));

    for (var round = 0; round < 3; round++) othersAreServed();

    end(clients);
  }

  @Test
  void a_thousand_clients_that_vanish_leave_nothing_behind() throws IOException {
    var requests = List.of(
        "GET /api/ca",
        request(radcase, "GET", file),
        request(radcase, "GET", "api/cases"),
        request(
                radcase,
                "POST",
                address + "/dicom",
                "Content-Type: multipart/form-data; boundary=b",
                "Content-Length: 5000")
            + "half");
    for (var round = 0; round < 10; round++) {
      var clients = new ArrayList<SlowClient>();
      for (var i = 0; i < 100; i++) {
        clients.add(SlowClient.to(radcase).send(requests.get(i % requests.size())));
      }
      for (var client : clients) client.vanish();
    }

    othersAreServed();
    assertThat(Deadline.ofSeconds(60)
            .until(() -> valueOf("radcase_http_requests_active", "value") <= 1))
        .isTrue();
  }

  private static double valueOf(String name, String what) {
    for (var metric :
        other.as("admin").get("api/admin/metrics").json().path("groups").path("http")) {
      if (metric.path("name").asText().equals(name)) {
        return metric.path("series").path(0).path(what).asDouble();
      }
    }
    throw new AssertionError("No metric is called " + name);
  }

  @Test
  void who_goes_away_in_the_middle_is_counted_and_not_told_of() throws IOException {
    var multipart = "Content-Type: multipart/form-data; boundary=b";
    for (var begun : List.of(
        request(radcase, "GET", "openapi.json?v=%s"),
        request(radcase, "GET", file + "/rendered?v=%s"),
        request(radcase, "POST", address + "/dicom?v=%s", multipart, "Content-Length: 9") + "--b",
        request(radcase, "PATCH", address + "?v=%s", MERGE_PATCH, "Content-Length: 9") + "{")) {
      var before = broken();
      var tries = new AtomicInteger();
      assertThat(Deadline.ofSeconds(60).until(() -> {
            // None is given what another was, which is there before she has gone.
            goAway(begun.formatted(tries.getAndIncrement()));
            return broken() > before;
          }))
          .as(begun)
          .isTrue();
    }

    assertThat(server.console()).doesNotContain("ClientAbortException", "\tat org.radcase");
  }

  private static void goAway(String begun) {
    try {
      SlowClient.to(radcase).send(begun).vanish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double broken() {
    return valueOf("radcase_http_requests_broken_total", "count");
  }

  @Test
  void a_flood_of_headers_is_refused() {
    var raw = RawHttp.to(radcase);

    assertThat(
            raw.send("GET", "/api/cases", "X-A: b\r\n".repeat(200) + "X-A: b").status())
        .isIn(400, 431);
    assertThat(raw.send("GET", "/api/cases", "X-A: " + "b".repeat(1_000_000)).status())
        .isIn(0, 400, 431);
    assertThat(raw.send("GET", "/api/cases?" + "a=b&".repeat(100_000)).status()).isIn(0, 400, 414);
    othersAreServed();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n",
        "Content-Length: 0\r\nContent-Length: 44\r\n\r\n",
        "Content-Length: 0, 44\r\n\r\n",
        "Content-Length: +0\r\n\r\n",
        "Content-Length: -1\r\n\r\n",
        "Content-Length: 0x0\r\n\r\n",
        "Content-Length : 0\r\n\r\n",
        "Content-Length: 0\r\n folded: 1\r\n\r\n",
        "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding:\u000bchunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n0x0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n100000000000000000\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n2\r\n{}0\r\n\r\n",
        "\u0000Content-Length: 0\r\n\r\n",
        ": 0\r\n\r\n",
        "Content-Length\r\n\r\n"
      })
  void what_another_server_could_read_otherwise_ends_the_connection(String rest) {
    // Who reads the first request otherwise finds a second one in it.
    var hidden = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";
    var reply = RawHttp.to(radcase)
        .write("POST /api/auth/logout HTTP/1.1\r\nHost: " + radcase.base().getAuthority() + "\r\n"
            + rest + hidden);

    assertThat(reply.text()).doesNotContain("\"checks\"");
    assertThat(reply.text().split("HTTP/1\\.1 ", -1)).as(reply.text()).hasSizeLessThanOrEqualTo(2);
    assertThat(reply.status()).as(reply.text()).isIn(0, 400, 401, 501);
  }

  @Test
  void a_thousand_ranges_are_one_answer() {
    for (var ranges : List.of("0-0,".repeat(3_000) + "0-0", "0-,".repeat(3_000) + "1-")) {
      var answer = other.get(file, "Range", "bytes=" + ranges);

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.mediaType()).doesNotContain("multipart");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "br", "zstd", "gzip, gzip"})
  void a_packed_body_is_not_unpacked(String coding) {
    var answer = other.postJson("api/cases", "{}", "Content-Encoding", coding);

    Expect.problem(answer, 415, "media-type.unsupported");
    assertThat(answer.header("Accept-Encoding")).isEqualTo("identity");
  }

  @Test
  void under_too_much_work_reports_wait_and_reading_goes_on() throws InterruptedException {
    var admin = other.as("admin").from("127.1.1.2");
    var ended = new AtomicBoolean();
    var statuses = new ConcurrentLinkedQueue<Integer>();
    // Less than the house, as in its first second nobody of a crowd is refused, and hashing takes
    // longer.
    var many = MOST * 3 / 4;
    var crowd = Executors.newFixedThreadPool(many);
    try {
      for (var i = 0; i < many; i++) {
        var one = server.radcase().from("127.2.1." + i);
        crowd.execute(() -> {
          while (!ended.get()) {
            statuses.add(People.tryToSignIn(one, "educator", People.PASSWORD).status());
          }
        });
      }
      assertThat(
              Deadline.ofSeconds(60).until(() -> admin.get("api/admin/metrics").status() == 503))
          .isTrue();
      var refused = admin.get("api/admin/audit");
      if (refused.status() == 503) {
        Expect.problem(refused, 503, "server.overloaded");
        assertThat(refused.header("Retry-After")).isEqualTo("5");
      }
      // In a crowd's first second all are let in, and a house as small as this is full until they
      // are hashed.
      assertThat(Deadline.ofSeconds(60).until(() -> other.get(address).status() == 200))
          .isTrue();
      for (var i = 0; i < 20; i++) {
        var read = other.get(address);
        assertThat(read.status()).as(read.toString()).isEqualTo(200);
        assertThat(other.get(file, "Range", "bytes=0-99").status()).isEqualTo(206);
        assertThat(other.get("health/ready").status()).isEqualTo(200);
      }
      assertThat(Deadline.ofSeconds(60).until(() -> statuses.contains(503))).isTrue();
    } finally {
      ended.set(true);
      crowd.shutdown();
      assertThat(crowd.awaitTermination(120, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(statuses).contains(200);
    assertThat(admin.get("api/admin/metrics").status()).isEqualTo(200);
    assertThat(refused("busy")).isPositive();
    othersAreServed();
  }
}
