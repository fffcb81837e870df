package org.radcase.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.radcase.it.browser.Phantom.AXIAL;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.radcase.it.server.Deadline;

/** What educators put on the images for learners, what learners keep for themselves, and a case on the screen of a conference. */
@Tag("own-server")
@ExtendWith(ReadingRoom.AtHand.class)
class ViewerTeachingTest {
  /** The request for the marks, which waits. */
  private static List<Route> reloadedWithoutMarks(ViewerPage viewer) {
    var held = new ArrayList<Route>();
    viewer.page().route("**/annotations", request -> {
      if (held.isEmpty()) held.add(request);
      else request.resume();
    });
    viewer.page().reload();
    viewer.awaitTruePixels();
    viewer.page().waitForCondition(() -> held.size() == 1);
    return held;
  }

  private ReadingRoom room;
  private String caseId;

  @BeforeEach
  void aCase(ReadingRoom room) {
    this.room = room;
    caseId = room.aCase(Phantom::twoImages);
  }

  @Test
  void a_learners_mark_is_there_after_a_reload_and_for_nobody_else() {
    var viewer = room.open("learner", caseId);
    drawLength(viewer);
    var told = marks(viewer).getAttribute("aria-label");

    viewer.page().reload();

    assertThat(marks(viewer)).hasAttribute("aria-label", told);
    for (var other : new String[] {"learner2", "educator"}) {
      var theirs = room.open(other, caseId);
      theirs.takeUp("l");
      assertThat(marks(theirs)).hasCount(0);
    }
  }

  @Test
  void a_mark_with_which_a_case_is_left_before_ones_marks_have_come_is_there_afterwards() {
    var viewer = room.open("learner", caseId);
    drawLength(viewer);
    awaitSaved("learner", "own", 1);
    reloadedWithoutMarks(viewer);
    drawLength(viewer);

    viewer.page().reload();

    assertThat(marks(viewer)).hasCount(2);
    awaitSaved("learner", "own", 2);
  }

  @Test
  void a_mark_that_is_drawn_before_ones_marks_have_come_joins_them() {
    var viewer = room.open("learner", caseId);
    drawLength(viewer);
    awaitSaved("learner", "own", 1);
    var held = reloadedWithoutMarks(viewer);

    drawLength(viewer);
    held.forEach(Route::resume);

    assertThat(marks(viewer)).hasCount(2);
    awaitSaved("learner", "own", 2);
  }

  @Test
  void marks_for_all_are_seen_by_a_learner_once_the_answer_is_open() {
    var educator = room.open("educator", caseId);
    educator.page().getByLabel("Draw for everybody who reads the case").check();
    drawLength(educator);
    awaitSaved("educator", "shared", 1);

    var learner = room.open("learner", caseId);
    learner.takeUp("l");
    assertThat(marks(learner)).hasCount(0);
    learner.press("Control+Enter");

    assertThat(learner.page().locator("[data-answer]")).containsText("Carcinoid");
    assertThat(learner.stage().locator(".annotation.shared"))
        .hasAttribute("aria-label", Pattern.compile("Length, .* mm, from the case’s authors"));
  }

  @Test
  void a_key_finding_is_made_of_a_mark_and_found_by_clicking() {
    var educator = room.open("educator", caseId);
    var image = OnImage.of(educator.stage(), AXIAL);
    var lesion = image.at(10, 8);
    educator.takeUp("k");
    image.click(lesion);
    educator.page().getByLabel("What is to be seen there").fill("Zebra nodule");
    button(educator, "Make the chosen mark a key finding").click();
    assertThat(educator.page().locator(".key-findings li"))
        .containsText("Zebra nodule · to be found");

    var learner = room.open("learner", caseId);
    var panel = learner.page().getByRole(AriaRole.REGION, named("Find the lesion"));
    assertThat(panel).containsText("1 finding to find");
    assertThat(learner.page().locator("main")).not().containsText("Zebra");
    button(learner, "Point at it").click();
    var seen = OnImage.of(learner.stage(), AXIAL);

    seen.click(seen.at(60, 44));
    assertThat(panel).containsText("Nothing here.");
    assertThat(panel).containsText("29 attempts left");

    var near = seen.at(10, 18);
    seen.click(near);
    assertThat(panel).containsText("Near. Look around there.");
    assertThat(distance(panel)).isCloseTo(near.to(lesion, AXIAL), within(0.05 + 1e-6));

    seen.click(seen.at(12, 9));
    assertThat(panel).containsText("Found.");
    assertThat(panel).containsText("You found all of them.");
    assertThat(learner.stage().locator(".annotation.finding")).hasCount(1);
    assertThat(learner.page().locator("main")).not().containsText("Zebra");
  }

