package org.radcase.monitoring.control.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.radcase.monitoring.control.alerts.AlertNews.Turn;
import org.radcase.monitoring.entity.Alert;
import org.radcase.monitoring.entity.AlertRecord;
import org.radcase.monitoring.entity.ServerAlert;
import org.radcase.monitoring.entity.Severity;
import org.radcase.platform.config.Settings;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.request.CurrentRequest;
import org.radcase.platform.request.TraceContext;
import org.radcase.platform.secrets.ServerKey;
import org.radcase.testing.Awaited;
import org.radcase.testing.EachDatabase;
import org.radcase.testing.TurnableClock;

class WebhookTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final List<Duration> PAUSES =
      List.of(Duration.ofMillis(5), Duration.ofMillis(5), Duration.ofMillis(5));

  /** What a receiver was sent. */
  private record Received(
      JsonNode json,
      String body,
      @Nullable String signature,
      String traceparent,
      @Nullable String tracestate) {
    String trace() {
      return traceparent.substring(3, 35);
    }
  }

  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Deque<Integer> statuses = new ArrayDeque<>();
  private HttpServer receiver;

  @BeforeEach
  void start() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/", exchange -> {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var headers = exchange.getRequestHeaders();
      received.add(new Received(
          new ObjectMapper().readTree(body),
          body,
          headers.getFirst("X-RadCase-Signature"),
          headers.getFirst("traceparent"),
          headers.getFirst("tracestate")));
      var status = statuses.isEmpty() ? 204 : statuses.removeFirst();
      exchange.sendResponseHeaders(status, -1);
      exchange.close();
    });
    receiver.start();
  }

  @AfterEach
  void stop() {
    receiver.stop(0);
  }

  private Webhook webhook(Database database, String secret) {
    var address =
        URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook?token=t0ps3cret");
    return new Webhook(
        Optional.of(new Settings.Webhook(address, secret)), new AlertDao(database), PAUSES);
  }

  private static AlertNews news(Database database, String id, Turn turn) {
    var alert = new Alert(
        ServerAlert.ERROR_RATE, "here", Severity.CRITICAL, TurnableClock.START, 0.25, 0.05);
    var kept = AlertRecord.of(id, alert, "radcase.example.org:8080", TurnableClock.START);
    new AlertDao(database).keep(List.of(kept));
    return new AlertNews(turn, kept);
  }

  private static void awaitNotice(Database database, String id, String notice) {
    var dao = new AlertDao(database);
    Awaited.within(PATIENCE, () -> notice.equals(dao.find(id).orElseThrow().notice()));
    assertThat(dao.find(id).orElseThrow().notice()).isEqualTo(notice);
  }

  @EachDatabase
  void an_alert_is_sent_as_json_and_signed(Database database) {
    var webhook = webhook(database, "a secret of both");

    webhook.offer(news(database, "1", Turn.RAISED));

    awaitNotice(database, "1", "sent");
    var got = received.get(0);
    assertThat(got.json().toString())
        .isEqualTo(
            "{\"id\":\"1\",\"alert\":\"error-rate\",\"subject\":\"here\",\"state\":\"raised\","
                + "\"severity\":\"critical\",\"since\":\"2026-11-20T08:00:00Z\","
                + "\"at\":\"2026-11-20T08:00:00Z\",\"figure\":0.25,\"threshold\":0.05,"
                + "\"server\":\"radcase.example.org:8080\"}");
    var key = "a secret of both".getBytes(StandardCharsets.UTF_8);
    assertThat(got.signature())
        .isEqualTo("sha256="
            + HexFormat.of()
                .formatHex(ServerKey.hmac(key, got.body().getBytes(StandardCharsets.UTF_8))));
  }

  @EachDatabase
  void without_a_secret_there_is_no_signature(Database database) {
    webhook(database, "").offer(news(database, "1", Turn.RAISED));

    awaitNotice(database, "1", "sent");
    assertThat(received.get(0).signature()).isNull();
  }

  @EachDatabase
  void a_receiver_that_fails_for_a_while_gets_all_in_their_order(Database database) {
    statuses.addAll(List.of(503, 500, 429));
    var webhook = webhook(database, "");

    webhook.offer(news(database, "1", Turn.RAISED));
    webhook.offer(news(database, "2", Turn.ENDED));

    awaitNotice(database, "2", "sent");
    assertThat(received)
        .extracting(it -> it.json().path("id").asText())
        .containsExactly("1", "1", "1", "1", "2");
  }

  @EachDatabase
  void each_alert_is_a_trace_of_which_each_attempt_is_a_part(Database database) {
    statuses.addAll(List.of(503));
    var webhook = webhook(database, "");

    webhook.offer(news(database, "1", Turn.RAISED));
    webhook.offer(news(database, "2", Turn.RAISED));

    awaitNotice(database, "2", "sent");
    assertThat(received)
        .allSatisfy(it -> assertThat(it.traceparent()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00"))
        .extracting(Received::traceparent)
        .doesNotHaveDuplicates();
    var traces = received.stream().map(Received::trace).toList();
    assertThat(traces.get(1)).isEqualTo(traces.get(0));
    assertThat(traces.get(2)).isNotEqualTo(traces.get(0));
  }

  @EachDatabase
  void what_is_sent_for_a_request_is_a_part_of_its_trace(Database database) {
    var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    var of = TraceContext.of(
        List.of("00-" + trace + "-00f067aa0ba902b7-01"), List.of("congo=t61rcWkgMzE,rojo=00f067"));
    CurrentRequest.begin(new CurrentRequest("a-request", "127.0.0.1", of));
    try {
      webhook(database, "").offer(news(database, "1", Turn.RAISED));
    } finally {
      CurrentRequest.end();
    }

    awaitNotice(database, "1", "sent");
    assertThat(received.get(0).traceparent())
        .matches("00-" + trace + "-[0-9a-f]{16}-01")
        .doesNotContain("00f067aa0ba902b7", of.spanId());
    assertThat(received.get(0).tracestate()).isEqualTo("congo=t61rcWkgMzE,rojo=00f067");
  }

  @EachDatabase
  void what_a_receiver_refuses_is_not_sent_again(Database database) {
    statuses.add(404);

    webhook(database, "").offer(news(database, "1", Turn.RAISED));

    awaitNotice(database, "1", "failed: HTTP 404");
    assertThat(received).hasSize(1);
  }

  @EachDatabase
  void an_address_that_no_socket_takes_keeps_no_later_alert_waiting(Database database) {
    var address = URI.create("http://127.0.0.1:99999/hook");
    var webhook =
        new Webhook(Optional.of(new Settings.Webhook(address, "")), new AlertDao(database), PAUSES);

    webhook.offer(news(database, "1", Turn.RAISED));
    webhook.offer(news(database, "2", Turn.RAISED));

    awaitNotice(database, "2", "failed: IllegalArgumentException");
  }

  @EachDatabase
  void a_redirection_is_not_followed(Database database) {
    statuses.add(307);

    webhook(database, "").offer(news(database, "1", Turn.RAISED));

    awaitNotice(database, "1", "failed: HTTP 307");
  }

  @EachDatabase
  void a_receiver_that_is_not_there_is_given_up_and_its_address_is_not_told(Database database) {
    receiver.stop(0);

    webhook(database, "").offer(news(database, "1", Turn.RAISED));

    awaitNotice(database, "1", "failed: ConnectException");
  }
}
