package org.radcase.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.radcase.it.DicomFile;
import org.radcase.it.Given;
import org.radcase.it.Multipart;
import org.radcase.it.RadCase;
import org.radcase.it.server.Deadline;
import org.radcase.it.server.NginxServer;
import org.radcase.it.server.TomcatServer;

/**
 * Requests a second by 100 connections, signed in, of what the prototype was measured by: the list of
 * cases and one case from the cache, the description of a series of 50 slices, a slice of 132 KB. Beside
 * a bare servlet in the same Tomcat which writes the same bytes, uncompressed, and beside nginx which has
 * them as a file. Each has its turn several times, for {@code bench.seconds} (4); the middle one counts.
 * Needs wrk and nginx (Debian: wrk, nginx).
 */
class ListBench {
  private static final int SECONDS = Integer.getInteger("bench.seconds", 4);
  private static final int CONNECTIONS = 100;
  private static final int TURNS = 5;
  private static final int CASES = 24;
  private static final int SLICES = 50;
  private static final int SIZE = 256;

  /** What is read, and how fast the prototype answered it, on another machine of two cores. */
  private record Answer(String name, String address, int ofPrototype) {}

  @Test
  void what_the_prototype_was_measured_by() throws IOException {
    Load.requireWrk();
    var folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "files-");
    var port = freePort();
    try (var server = TomcatServer.onSqliteBeside(
            Map.of("RADCASE_DEMO", "true", "RADCASE_ACCEPT_IDENTIFIED", "true"),
            BareApplication::deploy);
        var nginx = NginxServer.start(site(folder, port), port)) {
      var educator = server.radcase().as("educator");
      assertThat(Deadline.ofSeconds(300)
              .until(() -> educator
                      .get("api/cases?status=published")
                      .json()
                      .at("/pagination/total")
                      .asInt()
                  >= 28))
          .isTrue();
      var made = caseWithSlices(educator);
      var slice =
          educator.get(made + "/dicom").json().at("/series/0/frames/0/href").asText();

      var figures = new Figures("List");
      for (var answer : List.of(
          new Answer("slice", slice, 2_408),
          new Answer("list of 24 cases", "api/cases?limit=" + CASES, 2_969),
          new Answer("one case", made, 6_497),
          new Answer("series of 50 slices", made + "/dicom", 364))) {
        measure(figures, server, answer, folder, port);
      }
      figures.publish();
    }
  }

  private static void measure(
      Figures figures, TomcatServer server, Answer answer, Path folder, int port)
      throws IOException {
    var learner = server.radcase().as("learner");
    var known = learner.get(answer.address());
    assertThat(known.status()).as(known.toString()).isEqualTo(200);
    var bytes = known.bytes();
    var file = answer.name().replace(' ', '-');
    Files.write(folder.resolve(file), bytes);
    var cookie = "Cookie: " + learner.cookie();
    var loads = List.of(
        Load.of(server.address(), answer.address(), cookie),
        Load.of(server.address(), answer.address(), cookie, "Accept-Encoding: gzip"),
        Load.of(server.address(), BareApplication.of(server).bytes(file, bytes), cookie),
        Load.of(URI.create("http://127.0.0.1:" + port), file, cookie));
    var rates = new double[loads.size()][TURNS];
    var p99 = new double[TURNS];
    // The first turns are for the compiler.
    for (var turn = -2; turn < TURNS; turn++) {
      for (var i = 0; i < loads.size(); i++) {
        var speed = loads.get(i).run(CONNECTIONS, SECONDS);
        if (turn < 0) continue;
        rates[i][turn] = speed.requestsASecond();
        if (i == 1) p99[turn] = speed.p99Millis();
      }
    }
    var plain = Figures.percentile(0.5, rates[0]);
    var gzip = Figures.percentile(0.5, rates[1]);
    var bare = Figures.percentile(0.5, rates[2]);
    var nginx = Figures.percentile(0.5, rates[3]);
    var packed = learner.get(answer.address(), "Accept-Encoding", "gzip").bytes();
    figures
        .add(answer.name() + ": bytes, and as gzip", "%d, %d", bytes.length, packed.length)
        .add("– a second uncompressed", "%.0f", plain)
        .add(
            "– a second for a browser, which takes gzip; p99",
            "%.0f, %.1f ms",
            gzip,
            Figures.percentile(0.5, p99))
        .add("– a bare servlet, uncompressed", "%.0f", bare)
        .add("– nginx with a file, uncompressed", "%.0f", nginx)
        .add(
            "– ratio to the bare servlet: uncompressed, gzip",
            "%.2f, %.2f",
            plain / bare,
            gzip / bare)
        .add("– ratio to nginx: uncompressed, gzip", "%.2f, %.2f", plain / nginx, gzip / nginx)
        .add("– ratio to what the prototype did elsewhere", "%.1f", gzip / answer.ofPrototype());
  }

  /** Returns the address of a published case with a series of slices of 132 KB. */
  private static String caseWithSlices(RadCase educator) {
    var fields = Given.json()
        .put("presentation", "Flank pain and fever, woman, 58")
        .put("diagnosis", "Obstructive pyelonephritis")
        .put("visibility", "institution");
    var address = Given.addressOf(Given.aCase(educator, fields));
    var body = new Multipart();
    var study = DicomFile.freshUid();
    var series = DicomFile.freshUid();
    for (var i = 0; i < SLICES; i++) body.file(i + ".dcm", slice(study, series, i));
    var uploaded = educator.post(address + "/dicom", body);
    assertThat(uploaded.status()).as(uploaded.toString()).isEqualTo(200);
    var published = educator.patch(address, "{\"status\": \"published\"}", "If-Match", "*");
    assertThat(published.status()).as(published.toString()).isEqualTo(200);
    return address;
  }

  /** Of a detector's noise, which nothing compresses to the half. */
  private static byte[] slice(String study, String series, int index) {
    var random = new Random(index);
    var pixels = new byte[SIZE * SIZE * 2];
    for (var i = 0; i < pixels.length; i += 2) {
      pixels[i] = (byte) random.nextInt(256);
      pixels[i + 1] = (byte) random.nextInt(4);
    }
    return new DicomFile()
        .uid(DicomFile.STUDY_INSTANCE_UID, study)
        .uid(DicomFile.SERIES_INSTANCE_UID, series)
        .text(DicomFile.INSTANCE_NUMBER, "IS", Integer.toString(index + 1))
        .text(DicomFile.IMAGE_POSITION, "DS", "0\\0\\" + index)
        .number(0x00280010, SIZE)
        .number(0x00280011, SIZE)
        .pixels(pixels)
        .bytes();
  }

  private static String site(Path folder, int port) {
    return """
        server {
          listen 127.0.0.1:%d;
          root %s;
          sendfile on;
          tcp_nopush on;
          keepalive_requests 1000000;
        }
        """
        .formatted(port, folder);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
