package org.radcase.demo.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.radcase.demo.entity.DemoCase;

/** What other people's programs say; skipped where they are not installed (Debian: dicom3tools). */
class DemoConformanceTest {
  private static final DemoStudies STUDIES = new DemoStudies();

  static Iterable<DemoCase> all() {
    return DemoCases.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void dciodvfy_finds_no_error_in_the_first_instance_of_each_series(
      DemoCase demo, @TempDir Path folder) throws IOException, InterruptedException {
    assumeTrue(isInstalled("dciodvfy"), "dciodvfy is not installed");
    var seen = new HashSet<String>();
    for (var file : STUDIES.files(demo)) {
      if (!seen.add(file.name().replaceAll("/[^/]+$", ""))) continue;
      var path = folder.resolve("one.dcm");
      try (var out = Files.newOutputStream(path)) {
        file.writeTo(out);
      }
      assertThat(said("dciodvfy", "-new", path.toString())).doesNotContain("Error");
    }
  }

  private static String said(String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    var said = new String(
        process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  private static boolean isInstalled(String program) {
    var path = System.getenv("PATH");
    return path != null
        && Arrays.stream(path.split(java.io.File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