  @Test
  void a_case_hangs_for_learners_as_its_author_saved_it() {
    var educator = room.open("educator", caseId);
    educator.press("4", "t", "Shift+G");
    educator.await(Map.of("windowWidth", "400"));
    button(educator, "Save how it hangs now").click();
    assertThat(educator.page().locator(".toast")).containsText("as it hangs now");

    var learner = room.open("learner", caseId);

    assertThat(learner.stage().locator(".cell")).hasCount(2);
    assertThat(learner.stage().locator(".cell").first().locator(".edge.top")).hasText("R");
  }

  @Test
  void how_a_case_hangs_is_not_forced_on_who_has_begun_to_read() {
    var educator = room.open("educator", caseId);
    educator.press("Shift+G");
    button(educator, "Save how it hangs now").click();
    assertThat(educator.page().locator(".toast")).containsText("as it hangs now");
    var page = room.open("learner", room.patient()).page();
    var held = new ArrayList<Route>();
    page.route("**/display", held::add);
    var viewer = new ViewerPage(page).open(caseId);
    viewer.awaitTruePixels();
    page.waitForCondition(() -> held.size() == 2);

    viewer.press("i");
    held.forEach(Route::resume);

    page.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(viewer.stage().locator(".cell")).hasCount(1);
  }

  @Test
  void the_header_is_sealed_for_a_learner_until_the_answer_is_open() {
    var viewer = room.open("learner", caseId);
    var dialog = viewer.page().getByRole(AriaRole.DIALOG);

    viewer.press("Shift+H");
    assertThat(dialog).containsText("The header opens with the answer");
    assertThat(dialog.locator("table")).hasCount(0);
    assertThat(room.takeComplaints()).singleElement().asString().contains("403");
    viewer.press("Escape", "Control+Enter");
    assertThat(viewer.page().locator("[data-answer]")).containsText("Carcinoid");

    viewer.stage().click();
    viewer.press("Shift+H");
    dialog.getByRole(AriaRole.SEARCHBOX).fill("pixelspacing");
    var row = dialog.locator("tbody tr:not([hidden])");
    assertThat(row).hasCount(1);
    assertThat(row).containsText("1.0\\0.5");
    dialog.getByLabel("Close").click();
    assertThat(dialog).hasCount(0);
  }

  @Test
  void a_presentation_shows_the_case_part_by_part_and_nothing_else() {
    var viewer = room.open("educator", caseId);
    var page = viewer.page();
    var card = page.locator(".presented");

    viewer.press("Shift+P");
    assertThat(page.locator("[data-panel]")).isHidden();
    assertThat(page.locator("[data-strip]")).isHidden();
    assertThat(card).isHidden();

    viewer.press("d");
    assertThat(card).containsText("Carcinoid");
    viewer.press("f");
    assertThat(card).containsText("A round nodule.");
    viewer.press("t");
    assertThat(card).containsText("Look behind the heart.");
    viewer.press("h");
    assertThat(card).containsText("Never smoked.");
    viewer.press("h");
    assertThat(card).isHidden();
    for (var part : new String[] {"Never smoked.", "A round nodule.", "Carcinoid", "Look behind"}) {
      viewer.press(" ");
      assertThat(card).containsText(part);
    }
    viewer.press(" ");
    assertThat(card).isHidden();

    viewer.stage().hover();
    assertThat(page.locator(".laser")).isVisible();
    viewer.press("Escape");
    assertThat(page.locator("[data-panel]")).isVisible();
    assertThat(page.locator(".laser")).isHidden();
  }

