package org.radcase.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import redis.embedded.Redis;

/** A Redis of a test's own, which may be killed, paused and started again at the same port. */
public final class RedisProcess implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final Path folder;
  private final int port;
  private @Nullable Process process;

  private RedisProcess(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /** Starts one that keeps its files in a folder. */
  public static RedisProcess in(Path folder, String... settings) {
    var made = new RedisProcess(folder, freePort());
    made.start(settings);
    return made;
  }

  private static int freePort() {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String uri() {
    return "redis://localhost:" + port;
  }

  /** Starts it again, with what files it has. */
  public void start(String... settings) {
    var command = new ArrayList<>(
        List.of(binary().toString(), "--port", Integer.toString(port), "--bind", "127.0.0.1"));
    command.addAll(List.of("--dir", folder.toString()));
    command.addAll(List.of(settings));
    try {
      process = new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(folder.resolve("redis.log").toFile())
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!Awaited.within(LONGEST, this::answers)) {
      throw new IllegalStateException("Redis did not start; see " + folder);
    }
  }

  private boolean answers() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
      return socket.getInputStream().read() == '+';
    } catch (IOException e) {
      return false;
    }
  }

  /** {@code kill -9}. */
  public void kill() {
    var running = process;
    if (running == null) return;
    running.destroyForcibly();
    if (!Awaited.within(LONGEST, () -> !running.isAlive())) {
      throw new IllegalStateException("Redis does not die");
    }
  }

  /** SIGSTOP: it keeps its connections, and answers nothing. */
  public void pause() {
    signal("STOP");
  }

  public void goOn() {
    signal("CONT");
  }

  private void signal(String name) {
    var running = process;
    if (running == null) return;
    try {
      var sent = new ProcessBuilder("kill", "-" + name, Long.toString(running.pid())).start();
      if (sent.waitFor() != 0) throw new IllegalStateException("kill -" + name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    kill();
  }

  /** The one that the library has for this machine; as a file of our own, whose process we know. */
  private static Path binary() {
    var isArm = System.getProperty("os.arch").toLowerCase(Locale.ROOT).contains("aarch64");
    var name = isArm ? "linux-arm64" : "linux-amd64";
    try (var found = resource(name)) {
      var file = Files.createTempFile(
          "redis-server",
          "",
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      try (var out = Files.newOutputStream(file)) {
        found.transferTo(out);
      }
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream resource(String machine) throws IOException {
    for (var name :
        List.of("/redis-server-6.2.6-v5-" + machine, "/redis-server-6.2.7-" + machine)) {
      var found = Redis.class.getResourceAsStream(name);
      if (found != null) return found;
    }
    throw new IOException("The library has no Redis for " + machine);
  }
}
