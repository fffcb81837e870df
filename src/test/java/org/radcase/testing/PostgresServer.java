package org.radcase.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server of a test's own, which may be stopped, killed, paused and started again. */
public final class PostgresServer implements AutoCloseable {
  private final Path data;
  private final Map<String, String> settings;
  private final int port;
  private @Nullable EmbeddedPostgres running;

  private PostgresServer(Path data, Map<String, String> settings) throws IOException {
    this.data = data;
    this.settings = settings;
    running = builder().start();
    port = running.getPort();
  }

  /** Starts one in a folder, which it fills if it is empty. */
  public static PostgresServer in(Path data) {
    return in(data, Map.of());
  }

  /** Starts one with some settings of {@code postgresql.conf}. */
  public static PostgresServer in(Path data, Map<String, String> settings) {
    try {
      return new PostgresServer(data, settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private EmbeddedPostgres.Builder builder() {
    var builder = EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false);
    // Unlike the other servers of tests, as hospitals run it.
    for (var safety : List.of("fsync", "full_page_writes", "synchronous_commit")) {
      builder.setServerConfig(safety, "on");
    }
    settings.forEach(builder::setServerConfig);
    return builder;
  }

  public int port() {
    return port;
  }

  public String url() {
    return "jdbc:postgresql://localhost:" + port + "/postgres";
  }

  public void start() {
    try {
      running = builder().setPort(port).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops it in order; open connections are broken off. */
  public void stop() {
    try {
      if (running != null) running.close();
      running = null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code kill -9}, of all its processes. */
  public void kill() {
    signal("KILL");
    var left = processes();
    if (!Awaited.within(
        Duration.ofSeconds(10), () -> left.stream().noneMatch(ProcessHandle::isAlive))) {
      throw new IllegalStateException("PostgreSQL did not die");
    }
    stop();
  }

  /** Keeps its connections open and answers nothing any more. */
  public void pause() {
    signal("STOP");
  }

  public void resume() {
    signal("CONT");
  }

  private List<ProcessHandle> processes() {
    try {
      var pid =
          Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0));
      return ProcessHandle.of(pid).stream()
          .flatMap(it -> Stream.concat(Stream.of(it), it.descendants()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void signal(String name) {
    var command = new ArrayList<>(List.of("kill", "-" + name));
    command.addAll(processes().stream().map(it -> Long.toString(it.pid())).toList());
    try {
      new ProcessBuilder(command).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stop();
  }
}