  @Test
  void after_a_presentation_marks_are_hidden_or_shown_as_they_were_before() {
    var viewer = room.open("educator", caseId);
    drawLength(viewer);
    var drawn = viewer.stage().locator(".cell .annotations").first();

    for (var wereShown : new boolean[] {true, false}) {
      var asBefore = new LocatorAssertions.IsVisibleOptions().setVisible(wereShown);
      if (!wereShown) viewer.press("j");
      assertThat(drawn).isVisible(asBefore);
      viewer.press("Shift+P");
      assertThat(drawn).isHidden();
      viewer.press("f");
      assertThat(drawn).isVisible();
      viewer.press("Escape");
      assertThat(viewer.page().locator(".presentation")).isHidden();
      assertThat(drawn).isVisible(asBefore);
    }
  }

  @Test
  void a_presentation_goes_on_with_the_next_case() {
    room.aCase(Phantom::head);
    var viewer = room.open("educator", caseId);
    viewer.page().navigate("");
    viewer.page().locator(".card[data-case]").first().click();
    viewer.awaitTruePixels();
    var first = viewer.page().url();

    viewer.press("Shift+P", "n");

    assertThat(viewer.page()).not().hasURL(first);
    assertThat(viewer.page().locator(".presentation")).isVisible();
    assertThat(viewer.page().locator("[data-panel]")).isHidden();
    viewer.press("Escape");
    assertThat(viewer.page().locator("[data-panel]")).isVisible();
  }

  @Test
  void a_presentation_has_its_parts_without_keys_too() {
    var viewer = room.open("educator", caseId);
    var card = viewer.page().locator(".presented");
    viewer.press("Shift+P");

    button(viewer, "D Diagnosis").click();
    assertThat(card).containsText("Carcinoid");
    button(viewer, "Space Next part").click();
    assertThat(card).containsText("Look behind the heart.");

    button(viewer, "Leave (Esc)").click();
    assertThat(viewer.page().locator("[data-panel]")).isVisible();
  }

  @Test
  void a_presentation_keeps_the_answer_from_who_has_not_committed() {
    var viewer = room.open("learner", caseId);

    viewer.press("Shift+P", "d");

    assertThat(viewer.page().locator(".presented")).containsText("opens when you commit");
    assertThat(viewer.page().locator("body")).not().containsText("Carcinoid");
  }

  @Test
  void the_next_case_is_the_next_one_of_the_list_one_came_from() {
    room.aCase(Phantom::head);
    var viewer = room.open("learner", caseId);
    viewer.page().navigate("");
    var cards = viewer.page().locator(".card[data-case]");
    var next = cards.nth(1).getAttribute("data-case");
    cards.first().click();
    viewer.awaitTruePixels();

    viewer.press("Shift+N");

    assertThat(viewer.page()).hasURL(Pattern.compile("/cases/" + next + "$"));
    viewer.awaitTruePixels();
  }

  private static void drawLength(ViewerPage viewer) {
    var image = OnImage.of(viewer.stage(), AXIAL);
    viewer.chooseTool("Measure", "Length");
    viewer.awaitDrawingTool();
    image.drag(image.at(10, 10), image.at(50, 30));
    assertThat(marks(viewer)).hasCount(1);
  }

  /** A change is saved a second after it. */
  private void awaitSaved(String who, String list, int count) {
    var annotations = "api/cases/" + caseId + "/annotations";
    var person = room.as(who);
    assertThat(Deadline.ofSeconds(30)
            .until(() ->
                person.get(annotations).json().at("/" + list + "/annotations").size() == count))
        .isTrue();
  }

  private static Locator marks(ViewerPage viewer) {
    return viewer.stage().locator("[data-annotation]");
  }

  private static double distance(Locator panel) {
    var told = Pattern.compile("([\\d.]+) mm off").matcher(panel.textContent());
    assertThat(told.find()).as(panel.textContent()).isTrue();
    return Double.parseDouble(told.group(1));
  }

  private static Locator button(ViewerPage viewer, String name) {
    return viewer.page().getByRole(AriaRole.BUTTON, named(name));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
