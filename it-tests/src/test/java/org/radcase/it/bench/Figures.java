package org.radcase.it.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;

/** The lines of one benchmark; printed, and kept under {@code target/bench} for the documentation. */
final class Figures {
  private final String name;
  private final StringBuilder lines = new StringBuilder();

  Figures(String name) {
    this.name = name;
    lines
        .append("### ")
        .append(name)
        .append("\n")
        .append(Instant.now().truncatedTo(ChronoUnit.MINUTES))
        .append(", ")
        .append(Machine.name())
        .append(", Java ")
        .append(System.getProperty("java.version"))
        .append("\n\n| what | figure |\n|---|---|\n");
  }

  Figures add(String what, String format, Object... values) {
    lines
        .append("| ")
        .append(what)
        .append(" | ")
        .append(String.format(Locale.ROOT, format, values))
        .append(" |\n");
    return this;
  }

  /** Ends the benchmark. */
  void publish() {
    try {
      var file = Path.of("target/bench", name.toLowerCase(Locale.ROOT).replace(' ', '-') + ".md");
      Files.createDirectories(file.getParent());
      Files.writeString(file, lines);
      System.out.println(lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The value below which this share of the values lies. */
  static double percentile(double share, double[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  }
}
