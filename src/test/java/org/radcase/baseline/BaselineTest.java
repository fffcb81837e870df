package org.radcase.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcase.dicom.WithSampleFiles;

/** The baseline in its short form; how fast this machine is, is not asked here. */
class BaselineTest {
  @Test
  @WithSampleFiles
  void every_figure_is_measured_beside_its_peer(@TempDir Path folder) throws Exception {
    var file = folder.resolve("bench/inside.json");

    InsideFigures.write(InsideFigures.measure(Effort.SHORT), file);

    var turns = new ObjectMapper().readValue(file.toFile(), Turns[].class);
    assertThat(turns)
        .extracting(Turns::name)
        .containsExactly(
            "list of cases, first page, SQLite",
            "one case, SQLite",
            "search by a word, SQLite",
            "reveal, SQLite",
            "session, SQLite",
            "list of cases, first page, PostgreSQL",
            "one case, PostgreSQL",
            "search by a word, PostgreSQL",
            "reveal, PostgreSQL",
            "session, PostgreSQL",
            "header of a slice",
            "slice to PNG",
            "JPEG baseline, decoded",
            "JPEG lossless, decoded",
            "JPEG-LS, decoded");
    assertThat(turns).allSatisfy(one -> {
      assertThat(one.values()).hasSize(2).allMatch(it -> it > 0);
      assertThat(one.peers()).hasSize(2).allMatch(it -> it > 0);
    });
  }

  @Test
  void neither_side_is_always_the_second() throws Exception {
    var order = new StringBuilder();

    InTurns.measure(
        Effort.SHORT, "group", "work", () -> note(order, 'a'), "peer", () -> note(order, 'b'));

    // A warm-up of each; work and peer; peer and work.
    assertThat(order.toString()).isEqualTo("ababa");
  }

  /** Only the first of several in a row. */
  private static boolean note(StringBuilder order, char who) {
    if (order.length() == 0 || order.charAt(order.length() - 1) != who) order.append(who);
    return true;
  }
}
