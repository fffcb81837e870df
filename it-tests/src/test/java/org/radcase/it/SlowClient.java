package org.radcase.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A connection on which a test sends and takes as little as it likes, when it likes. */
final class SlowClient implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 60_000;

  /** So few that a server has to wait for who does not read. */
  private static final int RECEIVED_BYTES = 4 << 10;

  private final Socket socket = new Socket();

  private SlowClient(URI base) throws IOException {
    socket.setReceiveBufferSize(RECEIVED_BYTES);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.connect(new InetSocketAddress(base.getHost(), base.getPort()));
  }

  static SlowClient to(RadCase radcase) throws IOException {
    return new SlowClient(radcase.base());
  }

  /** Each character is a byte. */
  SlowClient send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  SlowClient send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return this;
  }

  /** Takes so many bytes of the answer. */
  byte[] take(int bytes) throws IOException {
    return socket.getInputStream().readNBytes(bytes);
  }

  /** Takes the answer's header. */
  String head() throws IOException {
    var head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      var next = socket.getInputStream().read();
      if (next < 0) break;
      head.write(next);
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  /** Takes all until the server hangs up. */
  byte[] rest() throws IOException {
    return socket.getInputStream().readAllBytes();
  }

  /** Goes away without a word, as a phone in a tunnel does. */
  void vanish() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
