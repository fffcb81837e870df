package org.radcase.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.radcase.it.Given;
import org.radcase.it.People;
import org.radcase.it.server.Deadline;
import org.radcase.it.server.TomcatServer;

/**
 * Fifty people open a series of 200 slices of 512 × 512 in the same moment, each by a session and
 * connections of her own: the manifest, the first slice, then all others six at a time, packed, as the
 * viewer asks for them. Rounds follow each other; the first is for the compiler.
 */
class SeriesBench {
  private static final int PEOPLE = 50;
  private static final int SLICES = 200;
  private static final int AT_A_TIME = 6;
  private static final int ROUNDS = 5;
  private static final String PACKED = "image/jls, application/octet-stream";
  private static final List<String> ACCOUNTS = List.of("learner", "educator");

  /** Milliseconds from a person's first request on. */
  private record Opened(double first, double all) {}

  private final AtomicLong bytes = new AtomicLong();

  @Test
  void series_of_200_slices() throws IOException, InterruptedException, ExecutionException {
    var settings = Map.of("RADCASE_DEMO", "false", "RADCASE_ACCEPT_IDENTIFIED", "true");
    try (var server = TomcatServer.onSqlite(settings)) {
      var educator = server.radcase().as("educator");
      var fields = Given.json()
          .put("presentation", "Flank pain")
          .put("diagnosis", "Stone")
          .put("visibility", "institution");
      var address = Given.addressOf(Given.aCase(educator, fields));
      for (var request : SyntheticCt.requests(SyntheticCt.slices(SLICES))) {
        assertThat(educator.post(address + "/dicom", request).status()).isEqualTo(200);
      }
      var frames = StreamSupport.stream(
              educator.get(address + "/dicom").json().at("/series/0/frames").spliterator(), false)
          .map(frame -> server.address().resolve(frame.path("href").asText()))
          .toList();
      assertThat(frames).hasSize(SLICES);
      for (var frame : frames) {
        assertThat(Deadline.ofSeconds(300).until(() -> educator
                .get(frame.toString(), "Accept", PACKED)
                .header("Content-Type")
                .startsWith("image/jls")))
            .isTrue();
      }
      var published = educator.patch(address, "{\"status\": \"published\"}", "If-Match", "*");
      assertThat(published.status()).as(published.toString()).isEqualTo(200);
      assertThat(server.radcase().as("learner").get(address).status()).isEqualTo(200);
      var manifest = server.address().resolve(address + "/dicom");
      var cookies = new ArrayList<String>();
      for (var i = 0; i < PEOPLE; i++) {
        cookies.add(
            People.signIn(server.radcase(), ACCOUNTS.get(i % ACCOUNTS.size()), People.PASSWORD));
      }

      var opened = new ArrayList<Opened>();
      for (var round = 0; round < ROUNDS; round++) {
        var now = openTogether(manifest, frames, cookies);
        if (round > 0) opened.addAll(now);
      }
      var first = opened.stream().mapToDouble(Opened::first).toArray();
      var all = opened.stream().mapToDouble(Opened::all).toArray();
      new Figures("Series")
          .add("people at once, slices, visits", "%d, %d, %d", PEOPLE, SLICES, opened.size())
          .add("bytes of a series, packed", "%d", bytes.get() / PEOPLE / ROUNDS)
          .add(
              "manifest and first slice, ms: p50, p95 (to reach: 300), most",
              "%.0f, %.0f, %.0f",
              Figures.percentile(0.5, first),
              Figures.percentile(0.95, first),
              Figures.percentile(1, first))
          .add(
              "whole series, ms: p50, p95",
              "%.0f, %.0f",
              Figures.percentile(0.5, all),
              Figures.percentile(0.95, all))
          .publish();
    }
  }

  private List<Opened> openTogether(URI manifest, List<URI> frames, List<String> cookies)
      throws InterruptedException, ExecutionException {
    var start = new CyclicBarrier(cookies.size());
    var threads = Executors.newFixedThreadPool(cookies.size());
    try {
      var running = cookies.stream()
          .map(cookie -> threads.submit(() -> {
            var viewer = new Viewer(frames, cookie);
            start.await();
            var began = System.nanoTime();
            viewer.get(manifest, "application/json").join();
            viewer.get(frames.get(SLICES / 2), PACKED).join();
            var first = System.nanoTime();
            viewer.loadAll();
            return new Opened((first - began) / 1e6, (System.nanoTime() - began) / 1e6);
          }))
          .toList();
      var opened = new ArrayList<Opened>();
      for (var one : running) opened.add(one.get());
      return opened;
    } finally {
      threads.shutdownNow();
    }
  }

  /** One person's, with an empty cache. */
  private final class Viewer {
    private final HttpClient browser =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<URI> frames;
    private final String cookie;
    private final AtomicInteger next = new AtomicInteger();

    Viewer(List<URI> frames, String cookie) {
      this.frames = frames;
      this.cookie = cookie;
    }

    CompletableFuture<Void> get(URI address, String accept) {
      var request = HttpRequest.newBuilder(address)
          .header("Cookie", cookie)
          .header("Accept", accept)
          .build();
      return browser.sendAsync(request, BodyHandlers.ofByteArray()).thenAccept(answer -> {
        assertThat(answer.statusCode()).isEqualTo(200);
        bytes.addAndGet(answer.body().length);
      });
    }

    void loadAll() {
      var lines = new ArrayList<CompletableFuture<Void>>();
      for (var i = 0; i < AT_A_TIME; i++) lines.add(takeNext());
      lines.forEach(CompletableFuture::join);
    }

    private CompletableFuture<Void> takeNext() {
      var at = next.getAndIncrement();
      if (at >= frames.size()) return CompletableFuture.completedFuture(null);
      return get(frames.get(at), PACKED).thenCompose(done -> takeNext());
    }
  }
}
