package org.radcase.it.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Many keep-alive connections of one thread, on which requests go out by the clock, in turn, however
 * long answers take. An answer's time counts from when its request was due.
 */
final class OpenConnections implements AutoCloseable {
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d+)\r\n");

  /** @param errors answers other than 200, connections that broke or were not done in time; how often */
  record Measured(
      long answers, Map<String, Long> errors, double p50, double p95, double p99, double most) {}

  private static final class Connection {
    private final SocketChannel channel;
    private final StringBuilder head = new StringBuilder();
    private long dueAt;
    private boolean busy;

    /** Of the body; below zero while the header is not complete. */
    private long left = -1;

    Connection(SocketChannel channel) {
      this.channel = channel;
    }
  }

  private final Selector selector = Selector.open();
  private final List<Connection> connections = new ArrayList<>();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 << 10);
  private final byte[] request;
  private final Map<String, Long> errors = new TreeMap<>();
  private long[] nanos = new long[1 << 16];
  private int answers;

  OpenConnections(URI base, String address, String cookie, int many) throws IOException {
    request = ("GET /" + address + " HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\nCookie: "
            + cookie + "\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
    var server = new InetSocketAddress(base.getHost(), base.getPort());
    for (var i = 0; i < many; i++) {
      var channel = SocketChannel.open(server);
      channel.configureBlocking(false);
      var connection = new Connection(channel);
      channel.register(selector, SelectionKey.OP_READ, connection);
      connections.add(connection);
      // The server closes a connection on which nothing has been asked for 20 s.
      send(connection, System.nanoTime());
      receive();
    }
    while (isBusy()) receive();
  }

  /** Asks for so long. */
  Measured ask(int requestsASecond, Duration howLong) throws IOException {
    errors.clear();
    answers = 0;
    var between = Duration.ofSeconds(1).toNanos() / requestsASecond;
    var begun = System.nanoTime();
    var all = howLong.toNanos() / between;
    for (var next = 0L; next < all; ) {
      while (next < all && System.nanoTime() - begun >= next * between) {
        send(connections.get((int) (next % connections.size())), begun + next * between);
        next++;
      }
      receive();
    }
    // The last ones have a while.
    var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (isBusy() && System.nanoTime() < end) receive();
    connections.stream().filter(it -> it.busy).forEach(it -> error("No answer"));
    var sorted = Arrays.copyOf(nanos, answers);
    Arrays.sort(sorted);
    return new Measured(
        answers,
        Map.copyOf(errors),
        millis(sorted, 0.5),
        millis(sorted, 0.95),
        millis(sorted, 0.99),
        millis(sorted, 1));
  }

  private boolean isBusy() {
    return connections.stream().anyMatch(it -> it.busy);
  }

  private void send(Connection connection, long dueAt) {
    if (connection.busy) {
      error("Not answered when the next request was due");
      return;
    }
    connection.busy = true;
    connection.dueAt = dueAt;
    connection.left = -1;
    connection.head.setLength(0);
    try {
      var sent = connection.channel.write(ByteBuffer.wrap(request));
      if (sent < request.length) error("Not sent");
    } catch (IOException e) {
      broken(connection, e);
    }
  }

  private void receive() throws IOException {
    selector.select(1);
    for (var keys = selector.selectedKeys().iterator(); keys.hasNext(); ) {
      var connection = (Connection) keys.next().attachment();
      keys.remove();
      try {
        read(connection);
      } catch (IOException e) {
        broken(connection, e);
      }
    }
  }

  private void read(Connection connection) throws IOException {
    buffer.clear();
    var read = connection.channel.read(buffer);
    if (read < 0) throw new IOException("Closed by the server");
    if (connection.left < 0) {
      buffer.flip();
      connection.head.append(StandardCharsets.ISO_8859_1.decode(buffer));
      var end = connection.head.indexOf("\r\n\r\n");
      if (end < 0) return;
      var length = LENGTH.matcher(connection.head);
      if (!connection.head.toString().startsWith("HTTP/1.1 200") || !length.find())
        error(connection.head.substring(0, connection.head.indexOf("\r\n")));
      else connection.left = Long.parseLong(length.group(1)) - (connection.head.length() - end - 4);
    } else {
      connection.left -= read;
    }
    if (connection.left <= 0) answered(connection);
  }

  private void answered(Connection connection) {
    connection.busy = false;
    if (answers == nanos.length) nanos = Arrays.copyOf(nanos, 2 * answers);
    nanos[answers++] = System.nanoTime() - connection.dueAt;
  }

  private void error(String what) {
    errors.merge(what, 1L, Long::sum);
  }

  private void broken(Connection connection, IOException why) {
    error(why.toString());
    connection.busy = false;
    try {
      connection.channel.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static double millis(long[] sorted, double quantile) {
    return sorted.length == 0 ? 0 : sorted[(int) ((sorted.length - 1) * quantile)] / 1e6;
  }

  @Override
  public void close() throws IOException {
    for (var connection : connections) connection.channel.close();
    selector.close();
  }
}
