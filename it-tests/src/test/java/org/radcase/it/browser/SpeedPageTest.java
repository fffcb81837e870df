package org.radcase.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcase.it.ImagedCase;
import org.radcase.it.server.Deadline;
import org.radcase.it.server.TomcatServer;

/** The page that shows how fast the viewer was, after a resident has read a case. */
@Tag("own-server")
class SpeedPageTest {
  private static final String PLACE = "admin/viewer";

  /** Counts are written every ten seconds. */
  private static final long PATIENCE_SECONDS = 60;

  private static TomcatServer server;
  private static Chromium chromium;
  private Page page;

  @BeforeAll
  static void a_resident_reads_a_case() {
    chromium = Chromium.start();
    server =
        TomcatServer.onSqlite(Map.of("RADCASE_DEMO", "false", "RADCASE_ACCEPT_IDENTIFIED", "true"));
    var teachingCase = ImagedCase.madeBy(server.radcase().as("educator"));
    var visit = chromium.window(server.radcase().as("learner"));
    visit.navigate(teachingCase.page());
    assertThat(visit.locator("[data-stage]")).hasAttribute("data-state", "true-pixels");
    assertThat(visit.locator("[data-stage]")).hasAttribute("data-loaded", "1");
    assertThat(visits("frames")).as("told when she leaves, not before").isZero();
    visit.navigate("");
    assertThat(Deadline.ofSeconds(PATIENCE_SECONDS).until(() -> visits("frames") > 0))
        .isTrue();
    visit.context().close();
  }

  @AfterAll
  static void stop() {
    if (server != null) server.close();
    if (chromium != null) chromium.close();
  }

  @AfterEach
  void nothing_was_complained_of() {
    assertThat(chromium.takeComplaints()).isEmpty();
    page.context().close();
  }

  private static long visits(String measure) {
    var figures =
        server.radcase().as("operator").get("api/admin/viewer?days=1").json().path("figures");
    return StreamSupport.stream(figures.spliterator(), false)
        .filter(it -> it.path("measure").asText().equals(measure))
        .mapToLong(it -> it.path("visits").asLong())
        .sum();
  }

  private void open(int width, ColorScheme scheme) {
    page = chromium.window(server.radcase().as("operator"), width, 900, scheme);
    page.navigate(PLACE);
    assertThat(page.locator(".chart")).isVisible();
  }

  private Locator row(String name) {
    return page.locator("tbody tr")
        .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + name)));
  }

  @Test
  void a_visit_is_told_once_with_all_that_this_browser_can_measure() {
    open(1440, ColorScheme.DARK);

    for (var name : List.of("First image", "True pixels", "Whole series")) {
      assertThat(row(name)).hasText(Pattern.compile(name + ".*1([\\d,]+ m?s){4}.*"));
    }
    assertThat(row("Frames")).hasText(Pattern.compile("Frames.*11111"));
    assertThat(row("Viewer's memory")).hasText(Pattern.compile(".*1([\\d.]+ [kM]B){4}"));
    assertThat(row("Page's heap")).hasText(Pattern.compile(".*1([\\d.]+ MB){4}"));
    assertThat(row("Script errors")).hasText(Pattern.compile(".*10000"));
    assertThat(row("Missing frames")).hasText(Pattern.compile(".*10000"));
    assertThat(row("First image")).containsText(Pattern.compile("p95 below 300 ms (met|missed)"));
    assertThat(page.locator("main")).containsText("in 1 visit of cases");
  }

  @Test
  void the_course_of_a_figure_is_drawn_and_told_in_a_table() {
    open(1440, ColorScheme.DARK);

    page.locator("#days").selectOption("1");
    page.locator("#measure").selectOption("frames");

    assertThat(page.locator(".chart"))
        .hasAttribute("aria-label", Pattern.compile("Frames, p75 of 1 step .* from 1 to 1;.*"));
    assertThat(page.locator(".chart-dot")).hasCount(1);
    assertThat(page.locator(".chart-goal")).hasCount(0);
    page.locator("details summary").click();
    assertThat(page.locator("details tbody tr"))
        .hasText(Pattern.compile("\\w{3},? \\d\\d:\\d\\d11"));
    page.locator("#measure").selectOption("previewMillis");
    assertThat(page.locator(".chart-goal")).hasCount(1);
  }

  @Test
  void a_device_that_nobody_read_on_says_what_to_do() {
    open(1440, ColorScheme.DARK);

    page.locator("#device").selectOption("tablet");

    assertThat(page.locator(".notice")).containsText("Nobody read on this kind");
    page.locator("#device").selectOption("desktop");
    assertThat(page.locator(".chart")).isVisible();
  }

  @Test
  void administrators_find_it_in_their_menu_and_by_the_keyboard() {
    page = chromium.window(server.radcase().as("admin"));
    page.navigate(PLACE);
    assertThat(page.locator(".chart")).isVisible();
    page.locator("#days").focus();

    for (var next : List.of("#device", "#measure", "details summary")) {
      page.keyboard().press("Tab");
      assertThat(page.locator(next)).isFocused();
    }
    page.locator("[data-account]").click();
    var link = page.locator("[data-account-menu] a[href='admin/viewer']");
    assertThat(link).hasText("Reading speed");
    assertThat(link).hasAttribute("aria-current", "page");
  }

  @ParameterizedTest
  @CsvSource({"DARK, 1440", "LIGHT, 1440", "DARK, 390", "LIGHT, 390", "LIGHT, 320"})
  void it_can_be_used_by_everybody(ColorScheme scheme, int width) {
    open(width, scheme);
    page.locator("details summary").click();

    var found = new AxeBuilder(page)
        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
        .analyze();

    assertThat(found.getViolations()).as(found.getViolations().toString()).isEmpty();
    assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
        .as("nothing stands out at the side")
        .isEqualTo(true);
  }
}
