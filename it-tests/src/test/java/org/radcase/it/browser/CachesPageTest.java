package org.radcase.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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
import org.radcase.it.server.TomcatServer;

/** The page of the caches, as an operator meets it on a server without Redis. */
@Tag("own-server")
class CachesPageTest {
  private static final String PLACE = "admin/caches";

  private static TomcatServer server;
  private static Chromium chromium;
  private Page page;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
    server = TomcatServer.onSqlite(Map.of("RADCASE_DEMO", "false", "RADCASE_REDIS_URI", "none"));
  }

  @AfterAll
  static void stop() {
    if (server != null) server.close();
    if (chromium != null) chromium.close();
  }

  @AfterEach
  void nothing_was_complained_of() {
    // Chromium notes the 404 with which an entry is not found.
    assertThat(chromium.takeComplaints()).allMatch(complaint -> complaint.contains("404"));
    page.context().close();
  }

  private void open(int width, ColorScheme scheme) {
    page = chromium.window(server.radcase().as("operator"), width, 900, scheme);
    page.navigate(PLACE);
    assertThat(page.locator(".caches tbody tr")).hasCount(8);
  }

  private void open() {
    open(1440, ColorScheme.DARK);
  }

  private Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private Locator toast() {
    return page.locator(".toast").last();
  }

  /** A case that somebody has read, so that it is kept; returns its key. */
  private static String keyOfAKeptCase() {
    var educator = server.radcase().as("educator");
    var made = educator.postJson("api/cases", "{\"presentation\": \"Flank pain, woman, 58\"}");
    var id = made.json().path("id").asText();
    assertThat(educator.get("api/cases/" + id).status()).isEqualTo(200);
    return "case:" + id;
  }

  @Test
  void it_says_where_answers_are_kept_and_how_often_they_are_found() {
    open();

    assertThat(page.locator("[data-where]")).hasText("In the process");
    assertThat(page.locator("main")).containsText("radcase.redis.uri");
    assertThat(page.locator(".caches tbody tr").first())
        .containsText(Pattern.compile("sessions.*in the process.*(%|–).*of \\d+ MiB"));
  }

  @Test
  void only_operators_find_it() {
    page = chromium.window(server.radcase().as("admin"));
    assertThat(page.request().get(PLACE).status()).isEqualTo(404);

    open();
    page.locator("[data-account]").click();

    var link = page.locator("[data-account-menu] a[href='admin/caches']");
    assertThat(link).hasText("Caches");
    assertThat(link).hasAttribute("aria-current", "page");
  }

  @Test
  void the_benchmark_is_run_by_the_keyboard() {
    open();

    button("Run benchmark").focus();
    page.keyboard().press("Enter");

    var result = page.locator("[data-benchmark]");
    assertThat(result).containsText("Measured in the process, 1,000 rounds.");
    assertThat(result.locator("tbody tr")).hasCount(2);
    assertThat(result).containsText("µs");
  }

  @Test
  void an_entry_is_looked_up_and_removed_by_the_keyboard() {
    var key = keyOfAKeptCase();
    open();

    page.locator("#entry-key").focus();
    page.keyboard().type(key);
    page.keyboard().press("Enter");

    var found = page.locator("[data-found]");
    assertThat(found).containsText(key);
    assertThat(found).containsText("in the process");
    assertThat(found).not().containsText("Flank");
    button("Remove entry").focus();
    page.keyboard().press("Space");
    assertThat(toast()).containsText("Entry removed");
    assertThat(page.locator("#entry-key")).isFocused();
    page.keyboard().press("Enter");
    assertThat(found).hasText("Nothing is kept under that key.");
  }

  @Test
  void a_look_up_without_a_key_says_what_is_missing() {
    open();

    page.locator("#entry-key").press("Enter");

    assertThat(page.locator("#entry-key-fault")).isVisible();
    assertThat(page.locator("#entry-key")).hasAttribute("aria-invalid", "true");
    assertThat(page.locator("#entry-key")).isFocused();
  }

  @Test
  void what_has_a_tag_is_removed() {
    var key = keyOfAKeptCase();
    open();

    page.locator("#tag").fill(key);
    button("Remove by tag").click();

    assertThat(toast()).containsText(key);
    page.locator("#entry-key").fill(key);
    button("Look up").click();
    assertThat(page.locator("[data-found]")).hasText("Nothing is kept under that key.");
  }

  @Test
  void clearing_asks_first_and_says_what_it_did() {
    var key = keyOfAKeptCase();
    open();

    button("Clear").click();
    assertThat(page.locator("dialog")).containsText("Clear all caches?");
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog")).hasCount(0);
    assertThat(button("Clear")).isFocused();
    page.locator("#entry-key").fill(key);
    button("Look up").click();
    assertThat(button("Remove entry")).isVisible();

    page.locator("#clear-cache").selectOption("cases");
    button("Clear").click();
    page.locator("dialog .danger").click();

    assertThat(toast()).containsText("The cache cases is empty");
    button("Look up").click();
    assertThat(page.locator("[data-found]")).hasText("Nothing is kept under that key.");
  }

  @Test
  void the_warm_up_is_begun_and_reported() {
    open();

    button("Warm up now").click();

    assertThat(toast()).containsText("The warm-up has begun");
    assertThat(page.locator("[data-warm-up]"))
        .containsText(Pattern.compile("Done.*nothing failed"));
  }

  @Test
  void figures_that_change_take_neither_the_focus_nor_what_is_typed() {
    open();
    var row = page.locator(".caches tbody tr").first().elementHandle();
    page.locator("#entry-key").fill("case:half typed");

    page.waitForResponse("**/api/admin/caches", () -> {});
    page.waitForResponse("**/api/admin/caches", () -> {});

    assertThat(page.locator("#entry-key")).isFocused();
    assertThat(page.locator("#entry-key")).hasValue("case:half typed");
    assertThat(row.evaluate("it => it.isConnected")).as("rows stay").isEqualTo(true);
  }

  @Test
  void the_keyboard_reaches_every_control_in_the_order_of_the_page() {
    open();
    button("Run benchmark").focus();

    for (var next : List.of("#entry-cache", "#entry-key")) {
      page.keyboard().press("Tab");
      assertThat(page.locator(next)).isFocused();
    }
    page.keyboard().press("Tab");
    assertThat(button("Look up")).isFocused();
    page.keyboard().press("Tab");
    assertThat(page.locator("#tag")).isFocused();
    page.keyboard().press("Tab");
    assertThat(button("Remove by tag")).isFocused();
    page.keyboard().press("Tab");
    assertThat(page.locator("#clear-cache")).isFocused();
    page.keyboard().press("Tab");
    assertThat(button("Clear")).isFocused();
    page.keyboard().press("Tab");
    assertThat(button("Warm up now")).isFocused();
  }

  @ParameterizedTest
  @CsvSource({"DARK, 1440", "LIGHT, 1440", "DARK, 390", "LIGHT, 390", "LIGHT, 320"})
  void it_can_be_used_by_everybody(ColorScheme scheme, int width) {
    var key = keyOfAKeptCase();
    open(width, scheme);
    button("Run benchmark").click();
    assertThat(page.locator("[data-benchmark] table")).isVisible();
    page.locator("#entry-key").fill(key);
    button("Look up").click();
    assertThat(button("Remove entry")).isVisible();
    button("Remove by tag").click();
    assertThat(page.locator("#tag-fault")).isVisible();

    nothingIsInTheWay();
    assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
        .as("nothing stands out at the side")
        .isEqualTo(true);
    button("Clear").click();
    assertThat(page.locator("dialog")).isVisible();
    nothingIsInTheWay();
  }

  private void nothingIsInTheWay() {
    var found = new AxeBuilder(page)
        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
        .analyze();
    assertThat(found.getViolations()).as(found.getViolations().toString()).isEmpty();
  }
}
