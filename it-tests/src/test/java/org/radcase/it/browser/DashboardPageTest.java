package org.radcase.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.it.Expect;
import org.radcase.it.server.Deadline;
import org.radcase.it.server.TomcatServer;

/** The dashboard, while a server is asked for more than its caches know, and an alert comes and goes. */
@Tag("own-server")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DashboardPageTest {
  private static final String PLACE = "admin/dashboard";

  /** Two readings ten seconds apart raise an alert, and two end it. */
  private static final long PATIENCE_SECONDS = 90;

  /** For Playwright. */
  private static final double PATIENCE_MILLIS = PATIENCE_SECONDS * 1000.0;

  private static final int MISSES = 300;
  private static final int HITS = 100;

  /** What the webhook's receiver was sent. */
  private record Sent(JsonNode body, String signature) {}

  private static final List<Sent> SENT = new CopyOnWriteArrayList<>();

  private static HttpServer receiver;
  private static TomcatServer server;
  private static Chromium chromium;
  private Page page;

  @BeforeAll
  static void start() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/radcase", exchange -> {
      var body = new ObjectMapper().readTree(exchange.getRequestBody());
      SENT.add(new Sent(body, exchange.getRequestHeaders().getFirst("X-RadCase-Signature")));
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
    });
    receiver.start();
    chromium = Chromium.start();
    var address = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/radcase";
    server = TomcatServer.onSqlite(Map.of(
        "RADCASE_DEMO", "false",
        "RADCASE_REDIS_URI", "none",
        "RADCASE_ALERTS_WEBHOOK", address,
        "RADCASE_ALERTS_WEBHOOK_SECRET", "known to both"));
  }

  @AfterAll
  static void stop() {
    if (server != null) server.close();
    if (chromium != null) chromium.close();
    if (receiver != null) receiver.stop(0);
  }

  @AfterEach
  void nothing_was_complained_of() {
    assertThat(chromium.takeComplaints()).allMatch(complaint -> complaint.contains("404"));
    if (page != null) page.context().close();
  }

  private void open(String who, int width, ColorScheme scheme) {
    page = chromium.window(server.radcase().as(who), width, 900, scheme);
    page.navigate(PLACE);
    assertThat(page.locator("[data-figures] .charts"))
        .isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
            .setTimeout(PATIENCE_MILLIS));
  }

  private void open(String who) {
    open(who, 1440, ColorScheme.DARK);
  }

  private Locator part(String title) {
    return page.locator("section")
        .filter(new Locator.FilterOptions()
            .setHas(page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(title).setExact(true))));
  }

  private static void awaitSent(String state) {
    assertThat(Deadline.ofSeconds(PATIENCE_SECONDS).until(() -> SENT.stream()
            .anyMatch(it -> it.body().path("state").asText().equals(state))))
        .as("the webhook got: " + SENT)
        .isTrue();
  }

  private static boolean isOpen(String kind) {
    var open =
        server.radcase().as("operator").get("api/admin/alerts?state=open").json();
    return open.path("data").findValuesAsText("kind").contains(kind);
  }

  @Test
  @Order(1)
  void an_alert_is_raised_acknowledged_and_ended_while_the_charts_tell_the_load() {
    var educator = server.radcase().as("educator");
    open("operator");
    var alerts = page.locator("[data-alerts]");
    assertThat(alerts).containsText("No alert is open.");

    for (var i = 0; i < MISSES; i++) educator.get("api/cases/" + UUID.randomUUID());

    // What was asked before the caches were first read is not counted.
    assertThat(Deadline.ofSeconds(PATIENCE_SECONDS).until(() -> {
          educator.get("api/cases/" + UUID.randomUUID());
          return isOpen("hit-rate");
        }))
        .isTrue();
    var alert = alerts.locator("li");
    assertThat(alert).containsText(Pattern.compile("Warning The cache cases finds .*70%"));
    awaitSent("raised");
    assertThat(SENT.get(0).body().path("alert").asText()).isEqualTo("hit-rate");
    assertThat(SENT.get(0).signature()).matches("sha256=[0-9a-f]{64}");
    assertThat(part("Requests a second").locator(".chart"))
        .hasAttribute("aria-label", Pattern.compile("Requests a second\\. requests \\d.*"));
    var routes = part("Slowest routes").locator("tbody tr");
    assertThat(routes.filter(new Locator.FilterOptions().setHasText("GET /api/cases/{id}")))
        .containsText(Pattern.compile("\\d{3,}"));

    alert.getByRole(AriaRole.BUTTON).focus();
    page.keyboard().press("Enter");
    assertThat(alert).containsText("Seen by ");
    assertThat(alert.getByRole(AriaRole.BUTTON)).hasCount(0);

    var made = educator.postJson("api/cases", "{\"presentation\": \"Flank pain, woman, 58\"}");
    var address = "api/cases/" + made.json().path("id").asText();
    assertThat(Deadline.ofSeconds(PATIENCE_SECONDS).until(() -> {
          for (var i = 0; i < HITS; i++) educator.get(address);
          return !isOpen("hit-rate");
        }))
        .isTrue();
    awaitSent("ended");
    assertThat(alerts).containsText("No alert is open.");
    alerts.locator("summary").click();
    assertThat(alerts.locator("tbody tr"))
        .containsText(Pattern.compile("The cache cases finds.*Webhook: sent"));
    assertThat(alerts.locator("tbody tr")).not().containsText("open");
    var audit = server.radcase().as("operator").get("api/admin/audit?action=alert-acknowledged");
    assertThat(audit.json().path("data").size()).isEqualTo(1);
  }

  @Test
  @Order(2)
  void each_chart_has_its_figures_in_a_table() {
    open("operator");
    var chart = part("Response time");

    chart.locator("summary").click();

    assertThat(chart.locator("thead th")).containsText(new String[] {"When", "p50", "p95", "p99"});
    assertThat(chart.locator("tbody tr").first())
        .containsText(Pattern.compile("\\d\\d:\\d\\d:\\d\\d.*ms"));
  }

  @Test
  @Order(3)
  void the_time_is_chosen_by_the_keyboard_and_keeps_the_focus_while_figures_change() {
    open("operator");
    page.locator("[name=range]:checked").focus();

    page.keyboard().press("ArrowRight");

    assertThat(page.locator("[data-figures]")).hasAttribute("data-range", "1h");
    assertThat(page.locator("[name=range][value='1h']")).isFocused();
    // The last minute is in each of them.
    for (var range : List.of("6h", "24h", "7d", "30d")) {
      page.keyboard().press("ArrowRight");
      assertThat(page.locator("[data-figures]")).hasAttribute("data-range", range);
      assertThat(page.locator(".tile").first()).containsText(Pattern.compile("\\d in all"));
    }
    assertThat(page.locator("[name=range][value='30d']")).isFocused();
  }

  @ParameterizedTest
  @Order(4)
  @CsvSource({"1440, DARK", "1440, LIGHT", "390, DARK", "390, LIGHT"})
  void it_is_readable_by_everybody_on_every_screen(int width, ColorScheme scheme) {
    open("operator", width, scheme);
    page.locator("summary").all().forEach(Locator::click);

    var found = new AxeBuilder(page)
        .withTags(List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"))
        .analyze();

    assertThat(found.getViolations()).as(found.getViolations().toString()).isEmpty();
    assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
        .as("nothing stands out at the side")
        .isEqualTo(width);
  }

  @Test
  @Order(5)
  void administrators_find_it_in_their_menu() {
    open("admin");

    page.locator("[data-account]").click();

    var link = page.locator("[data-account-menu] a[href='admin/dashboard']");
    assertThat(link).hasText("Dashboard");
    assertThat(link).hasAttribute("aria-current", "page");
    assertThat(page.locator("[data-alerts] li button")).hasCount(0);
  }

  @ParameterizedTest
  @Order(6)
  @ValueSource(strings = {"learner", "educator", "director"})
  void nobody_else_finds_it(String who) {
    page = chromium.window(server.radcase().as(who));

    assertThat(page.request().get(PLACE).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @Order(7)
  @ValueSource(
      strings = {"metrics/history?range=2h", "metrics/history?from=1", "alerts?state=past"})
  void what_is_wrong_with_a_question_is_said(String address) {
    Expect.problem(
        server.radcase().as("operator").get("api/admin/" + address), 400, "request.parameter");
  }

  @Test
  @Order(8)
  void an_alert_that_there_is_not_is_404() {
    Expect.problem(
        server.radcase().as("operator").postJson("api/admin/alerts/nothing/acknowledge", ""),
        404,
        "alert.not-found");
  }
}
