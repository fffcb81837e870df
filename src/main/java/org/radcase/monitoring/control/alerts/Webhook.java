package org.radcase.monitoring.control.alerts;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.config.Settings;
import org.radcase.platform.json.Json;
import org.radcase.platform.request.CurrentRequest;
import org.radcase.platform.request.TraceContext;
import org.radcase.platform.secrets.ServerKey;
import org.radcase.platform.time.Timers;

/**
 * Sends alerts to the address that the operator set, one after the other in a thread of its own, so that a
 * receiver that hangs holds up nobody. Thread-safe.
 */
@ApplicationScoped
class Webhook {
  private static final Logger LOG = System.getLogger("org.radcase.alerts");
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final List<Duration> USUAL_PAUSES =
      List.of(Duration.ofSeconds(2), Duration.ofSeconds(15), Duration.ofSeconds(60));

  /** All kinds raised and ended while the receiver is down for some minutes; later ones are dropped. */
  private static final int MOST_WAITING = 100;

  private static final int FIRST_FAULT = 300;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;

  /**
   * What is sent.
   *
   * @param state raised, worsened or ended
   * @param figure the worst so far
   */
  private record Message(
      String id,
      String alert,
      String subject,
      String state,
      String severity,
      Instant since,
      Instant at,
      double figure,
      double threshold,
      String server) {
    static Message of(AlertNews news) {
      var alert = news.alert();
      return new Message(
          alert.id(),
          alert.kind(),
          alert.subject(),
          news.turn().term(),
          alert.severity().term(),
          alert.since(),
          alert.toldAt(),
          alert.worst(),
          alert.limit(),
          alert.server());
    }
  }

  /** @param trace that all attempts are parts of */
  private record Waiting(AlertNews news, TraceContext trace) {}

  private final Optional<Settings.Webhook> receiver;
  private final AlertDao dao;
  private final List<Duration> pauses;
  private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
  private final ScheduledExecutorService sender = Timers.named("radcase-webhook");

  private @Nullable HttpClient client;

  @Inject
  Webhook(Settings settings, AlertDao dao) {
    this(settings.webhook(), dao, USUAL_PAUSES);
  }

  /** @param pauses before the second, third and further attempts; after the last it is given up */
  Webhook(Optional<Settings.Webhook> receiver, AlertDao dao, List<Duration> pauses) {
    this.receiver = receiver;
    this.dao = dao;
    this.pauses = pauses;
  }

  @PreDestroy
  void end() {
    sender.shutdownNow();
  }

  /** Sends it when its turn comes; returns at once. */
  void offer(AlertNews news) {
    if (receiver.isEmpty()) return;
    synchronized (waiting) {
      if (waiting.size() >= MOST_WAITING) {
        LOG.log(Level.WARNING, "The webhook is too far behind; it won't get " + news);
        return;
      }
      var next = new Waiting(news, CurrentRequest.get().trace().child());
      waiting.addLast(next);
      if (waiting.size() == 1) sender.execute(() -> attempt(receiver.get(), next, 0));
    }
  }

  private void attempt(Settings.Webhook to, Waiting turn, int failures) {
    var fault = send(to, turn);
    if (fault.isPresent() && fault.get().mayPass() && failures < pauses.size()) {
      LOG.log(Level.INFO, "The webhook is tried again: " + fault.get().text());
      var unused = sender.schedule(
          () -> attempt(to, turn, failures + 1),
          pauses.get(failures).toMillis(),
          TimeUnit.MILLISECONDS);
      return;
    }
    if (fault.isPresent()) {
      LOG.log(Level.WARNING, "The webhook did not get an alert: " + fault.get().text());
    }
    note(turn.news(), fault.map(it -> "failed: " + it.text()).orElse("sent"));
    synchronized (waiting) {
      waiting.removeFirst();
      var next = waiting.peekFirst();
      if (next != null) sender.execute(() -> attempt(to, next, 0));
    }
  }

  private void note(AlertNews news, String notice) {
    try {
      dao.note(news.alert().id(), notice);
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "How the webhook went is only in the log: " + e.getMessage());
    }
  }

  /** @param mayPass whether it may be gone at the next attempt */
  private record Fault(String text, boolean mayPass) {}

  private Optional<Fault> send(Settings.Webhook to, Waiting turn) {
    var body = Json.bytes(Message.of(turn.news()));
    var request = HttpRequest.newBuilder(to.address())
        .timeout(TIMEOUT)
        .header("Content-Type", "application/json")
        .header("User-Agent", "RadCase")
        .POST(BodyPublishers.ofByteArray(body));
    turn.trace().child().headers().forEach(request::header);
    if (!to.secret().isEmpty()) request.header("X-RadCase-Signature", signature(to, body));
    try {
      var status = client().send(request.build(), BodyHandlers.discarding()).statusCode();
      if (status < FIRST_FAULT) return Optional.empty();
      return Optional.of(new Fault("HTTP " + status, status >= SERVER_ERROR || status == TOO_MANY));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(new Fault("RadCase stops", false));
    } catch (IOException e) {
      return Optional.of(new Fault(e.getClass().getSimpleName(), true));
    } catch (RuntimeException e) {
      // Such as a port that no socket takes. Those after it are not to wait for ever.
      return Optional.of(new Fault(e.getClass().getSimpleName(), false));
    }
  }

  /** Over the bytes of the body, as GitHub and others do. */
  private static String signature(Settings.Webhook to, byte[] body) {
    var key = to.secret().getBytes(StandardCharsets.UTF_8);
    return "sha256=" + HexFormat.of().formatHex(ServerKey.hmac(key, body));
  }

  /** Made when there is something to send; only the sender's thread asks. */
  private HttpClient client() {
    var known = client;
    if (known != null) return known;
    var made = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    client = made;
    return made;
  }
}
