package org.radcase.load;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Runs plans one after the other and prints a verdict on each. Exits with 1 if one failed, with 2 if
 * it was not told properly what to do.
 */
public final class RunPlans {
  /** What a person may set for the plans; each has a default there. */
  private static final List<String> SETTINGS = List.of(
      "users",
      "ramp",
      "length",
      "think",
      "admin",
      "people",
      "cases",
      "readers",
      "spike",
      "spikeAfter",
      "spikeLength");

  private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private final Path folder;
  private final String uri;
  private final Path targets;
  private final double slack;

  private RunPlans(Path folder) {
    this.folder = folder;
    uri = uri(given("uri"));
    targets =
        Path.of(System.getProperty("targets", folder.resolve("targets.yaml").toString()));
    slack = Double.parseDouble(System.getProperty("slack", "1"));
  }

  /** Takes the folder of the plans, and everything else from system properties. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var passed = true;
    try {
      var test = new RunPlans(Path.of(arguments[0]));
      for (var plan : test.plans()) passed &= test.run(plan);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
    System.exit(passed ? 0 : 1);
  }

  private static String given(String name) {
    var value = System.getProperty(name, "");
    if (value.isBlank() || value.startsWith("${")) {
      throw new IllegalArgumentException(
          "Say -D" + name + "=…, as in: mvn -Pload -Dplan=mixed -Duri=http://localhost:8080/");
    }
    return value;
  }

  private static String uri(String given) {
    var uri = URI.create(given.endsWith("/") ? given : given + "/");
    if (uri.getHost() == null || !List.of("http", "https").contains(uri.getScheme())) {
      throw new IllegalArgumentException("-Duri=" + given + " must be an address of RadCase");
    }
    return uri.toString();
  }

  private List<String> plans() throws IOException {
    var plans = List.of(given("plan").split(","));
    for (var plan : plans) {
      if (!plan.matches("[a-z-]+") || !Files.exists(file(plan))) {
        throw new IllegalArgumentException("There is no plan " + plan + ", but " + known());
      }
      Targets.of(targets, plan, slack);
    }
    return plans;
  }

  private Path file(String plan) {
    return folder.resolve("plans").resolve(plan + ".jmx");
  }

  private String known() throws IOException {
    try (var files = Files.list(folder.resolve("plans"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".jmx"))
          .map(name -> name.substring(0, name.length() - 4))
          .sorted()
          .collect(Collectors.joining(", "));
    }
  }

  private boolean run(String plan) throws IOException, InterruptedException {
    var run = folder.resolve("target/load").resolve(plan + "-" + WHEN.format(LocalDateTime.now()));
    Files.createDirectories(run);
    var results = run.resolve("results.csv");
    System.out.println("Plan " + plan + " at " + uri);
    var complete = jmeter(plan, run, results);

    var verdict = Verdict.on(Outcome.read(results), Targets.of(targets, plan, slack));
    var text = "Plan " + plan + " at " + uri + "\n" + verdict.text();
    Files.writeString(run.resolve("verdict.txt"), text);
    System.out.println(text + "Verdict: " + run.resolve("verdict.txt"));
    System.out.println("Report:  " + run.resolve("report/index.html"));
    return complete && verdict.passed();
  }

  /** Returns whether JMeter came to its end and wrote its report. */
  private boolean jmeter(String plan, Path run, Path results)
      throws IOException, InterruptedException {
    var home = folder.resolve("target/apache-jmeter");
    var settings = settings();
    try {
      var command = new ArrayList<>(List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-Xmx" + System.getProperty("memory", "1g"),
          "-Djava.awt.headless=true",
          "-Duser.language=en",
          "-jar",
          home.resolve("bin/ApacheJMeter.jar").toString(),
          "-n",
          "-t",
          file(plan).toString(),
          "-q",
          settings.toString(),
          "-l",
          results.toString(),
          "-j",
          run.resolve("jmeter.log").toString(),
          "-e",
          "-o",
          run.resolve("report").toString()));
      var jmeter = new ProcessBuilder(command).inheritIO().start();
      // Who ends this, ends the load.
      Runtime.getRuntime().addShutdownHook(new Thread(jmeter::destroy));
      var exit = jmeter.waitFor();
      if (exit != 0)
        System.out.println("JMeter ended with " + exit + ": " + run.resolve("jmeter.log"));
      return exit == 0 && Files.exists(run.resolve("report/index.html"));
    } finally {
      Files.delete(settings);
    }
  }

  /** A file that only its owner reads: a command's arguments can be read by everybody. */
  private Path settings() throws IOException {
    var settings = new Properties();
    settings.setProperty("uri", uri);
    for (var name : SETTINGS) {
      var value = System.getProperty(name);
      if (value != null) settings.setProperty(name, value);
    }
    var password = System.getProperty("password", System.getenv("RADCASE_LOAD_PASSWORD"));
    if (password != null) settings.setProperty("password", password);
    var file = Files.createTempFile("radcase-load", ".properties");
    try (var writer = Files.newBufferedWriter(file)) {
      settings.store(writer, null);
    }
    return file;
  }
}
