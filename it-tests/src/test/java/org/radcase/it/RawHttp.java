package org.radcase.it;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** HTTP/1.1 by hand, for requests that no client library would send. */
record RawHttp(URI base) {
  private static final int PATIENCE_MILLIS = 30_000;

  /** What came back; status 0 if the server only closed the connection. */
  record Reply(int status, String text) {
    /** The header lines, without the body. */
    String head() {
      var end = text.indexOf("\r\n\r\n");
      return end < 0 ? text : text.substring(0, end);
    }

    /**
     * What Payara's connector says to a request that it cannot read: 200, and nothing. RadCase itself
     * names each of its answers.
     */
    boolean isOfTheConnectorAlone() {
      return status == 200
          && head().contains("\r\nContent-Length: 0")
          && !head().contains("X-Request-Id")
          && text.endsWith("\r\n\r\n");
    }
  }

  static RawHttp to(RadCase radcase) {
    return new RawHttp(radcase.base());
  }

  /**
   * Sends a request without body.
   *
   * @param target exactly as it is to stand in the request line
   * @param lines more header lines
   */
  Reply send(String method, String target, String... lines) {
    var more = lines.length == 0 ? "" : String.join("\r\n", lines) + "\r\n";
    return write(method + " " + target + " HTTP/1.1\r\nHost: " + base.getAuthority()
        + "\r\nConnection: close\r\n" + more + "\r\n");
  }

  /** Sends bytes as they are, each character one. */
  Reply write(String request) {
    try (var socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      return new Reply(statusOf(answer), answer);
    } catch (IOException e) {
      // Who sends too much finds the connection reset.
      return new Reply(0, "");
    }
  }

  private static int statusOf(String answer) {
    return answer.startsWith("HTTP/1.") ? Integer.parseInt(answer.substring(9, 12)) : 0;
  }
}
