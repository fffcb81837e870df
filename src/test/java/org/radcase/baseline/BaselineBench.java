package org.radcase.baseline;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The first part of {@code mvn -Pbench -Dbench=Baseline}; the class of the same name in {@code
 * it-tests} reads what this one leaves, measures the rest and judges.
 */
class BaselineBench {
  private static final Path FILE = Path.of("target/bench/baseline-inside.json");

  @Test
  void statements_and_the_dicom_toolkit() throws Exception {
    var effort = Boolean.getBoolean("radcase.baseline.short") ? Effort.SHORT : Effort.FULL;
    InsideFigures.write(InsideFigures.measure(effort), FILE);
  }
}
