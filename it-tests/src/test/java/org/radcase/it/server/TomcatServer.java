package org.radcase.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.radcase.it.People;
import org.radcase.it.RadCase;

/** A real Tomcat in a process of its own, set up from {@code server-config/tomcat} as an administrator would. */
public final class TomcatServer implements AutoCloseable {
  private static final long SECONDS_TO_START = 300;
  private static final long SECONDS_TO_STOP = 90;
  private static final int LAST_LINES = 40;

  private final Path base;
  private final Map<String, String> environment;
  private final URI address;
  private final RadCase radcase;
  private Process process;

  private TomcatServer(
      Path base, Map<String, String> environment, Process process, URI address, People people) {
    this.base = base;
    this.environment = environment;
    this.process = process;
    this.address = address;
    this.radcase = new RadCase(address, people);
  }

  /** Starts on SQLite and waits until it is ready. */
  public static TomcatServer onSqlite(Map<String, String> environment) {
    var server = start("sqlite", environment);
    server.awaitReady();
    return server;
  }

  /** The same, with another application beside it that {@code beside} lays into {@code webapps}. */
  public static TomcatServer onSqliteBeside(
      Map<String, String> environment, Consumer<Path> beside) {
    var server = start("sqlite", environment, beside);
    server.awaitReady();
    return server;
  }

  /** Starts on PostgreSQL and waits until it is ready. */
  public static TomcatServer onPostgresql(Map<String, String> environment) {
    var server = start("postgresql", environment);
    server.awaitReady();
    return server;
  }

  /** Starts on SQLite, with a PostgreSQL to move to, and waits until it is ready. */
  public static TomcatServer moving(Map<String, String> environment) {
    var server = start("moving", environment);
    server.awaitReady();
    return server;
  }

  /**
   * Starts and waits until it either answers or says that it will not.
   *
   * @return the process's output so far
   */
  public static String outputOfRefusedStart(Map<String, String> environment) {
    try (var server = start("sqlite", environment)) {
      var answered = Deadline.ofSeconds(SECONDS_TO_START)
          .until(() -> server.console().contains("Server startup in"));
      if (!answered)
        throw new IllegalStateException("Tomcat neither started nor refused to:\n" + server.log());
      return server.console();
    }
  }

  private static TomcatServer start(String database, Map<String, String> environment) {
    return start(database, environment, webapps -> {});
  }

  private static TomcatServer start(
      String database, Map<String, String> environment, Consumer<Path> beside) {
    try {
      var base = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "tomcat-");
      var config = folder("radcase.server-config").resolve("tomcat");
      var home = folder("radcase.tomcat.home");
      FileTree.copy(config.resolve("common"), base);
      FileTree.copy(config.resolve(database), base);
      for (var made : List.of("lib", "logs", "temp", "webapps"))
        Files.createDirectories(base.resolve(made));
      Files.copy(
          home.resolve("conf/catalina.properties"), base.resolve("conf/catalina.properties"));
      for (var driver : List.of("sqlite-jdbc.jar", "postgresql.jar")) {
        Files.copy(
            folder("radcase.drivers").resolve(driver), base.resolve("lib").resolve(driver));
      }
      Files.copy(folder("radcase.war"), base.resolve("webapps/ROOT.war"));
      beside.accept(base.resolve("webapps"));
      var port = freePort();
      return new TomcatServer(
          base,
          environment,
          process(base, port, environment),
          URI.create("http://localhost:" + port + "/"),
          peopleOf(base, environment));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static People peopleOf(Path base, Map<String, String> environment) {
    if (Boolean.parseBoolean(environment.get("RADCASE_DEMO"))) return People.ofDemo();
    var home =
        environment.getOrDefault("RADCASE_HOME", base.resolve("radcase-home").toString());
    return People.ofNewServer(Path.of(home));
  }

  private static Process process(Path base, int port, Map<String, String> environment)
      throws IOException {
    var home = folder("radcase.tomcat.home");
    // catalina.sh replaces itself by Java, so that the process started here is the one to stop.
    var builder = new ProcessBuilder("sh", home.resolve("bin/catalina.sh").toString(), "run")
        .redirectErrorStream(true)
        .redirectOutput(Redirect.appendTo(base.resolve("logs/console.log").toFile()));
    var variables = new HashMap<>(Map.of(
        "JAVA_HOME", System.getProperty("java.home"),
        "JRE_HOME", System.getProperty("java.home"),
        "CATALINA_HOME", home.toString(),
        "CATALINA_BASE", base.toString(),
        "RADCASE_REDIS_URI", "none",
        "RADCASE_HOME", base.resolve("radcase-home").toString(),
        "RADCASE_PORT", Integer.toString(port)));
    variables.putAll(environment);
    builder.environment().putAll(variables);
    return builder.start();
  }

  private void awaitReady() {
    var radcase = new RadCase(address);
    var ready = Deadline.ofSeconds(SECONDS_TO_START).until(() -> {
      if (!process.isAlive()) throw new IllegalStateException("Tomcat ended:\n" + log());
      return radcase.answersAt("health/ready");
    });
    if (!ready) {
      close();
      throw new IllegalStateException(
          "Tomcat was not ready in " + SECONDS_TO_START + " s:\n" + log());
    }
  }

  public URI address() {
    return address;
  }

  /** The folder of files and, on SQLite, of the database. */
  public Path radcaseHome() {
    return base.resolve("radcase-home");
  }

  /** CATALINA_BASE. */
  public Path base() {
    return base;
  }

  /** The id of the server's process. */
  public long pid() {
    return process.pid();
  }

  /** As a stranger, with its people to speak as. */
  public RadCase radcase() {
    return radcase;
  }

  /** Ends the process as a power failure would. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Asks the process to end, as systemd and container platforms do, and does not wait for it. */
  public void terminate() {
    process.destroy();
  }

  /** Waits for the end of the process that {@link #terminate} asked for, and returns its exit code. */
  public int exitCode() {
    awaitEnd();
    return process.exitValue();
  }

  /** Starts it again where it was, with the files that it has, and waits until it is ready. */
  public void startAgain() {
    try {
      process = process(base, address.getPort(), environment);
      awaitReady();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    awaitEnd();
    try {
      // Logs and files stay for whoever looks for a fault; the copies of the WAR are big.
      FileTree.delete(base.resolve("webapps"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException(
            "Tomcat did not stop in " + SECONDS_TO_STOP + " s:\n" + log());
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** The last lines of the server's console. */
  private String log() {
    var lines = console().lines().toList();
    return lines.stream()
        .skip(Math.max(0, lines.size() - LAST_LINES))
        .collect(Collectors.joining("\n"));
  }

  /** All that it has written to its console, where its log is too. */
  public String console() {
    try {
      return Files.readString(base.resolve("logs/console.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Path folder(String property) {
    var path = Path.of(System.getProperty(property, "")).toAbsolutePath();
    if (!Files.exists(path))
      throw new IllegalStateException(property + " is " + path + ", which is not there");
    return path;
  }
}
