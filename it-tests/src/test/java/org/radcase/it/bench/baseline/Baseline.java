package org.radcase.it.bench.baseline;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.radcase.it.bench.Machine;

/**
 * All figures of one run, as they are kept in a file of JSON.
 *
 * @param schema of this file
 * @param date when it was measured (RFC 3339)
 * @param commit what was measured
 */
public record Baseline(
    int schema, String date, String commit, String machine, String jdk, List<Figure> figures) {
  static final int SCHEMA = 1;

  private static final ObjectMapper JSON = new ObjectMapper();

  public Baseline {
    if (schema != SCHEMA) {
      throw new IllegalArgumentException("This baseline has the schema " + schema + " and not "
          + SCHEMA + ": record it again (-Dradcase.baseline.record=true)");
    }
  }

  /** Of this machine, now. */
  public static Baseline of(List<Turns> all) {
    return new Baseline(
        SCHEMA,
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        Machine.commit(),
        Machine.name(),
        System.getProperty("java.version"),
        all.stream().map(Figure::of).toList());
  }

  public static Baseline read(Path file) {
    try {
      return JSON.readValue(file.toFile(), Baseline.class);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " is no baseline", e);
    }
  }

  public void write(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(
          file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
