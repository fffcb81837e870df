package org.radcase.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import org.apache.jmeter.save.CSVSaveService;

/**
 * What a run brought, from JMeter's results as CSV.
 *
 * @param requests by name, of the load itself
 * @param users at most at one time
 * @param seconds from the first request's beginning to the last one's end
 * @param failures what failed and why, how often; of the preparation too
 */
record Outcome(
    Map<String, Requests> requests, int users, double seconds, Map<String, Long> failures) {
  /** Requests of the preparation are named so, and not judged. */
  private static final String PREPARATION = "Prepare: ";

  private static final int MOST_FAILURES = 10;

  /** Reads what there is: a test that ended early may have left nothing. */
  static Outcome read(Path results) throws IOException {
    if (!Files.exists(results)) return new Outcome(Map.of(), 0, 0, Map.of());
    var requests = new TreeMap<String, Requests>();
    var failures = new TreeMap<String, Long>();
    var users = 0;
    var first = Long.MAX_VALUE;
    var last = Long.MIN_VALUE;
    try (var reader = Files.newBufferedReader(results)) {
      var columns = Arrays.asList(CSVSaveService.csvReadFile(reader, ','));
      var line = CSVSaveService.csvReadFile(reader, ',');
      for (; line.length > 0; line = CSVSaveService.csvReadFile(reader, ',')) {
        var sample = new Sample(columns, line);
        if (!sample.success()) failures.merge(sample.failure(), 1L, Long::sum);
        if (sample.label().startsWith(PREPARATION)) continue;
        requests
            .computeIfAbsent(sample.label(), unused -> new Requests())
            .add(sample.millis(), sample.success());
        users = Math.max(users, sample.users());
        first = Math.min(first, sample.beganMillis());
        last = Math.max(last, sample.beganMillis() + sample.millis());
      }
    }
    return new Outcome(requests, users, Math.max(0, last - first) / 1000.0, most(failures));
  }

  /** The most frequent ones. */
  private static Map<String, Long> most(Map<String, Long> failures) {
    var most = new LinkedHashMap<String, Long>();
    failures.entrySet().stream()
        .sorted(Entry.<String, Long>comparingByValue().reversed())
        .limit(MOST_FAILURES)
        .forEach(entry -> most.put(entry.getKey(), entry.getValue()));
    return most;
  }

  private record Sample(List<String> columns, String[] line) {
    private String value(String column) {
      return line[columns.indexOf(column)];
    }

    String label() {
      return value("label");
    }

    boolean success() {
      return Boolean.parseBoolean(value("success"));
    }

    int millis() {
      return Integer.parseInt(value("elapsed"));
    }

    int users() {
      return Integer.parseInt(value("allThreads"));
    }

    long beganMillis() {
      return Long.parseLong(value("timeStamp"));
    }

    String failure() {
      var reasons =
          List.of(value("responseCode"), value("responseMessage"), value("failureMessage"));
      return label() + ": "
          + String.join(" ", reasons.stream().filter(it -> !it.isBlank()).toList());
    }
  }
}
