package org.radcase.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.radcase.it.Given;
import org.radcase.it.server.NginxServer;
import org.radcase.it.server.TomcatServer;

/**
 * Requests a second for a DICOM instance of 512 KB, signed in, with rights and the audit trail; beside
 * nginx serving the same file, and beside Tomcat's own servlet for files in the same Tomcat. nginx has
 * two forms: with sendfile alone, and as Debian sets it up, with tcp_nopush, which puts the headers in one
 * packet with the first bytes; Tomcat has no such switch. Each has its turn several times, for
 * {@code bench.seconds} (8); the middle one counts. Needs wrk and nginx (Debian: wrk, nginx).
 */
class InstanceBench {
  private static final int SECONDS = Integer.getInteger("bench.seconds", 8);
  private static final int TURNS = 3;

  @Test
  void instance_of_512_KB() throws IOException {
    var bytes = SyntheticCt.slices(1)[0];
    var folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "files-");
    Files.write(folder.resolve("slice.dcm"), bytes);
    var port = freePort();
    var corked = freePort();
    try (var server = TomcatServer.onSqliteBeside(
            Map.of("RADCASE_DEMO", "false", "RADCASE_ACCEPT_IDENTIFIED", "true"),
            webapps -> layFile(webapps, bytes));
        var nginx =
            NginxServer.start(siteOf(folder, port, "off") + siteOf(folder, corked, "on"), port)) {
      var educator = server.radcase().as("educator");
      var address = Given.addressOf(Given.aCase(educator));
      for (var request : SyntheticCt.requests(new byte[][] {bytes})) {
        assertThat(educator.post(address + "/dicom", request).status()).isEqualTo(200);
      }
      var frame = educator.get(address + "/dicom").json().at("/series/0/frames/0");
      var instance = server
          .address()
          .resolve(address + "/instances/" + frame.path("instance").asText());
      assertThat(educator.get(instance.toString()).bytes()).isEqualTo(bytes);
      var frames = server.address().resolve(frame.path("href").asText());
      var ofNginx = URI.create("http://127.0.0.1:" + port + "/slice.dcm");
      var ofNginxCorked = URI.create("http://127.0.0.1:" + corked + "/slice.dcm");
      var ofTomcat = server.address().resolve("/files/slice.dcm");
      var cookie = educator.cookie();

      var rates = new double[5][TURNS];
      // The first turn is for the compiler.
      for (var turn = -1; turn < TURNS; turn++) {
        var at = Math.max(turn, 0);
        rates[0][at] = requestsASecond(instance, cookie);
        rates[1][at] = requestsASecond(frames, cookie);
        rates[2][at] = requestsASecond(ofTomcat, "");
        rates[3][at] = requestsASecond(ofNginx, "");
        rates[4][at] = requestsASecond(ofNginxCorked, "");
      }
      for (var each : rates) Arrays.sort(each);
      var middle = Arrays.stream(rates).mapToDouble(each -> each[TURNS / 2]).toArray();
      new Figures("Instance")
          .add("an instance, bytes", "%d", bytes.length)
          .add("an instance a second, 100 connections", "%.0f", middle[0])
          .add("a frame as it is a second", "%.0f", middle[1])
          .add("Tomcat's servlet for files, the same bytes", "%.0f", middle[2])
          .add("nginx, the same bytes, sendfile", "%.0f", middle[3])
          .add("nginx, the same bytes, sendfile and tcp_nopush", "%.0f", middle[4])
          .add("ratio of an instance to nginx with sendfile", "%.3f", middle[0] / middle[3])
          .add(
              "ratio of an instance to nginx with tcp_nopush (to reach: 1.0)",
              "%.3f",
              middle[0] / middle[4])
          .add("ratio of an instance to Tomcat's servlet", "%.3f", middle[0] / middle[2])
          .publish();
    }
  }

  private static String siteOf(Path folder, int port, String nopush) {
    return """
        server {
          listen 127.0.0.1:%d;
          root %s;
          sendfile on;
          tcp_nopush %s;
          keepalive_requests 1000000;
        }
        """
        .formatted(port, folder, nopush);
  }

  private static void layFile(Path webapps, byte[] bytes) {
    try {
      Files.write(Files.createDirectories(webapps.resolve("files")).resolve("slice.dcm"), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static double requestsASecond(URI address, String cookie) {
    return Load.of(address.resolve("/"), address.getPath().substring(1), "Cookie: " + cookie)
        .run(100, SECONDS)
        .requestsASecond();
  }
}
