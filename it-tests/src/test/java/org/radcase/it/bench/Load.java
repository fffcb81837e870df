package org.radcase.it.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What one side of a comparison is asked for, in turn, by wrk.
 *
 * @param headers that each request has, as {@code Name: value}
 */
public record Load(URI server, List<Request> requests, List<String> headers) {
  private static final Path PROGRAM = Path.of("/usr/bin/wrk");
  private static final Path SCRIPT = Path.of("src/test/resources/bench/requests.lua");
  private static final Pattern RESULT =
      Pattern.compile("requests (\\d+) micros (\\d+) p95 (\\d+) p99 (\\d+) errors (\\d+)");
  private static final int MOST_THREADS = 2;

  /** A busy machine is slow, and makes no errors. */
  private static final String PATIENCE = "30s";

  private static final AtomicInteger RUNS = new AtomicInteger();

  /**
   * One request.
   *
   * @param address relative to the server; {@code {fresh}} in it is another number each time
   * @param body of a write, or empty
   */
  public record Request(String method, String address, String body) {
    public static Request get(String address) {
      return new Request("GET", address, "");
    }

    private String line() {
      return method + "\t/" + address + "\t" + body;
    }
  }

  public record Speed(double requestsASecond, double p95Millis, double p99Millis) {}

  /** Ends the test where there is no wrk. */
  public static void requireWrk() {
    if (Files.isExecutable(PROGRAM)) return;
    var missing = PROGRAM + " is missing (Debian: wrk)";
    if (Boolean.getBoolean("radcase.ci")) throw new IllegalStateException(missing);
    abort(missing);
  }

  public static Load of(URI server, String address, String... headers) {
    return new Load(server, List.of(Request.get(address)), List.of(headers));
  }

  /** Asks for so long, each connection as soon as it has been answered; an error is a failure. */
  public Speed run(int connections, int seconds) {
    try {
      var list = Files.createTempFile("requests-", ".txt");
      try {
        Files.writeString(
            list, requests.stream().map(Request::line).collect(Collectors.joining("\n", "", "\n")));
        return speed(output(command(connections, seconds, list)));
      } finally {
        Files.delete(list);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> command(int connections, int seconds, Path list) {
    var command = new ArrayList<>(List.of(
        PROGRAM.toString(),
        "-t" + Math.min(connections, MOST_THREADS),
        "-c" + connections,
        "-d" + seconds + "s",
        "--timeout",
        PATIENCE,
        "-s" + SCRIPT));
    for (var header : headers) command.addAll(List.of("-H", header));
    command.add(server.toString());
    command.add("--");
    command.add(list.toString());
    command.add(Integer.toString(RUNS.incrementAndGet()));
    return command;
  }

  private static String output(List<String> command) throws IOException {
    var wrk = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static Speed speed(String output) {
    var result = RESULT.matcher(output);
    assertThat(result.find()).as(output).isTrue();
    assertThat(result.group(5)).as("errors of " + output).isEqualTo("0");
    return new Speed(
        Double.parseDouble(result.group(1)) / Double.parseDouble(result.group(2)) * 1e6,
        Double.parseDouble(result.group(3)) / 1e3,
        Double.parseDouble(result.group(4)) / 1e3);
  }
}
