package org.radcase;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What our page on OWASP ASVS says of tests and numbers; what it says of RadCase is for readers. */
class AsvsPageTest {
  private static final String CELL = " ([^|]*?) ?\\|";
  private static final String NUMBERS =
      "(?m)^\\| (\\d+\\.\\d+\\.\\d+(?:, \\d+\\.\\d+\\.\\d+)*) \\|";

  /** No., level, what it asks, state, what RadCase does, what shows it. */
  private static final Pattern ROW =
      Pattern.compile(NUMBERS + " ([12]) \\|" + CELL + CELL + CELL + CELL + "$");

  /** No., what is lacking, why. */
  private static final Pattern LACKING = Pattern.compile(NUMBERS + CELL + CELL + "$");

  /** State, what it means, how many requirements. */
  private static final Pattern TOTAL =
      Pattern.compile("(?m)^\\| (met|untested|partly|not met|–) \\|" + CELL + " (\\d+) \\|$");

  private static final Pattern TEST =
      Pattern.compile("`((?:it\\.)?(?:[a-z]+\\.)*)([A-Z]\\w*Test)(?:\\.(\\w+))?`");

  private static final Pattern PAGE_TEST = Pattern.compile("`([\\w-]+\\.test\\.js)`");

  private record Requirement(String number, String level, String state, String shownBy) {
    boolean isLacking() {
      return state.equals("partly") || state.equals("not met");
    }
  }

  private String page = "";

  @BeforeEach
  void read() throws IOException {
    page = Files.readString(Path.of("src/site/markdown/asvs.md"));
  }

  private List<Requirement> requirements() {
    return rows(ROW)
        .flatMap(row -> Stream.of(row.group(1).split(", "))
            .map(number -> new Requirement(number, row.group(2), row.group(4), row.group(6))))
        .toList();
  }

  private Stream<MatchResult> rows(Pattern pattern) {
    return pattern.matcher(page).results();
  }

  @Test
  void every_test_that_it_names_is_there() {
    assertThat(rows(TEST)).hasSizeGreaterThan(100);
    assertThat(rows(TEST).filter(test -> !isThere(test)).map(MatchResult::group))
        .isEmpty();
    assertThat(rows(PAGE_TEST).map(test -> Path.of("src/test/js", test.group(1))))
        .isNotEmpty()
        .allMatch(Files::exists);
  }

  private static boolean isThere(MatchResult test) {
    var root =
        Path.of(test.group(1).startsWith("it.") ? "it-tests/src/test/java" : "src/test/java");
    var file = Path.of(test.group(1).replace('.', '/'), test.group(2) + ".java");
    try (var files = Files.walk(root)) {
      return files.anyMatch(path -> path.endsWith(file) && declares(path, test.group(3)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean declares(Path file, @Nullable String method) {
    if (method == null) return true;
    try {
      var declaration = Pattern.compile("(void|ArchRule|Stream<DynamicTest>) " + method + "\\b");
      return declaration.matcher(Files.readString(file)).find();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void it_has_every_requirement_of_levels_1_and_2_once() {
    assertThat(requirements()).extracting(Requirement::number).doesNotHaveDuplicates();
    assertThat(requirements().stream().collect(groupingBy(Requirement::level, counting())))
        .containsEntry("1", 70L)
        .containsEntry("2", 183L);
  }

  @Test
  void its_totals_are_those_of_its_rows() {
    var counted = requirements().stream().collect(groupingBy(Requirement::state, counting()));

    assertThat(rows(TOTAL)
            .collect(toMap(total -> total.group(1), total -> Long.valueOf(total.group(3)))))
        .hasSize(5)
        .isEqualTo(counted);
  }

  @Test
  void what_is_met_is_shown_by_a_test_and_what_is_untested_by_none() {
    assertThat(requirements()).allSatisfy(one -> {
      var isShown =
          TEST.matcher(one.shownBy).find() || PAGE_TEST.matcher(one.shownBy).find();
      if (one.state.equals("met")) assertThat(isShown).isTrue();
      if (one.state.equals("untested")) assertThat(isShown).isFalse();
    });
  }

  @Test
  void its_summary_names_all_that_is_lacking_and_nothing_else() {
    var summed = rows(LACKING).flatMap(row -> Stream.of(row.group(1).split(", ")));

    assertThat(summed)
        .containsExactlyInAnyOrderElementsOf(requirements().stream()
            .filter(Requirement::isLacking)
            .map(Requirement::number)
            .toList());
  }
}
