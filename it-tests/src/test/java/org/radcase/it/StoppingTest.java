package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.radcase.it.server.Deadline;
import org.radcase.it.server.TomcatServer;

/** What a server that is told to end owes to those whose requests it has. */
@Tag("own-server")
class StoppingTest {
  private static final int SIGTERM = 128 + 15;

  @Test
  void it_says_so_first_and_then_finishes_what_has_begun() throws IOException {
    try (var server = TomcatServer.onSqlite(Map.of("RADCASE_SHUTDOWN_NOTICE_SECONDS", "2"))) {
      var educator = server.radcase().as("educator");
      var address = Given.addressOf(Given.aCase(educator));
      try (var upload = SlowClient.to(educator)) {
        var small = new DicomFile().bytes();
        var body = "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.dcm\""
            + "\r\n\r\n" + new String(small, StandardCharsets.ISO_8859_1) + "\r\n--b--\r\n";
        upload.send(request(
            educator,
            "POST",
            address + "/dicom",
            "Content-Type: multipart/form-data; boundary=b",
            "Expect: 100-continue",
            "Content-Length: " + body.length()));
        assertThat(upload.head()).startsWith("HTTP/1.1 100");
        upload.send(body.substring(0, 200));

        server.terminate();

        // A load balancer sees it on a connection of its own, and is served meanwhile.
        assertThat(
                Deadline.ofSeconds(30).until(() -> educator.get("health/ready").status() == 503))
            .isTrue();
        assertThat(educator.get("health/live").status()).isEqualTo(200);
        assertThat(educator.get(address).status()).isEqualTo(200);
        // And for longer than its notice: for this one.
        assertThat(Deadline.ofSeconds(3).until(() -> !educator.answersAt("health/live")))
            .isFalse();
        upload.send(body.substring(200));
        assertThat(upload.head()).startsWith("HTTP/1.1 200");
      }

      assertThat(server.exitCode()).isEqualTo(SIGTERM);
    }
  }

  private static String request(RadCase radcase, String method, String address, String... lines) {
    var more = lines.length == 0 ? "" : String.join("\r\n", lines) + "\r\n";
    return method + " /" + address + " HTTP/1.1\r\nHost: " + radcase.base().getAuthority()
        + "\r\nConnection: close\r\nCookie: " + radcase.cookie() + "\r\n" + more + "\r\n";
  }
}
