package org.radcase.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcase.it.server.Deadline;
import org.radcase.it.server.TomcatServer;

/** The library in demo mode, as a resident meets it. */
@Tag("own-server")
class LibraryPageTest {
  private static final long SECONDS_TO_LOAD_THE_DEMO = 300;

  private static TomcatServer server;
  private static Chromium chromium;
  private Page page;

  @BeforeAll
  static void startInDemoMode() {
    chromium = Chromium.start();
    server = TomcatServer.onSqlite(Map.of("RADCASE_DEMO", "true"));
    var radcase = server.radcase().as("educator");
    var loaded = Deadline.ofSeconds(SECONDS_TO_LOAD_THE_DEMO)
        .until(() -> radcase
                .get("api/cases?status=published")
                .json()
                .at("/pagination/total")
                .asInt()
            >= 24);
    assertThat(loaded).as("the demo cases arrive in the background").isTrue();
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

  @Test
  void it_lists_the_demo_cases_by_their_presentation_with_a_picture() {
    page = chromium.window(server.radcase().as("educator"));
    page.navigate("");

    var cards = page.locator(".card[data-case]");
    assertThat(cards.first()).isVisible();
    assertThat(cards.count()).isGreaterThanOrEqualTo(20);
    assertThat(page.locator("[data-tally]")).containsText(Pattern.compile("(2[4-9]|[3-9]\\d)"));
    var picture = cards.first().locator("img");
    assertThat(picture).isVisible();
    assertThat(picture.evaluate("img => img.decode().then(() => img.naturalWidth > 100)"))
        .isEqualTo(true);
  }

  @Test
  void a_filter_leaves_only_what_it_names_and_can_be_taken_back_by_the_browser() {
    page = chromium.window(server.radcase().as("educator"));
    page.navigate("");
    var all = page.locator("[data-tally]").textContent();

    page.locator("[data-facet-groups] [data-key='modality:MR']").check();

    assertThat(page).hasURL(Pattern.compile("modality=MR"));
    assertThat(page.locator("[data-tally]")).not().hasText(all);
    assertThat(page.locator(".card[data-case]").first()).containsText("MR");

    page.goBack();
    assertThat(page.locator("[data-tally]")).hasText(all);
  }

  @Test
  void a_slash_leads_to_the_search_and_what_nobody_has_says_what_to_do_next() {
    page = chromium.window(server.radcase().as("educator"));
    page.navigate("");
    assertThat(page.locator(".card[data-case]").first()).isVisible();

    page.keyboard().press("/");
    page.keyboard().type("zebra stripes in the sella");
    page.keyboard().press("Enter");

    assertThat(page.locator(".card[data-case]")).hasCount(0);
    assertThat(page.locator("[data-results]")).containsText(Pattern.compile("[Nn]o case"));
  }

  @Test
  void a_card_opens_its_case_and_the_answer_stays_closed_until_it_is_revealed() {
    page = chromium.window(server.radcase().as("learner"));
    page.navigate("");

    page.locator(".card[data-case]").first().click();

    assertThat(page.locator("[data-stage]")).hasAttribute("data-state", "true-pixels");
    assertThat(page.locator(".teaching-note")).hasText("For teaching, not for diagnosis");
    assertThat(page.locator("[data-answer]")).isEmpty();
    page.locator("[data-read] .button.next").click();
    assertThat(page.locator("[data-answer]")).not().isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "educator, '', DARK, 1440",
    "learner, '', LIGHT, 1440",
    "learner, '', DARK, 390",
    "educator, docs, DARK, 1440",
    "director, docs, LIGHT, 390",
    "educator, cases/new, DARK, 1440",
    "educator, cases/new, LIGHT, 390",
    "educator, case, DARK, 1440",
    "learner, case, LIGHT, 390",
    "learner, account, LIGHT, 390",
    "admin, account, DARK, 1440",
    "admin, admin/people, DARK, 1440",
    "admin, admin/people, LIGHT, 390",
    "admin, admin/audit, DARK, 390",
    "operator, admin/audit, LIGHT, 1440",
    "operator, admin/institutions, DARK, 1440",
    "operator, admin/institutions, LIGHT, 390",
    "operator, admin/database, DARK, 1440",
    "operator, admin/database, LIGHT, 390",
    "operator, admin/caches, DARK, 1440",
    "operator, admin/caches, LIGHT, 390",
    "admin, admin/viewer, DARK, 390",
    "operator, sign-in, DARK, 1440",
    "operator, sign-in, LIGHT, 390"
  })
  void every_page_can_be_used_by_everybody(
      String who, String address, ColorScheme scheme, int width) {
    page = chromium.window(server.radcase().as(who), width, 900, scheme);
    page.navigate(address.equals("case") ? addressOfACase() : address);
    page.waitForLoadState();
    assertThat(page.locator("main")).isVisible();
    assertThat(page.locator("[aria-busy=true]")).hasCount(0);

    var found = new AxeBuilder(page)
        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
        .analyze();

    assertThat(found.getViolations()).as(found.getViolations().toString()).isEmpty();
  }

  private static String addressOfACase() {
    var first = server
        .radcase()
        .as("educator")
        .get("api/cases?status=published&limit=1")
        .json()
        .at("/data/0");
    return "cases/" + first.path("id").asText();
  }
}
