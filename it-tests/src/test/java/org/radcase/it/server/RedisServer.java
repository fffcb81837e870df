package org.radcase.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import redis.embedded.core.ExecutableProvider;

/**
 * A real Redis that can be killed, stopped for a while, and started again with the data of its last
 * snapshot. Without one for this machine a test is skipped, in CI it fails.
 */
public final class RedisServer implements AutoCloseable {
  private static final long SECONDS_TO_START = 30;

  private static final String PASSWORD = "requirepass ";

  private static Path executable;

  private final Path folder;
  private final int port;
  private Process process;
  private final String configuredPassword;
  private String password = "";

  private RedisServer(List<String> configuration) throws IOException {
    folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "redis-");
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    var lines = new ArrayList<>(List.of(
        "port " + port,
        "bind 127.0.0.1",
        "dir " + folder,
        "save \"\"", // only when told to
        "appendonly no",
        "daemonize no"));
    lines.addAll(configuration);
    Files.write(folder.resolve("redis.conf"), lines);
    configuredPassword = configuration.stream()
        .filter(line -> line.startsWith(PASSWORD))
        .map(line -> line.substring(PASSWORD.length()))
        .findFirst()
        .orElse("");
  }

  /**
   * Starts an empty one, and waits until it answers.
   *
   * @param configuration further lines of redis.conf
   */
  public static RedisServer start(String... configuration) {
    try {
      var redis = new RedisServer(List.of(configuration));
      Runtime.getRuntime().addShutdownHook(new Thread(redis::close, "redis-end"));
      redis.launch();
      return redis;
    } catch (IOException | RuntimeException e) {
      if (Boolean.getBoolean("radcase.ci"))
        throw new AssertionError("Redis must be there in CI", e);
      return Assumptions.abort("no Redis for this machine: " + e.getMessage());
    }
  }

  private void launch() throws IOException {
    password = configuredPassword;
    process = new ProcessBuilder(
            executable().toString(), folder.resolve("redis.conf").toString())
        .redirectErrorStream(true)
        .redirectOutput(
            ProcessBuilder.Redirect.appendTo(folder.resolve("redis.log").toFile()))
        .start();
    var answers = Deadline.ofSeconds(SECONDS_TO_START).until(() -> {
      if (!process.isAlive()) throw new IllegalStateException("Redis ended:\n" + log());
      return answers();
    });
    if (!answers) throw new IllegalStateException("Redis does not answer:\n" + log());
  }

  /** Taken out of the library's jar once. */
  private static synchronized Path executable() throws IOException {
    if (executable == null)
      executable = ExecutableProvider.newJarResourceProvider().get().toPath();
    return executable;
  }

  private boolean answers() {
    try (var connection = connect()) {
      return connection.send("PING").equals("PONG");
    } catch (IOException e) {
      return false;
    }
  }

  private RedisConnection connect() throws IOException {
    var connection = new RedisConnection(port);
    try {
      if (!password.isEmpty()) connection.send("AUTH", password);
      return connection;
    } catch (IOException e) {
      connection.close();
      throw e;
    }
  }

  public int port() {
    return port;
  }

  /** For RADCASE_REDIS_URI, with the password of now. */
  public String uri() {
    return uriAt(port);
  }

  /** The same by way of a proxy. */
  public String uriAt(int otherPort) {
    return "redis://" + (password.isEmpty() ? "" : ":" + password + "@") + "localhost:" + otherPort;
  }

  /** Sends a command over a connection of its own, and returns the reply as text. */
  public String command(String... words) {
    try (var connection = connect()) {
      return connection.send(words);
    } catch (IOException e) {
      throw new UncheckedIOException(String.join(" ", words) + " failed", e);
    }
  }

  /** One figure of INFO. */
  public String info(String figure) {
    return Stream.of(command("INFO").split("\r?\n"))
        .filter(line -> line.startsWith(figure + ":"))
        .map(line -> line.substring(figure.length() + 1))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("INFO tells no " + figure));
  }

  /** Changes a setting while it runs. */
  public void set(String parameter, String value) {
    command("CONFIG", "SET", parameter, value);
  }

  /** Wants another password from now on, from those as well who are connected already. */
  public void changePassword(String changed) {
    try (var connection = connect()) {
      connection.send("CONFIG", "SET", "requirepass", changed);
      password = changed;
      connection.send("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
      connection.send("CLIENT", "KILL", "TYPE", "pubsub", "SKIPME", "yes");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes to its disk what it holds now; the next start begins with it. */
  public void snapshot() {
    command("SAVE");
  }

  /** Takes the snapshot away, so that the next start begins empty. */
  public void forget() {
    try {
      Files.deleteIfExists(folder.resolve("dump.rdb"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it as a power failure does. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** After {@link #kill}, at the same port and as it was configured. */
  public void startAgain() {
    try {
      launch();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops it without a word to those who are connected. */
  public void freeze() {
    signal("STOP");
  }

  public void thaw() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("redis.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (process != null) kill(); // SIGKILL ends a frozen one too
  }
}
