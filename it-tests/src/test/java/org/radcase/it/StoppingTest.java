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
  private static final int SIDE = 4_000;
  private static final int BIG_BYTES = SIDE * SIDE * 2;

  @Test
  void it_says_so_first_and_then_finishes_what_has_begun() throws IOException {
    try (var server = TomcatServer.onSqlite(Map.of("RADCASE_SHUTDOWN_NOTICE_SECONDS", "2"))) {
      var educator = server.radcase().as("educator");
      var address = Given.addressOf(Given.aCase(educator));
      var file = bigFile(educator, address);
      try (var upload = SlowClient.to(educator);
          var download = SlowClient.to(educator)) {
        download.send(request(educator, "GET", file));
        assertThat(download.head()).startsWith("HTTP/1.1 200").contains("Content-Length: ");
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
        // Nothing of RadCase works on the download: Tomcat sends it from the disk.
        assertThat(Deadline.ofSeconds(1).until(() -> !educator.answersAt("health/live")))
            .isFalse();
        assertThat(download.rest()).hasSizeGreaterThan(BIG_BYTES);
      }

      assertThat(server.exitCode()).isEqualTo(SIGTERM);
    }
  }

  /** Returns the address of a file that no buffer takes whole. */
  private static String bigFile(RadCase educator, String address) {
    var big = new DicomFile()
        .number(0x00280010, SIDE)
        .number(0x00280011, SIDE)
        .pixels(new byte[BIG_BYTES]);
    var stored = educator.post(address + "/dicom", new Multipart().file("big.dcm", big.bytes()));
    assertThat(stored.status()).as(stored.toString()).isEqualTo(200);
    return address + "/instances/" + big.instanceUid();
  }

  private static String request(RadCase radcase, String method, String address, String... lines) {
    var more = lines.length == 0 ? "" : String.join("\r\n", lines) + "\r\n";
    return method + " /" + address + " HTTP/1.1\r\nHost: " + radcase.base().getAuthority()
        + "\r\nConnection: close\r\nCookie: " + radcase.cookie() + "\r\n" + more + "\r\n";
  }
}
