package org.radcase.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.radcase.it.DicomFile;
import org.radcase.it.server.TomcatServer;

/** A new administrator's first day, from the set-up link to the audit trail. */
@Tag("own-server")
class FirstDayTest {
  private static final String PASSWORD = "violet harbour thimble 77";

  private static Chromium chromium;
  private static TomcatServer server;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
    server = TomcatServer.onSqlite(Map.of("RADCASE_DEMO", "false"));
  }

  @AfterAll
  static void stop() {
    if (server != null) server.close();
    if (chromium != null) chromium.close();
  }

  @Test
  void from_the_set_up_link_to_the_end_of_a_residents_session() throws IOException {
    var administrator = setUp();
    var educator = join(invitation(administrator, "educator", ""), "Ada Educator", "ada");
    var resident = join(invitation(administrator, "learner", "r1"), "Rita Resident", "rita");
    var teachingCase = aPrivateCase(educator);

    for (var path : pathsOf(educator, teachingCase)) {
      assertThat(resident.request().get(path).status()).as(path).isEqualTo(404);
    }
    resident.navigate(teachingCase);
    assertThat(resident.locator("main")).not().containsText("Appendicitis");

    publish(educator, teachingCase);
    resident.navigate("");
    resident.locator(".card[data-case]").first().click();
    assertThat(resident.locator("[data-stage]")).hasAttribute("data-state", "true-pixels");
    assertThat(resident.locator("main")).not().containsText("Appendicitis");

    theTrailTellsAllOfThat(administrator);

    resident.navigate("?modality=CT");
    assertThat(resident.locator(".card[data-case]").first()).isVisible();
    endSessionsOf(administrator, "Rita Resident");
    resident.locator(".card[data-case]").first().click();

    assertThat(resident).hasURL(Pattern.compile("/sign-in\\?to="));
    signIn(resident, "rita");
    assertThat(resident).hasURL(Pattern.compile("/" + teachingCase + "$"));
    assertThat(resident.locator("[data-stage]")).hasAttribute("data-state", "true-pixels");
  }

  /** Returns the administrator's window. */
  private static Page setUp() throws IOException {
    var link = Files.readString(server.radcaseHome().resolve("setup-link")).strip();
    assertThat(link).startsWith(server.address().toString());
    var page = chromium.window(server.radcase());
    page.navigate(link);
    for (var who : List.of("operator", "admin")) {
      page.locator("#" + who + "-name").fill("The " + who);
      page.locator("#" + who + "-username").fill(who);
      page.locator("#" + who + "-password").fill(PASSWORD);
    }
    page.getByLabel("Name of the institution").fill("Saint Lucy");
    button(page, "Set up RadCase").click();
    assertThat(page.locator("h1")).hasText("RadCase is set up");
    assertThat(server.radcaseHome().resolve("setup-link")).doesNotExist();

    page.navigate("");
    assertThat(page).hasURL(Pattern.compile("/sign-in"));
    signIn(page, "admin");
    assertThat(page.locator("[data-account-name]")).hasText("The admin");
    return page;
  }

  private static void signIn(Page page, String username) {
    page.locator("#username").fill(username);
    page.locator("#password").fill(PASSWORD);
    button(page, "Sign in").click();
  }

  /** Returns its link. */
  private static String invitation(Page administrator, String role, String level) {
    administrator.navigate("admin/people");
    button(administrator, "Invite").click();
    administrator.locator("#invite-role").selectOption(role);
    if (!level.isEmpty()) administrator.locator("#invite-level").selectOption(level);
    button(administrator, "Make invitation").click();
    return administrator.locator("dialog output").textContent();
  }

  /** Returns the window of whom the link has let in. */
  private static Page join(String link, String name, String username) {
    var page = chromium.window(server.radcase());
    page.navigate(link);
    assertThat(page.locator("h1")).hasText("Join Saint Lucy");
    page.locator("#name").fill(name);
    page.locator("#username").fill(username);
    page.locator("#password").fill(PASSWORD);
    button(page, "Create account").click();
    assertThat(page.locator("[data-account-name]")).hasText(name);
    return page;
  }

  /** Returns its address. */
  private static String aPrivateCase(Page educator) {
    educator.navigate("cases/new");
    educator.getByLabel("Clinical history").fill("Pain in the right lower quadrant, woman, 19");
    educator.getByLabel("Diagnosis").fill("Appendicitis");
    educator.getByLabel("Visible to").selectOption("private");
    educator
        .locator("[data-files]")
        .setInputFiles(new FilePayload("slice.dcm", "application/dicom", new DicomFile().bytes()));
    assertThat(educator.locator("[data-series] li")).hasCount(1);
    saved(educator);
    button(educator, "Publish case").click();
    assertThat(educator.locator("[data-status]")).hasText(Pattern.compile("[Pp]ublished"));
    var url = educator.url().replace("/edit", "");
    return url.substring(url.indexOf("cases/"));
  }

  /** All that hangs on the case. */
  private static List<String> pathsOf(Page educator, String teachingCase) {
    var api = "api/" + teachingCase;
    var manifest = educator.request().get(api + "/dicom").text();
    var series = Pattern.compile("series/([0-9.]+)/thumbnail").matcher(manifest);
    var instance = Pattern.compile("instances/([0-9.]+)").matcher(manifest);
    assertThat(series.find() && instance.find()).as(manifest).isTrue();
    return List.of(
        api,
        api + "/dicom",
        api + "/series/" + series.group(1) + "/thumbnail",
        api + "/instances/" + instance.group(1),
        api + "/instances/" + instance.group(1) + "/frames/1",
        api + "/instances/" + instance.group(1) + "/rendered");
  }

  private static void publish(Page educator, String teachingCase) {
    educator.navigate(teachingCase + "/edit");
    educator.getByLabel("Visible to").selectOption("institution");
    saved(educator);
  }

  private static void saved(Page editor) {
    assertThat(editor.locator("[data-saved]")).hasText("Saved");
  }

  private static void theTrailTellsAllOfThat(Page administrator) {
    administrator.navigate("admin/audit");
    var trail = administrator.locator("main table");
    for (var told : List.of(
        "Server set up",
        "Signed in",
        "Link made",
        "Person added",
        "Case made",
        "Images added",
        "Case published",
        "Access refused",
        "Study read")) {
      assertThat(trail).containsText(told);
    }
    assertThat(trail).containsText("Rita Resident");
  }

  private static void endSessionsOf(Page administrator, String name) {
    administrator.navigate("admin/people");
    button(administrator, "Edit " + name).click();
    button(administrator, "End sessions").click();
    assertThat(administrator.getByText("Sessions ended")).isVisible();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
