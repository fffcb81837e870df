package org.radcase.it.server;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Debian's nginx in a process of its own, with a configuration of the test's. Without nginx, tests
 * that ask for it are skipped; with {@code radcase.ci=true} they fail.
 */
public final class NginxServer implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/sbin/nginx");
  private static final int SECONDS_TO_START = 20;
  private static final int SECONDS_TO_STOP = 10;

  private final Path folder;
  private final Process process;

  private NginxServer(Path folder, Process process) {
    this.folder = folder;
    this.process = process;
  }

  /** Ends the test where there is no nginx. */
  public static void require() {
    if (Files.isExecutable(PROGRAM)) return;
    var missing = PROGRAM + " is missing (Debian: nginx)";
    if (Boolean.getBoolean("radcase.ci")) throw new IllegalStateException(missing);
    abort(missing);
  }

  /**
   * Starts it and waits until it listens.
   *
   * @param http what stands in its {@code http} block, listening on {@code port}
   */
  public static NginxServer start(String http, int port) {
    require();
    try {
      var folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "nginx-");
      Files.createDirectories(folder.resolve("temp"));
      var config = Files.writeString(folder.resolve("nginx.conf"), config(folder, http));
      var process = new ProcessBuilder(
              PROGRAM.toString(),
              "-p",
              folder.toString(),
              "-c",
              config.toString(),
              "-e",
              "error.log")
          .redirectErrorStream(true)
          .redirectOutput(folder.resolve("console.log").toFile())
          .start();
      var server = new NginxServer(folder, process);
      server.awaitListening(port);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String config(Path folder, String http) {
    // As root, its workers would be somebody who may not read what the test has written.
    var user = System.getProperty("user.name").equals("root") ? "user root;\n" : "";
    var places = new StringBuilder();
    for (var kind : new String[] {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"}) {
      places
          .append(kind)
          .append("_temp_path ")
          .append(folder)
          .append("/temp/")
          .append(kind)
          .append(";\n");
    }
    return user
        + "worker_processes auto;\ndaemon off;\npid nginx.pid;\n"
        + "events { worker_connections 1024; }\n"
        + "http {\ninclude /etc/nginx/mime.types;\naccess_log access.log;\n" + places + http
        + "\n}\n";
  }

  private void awaitListening(int port) {
    var listens =
        Deadline.ofSeconds(SECONDS_TO_START).until(() -> !process.isAlive() || isListening(port));
    if (!listens || !process.isAlive()) {
      close();
      throw new IllegalStateException("nginx did not start:\n" + log());
    }
  }

  private static boolean isListening(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** What it has complained about. */
  public String log() {
    try {
      var errors = folder.resolve("error.log");
      return Files.readString(folder.resolve("console.log"))
          + (Files.exists(errors) ? Files.readString(errors) : "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
