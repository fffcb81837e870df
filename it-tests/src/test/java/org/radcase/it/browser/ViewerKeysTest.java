package org.radcase.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** When keys act, and when they don't. */
@Tag("own-server")
@ExtendWith(ReadingRoom.AtHand.class)
class ViewerKeysTest {
  private ViewerPage viewer;
  private String caseId;

  @BeforeEach
  void open(ReadingRoom room) {
    caseId = room.aCase(Phantom::patient);
    viewer = room.open("learner", caseId);
  }

  @Test
  void letters_that_are_switched_off_do_nothing_and_arrows_still_act() {
    viewer.press("?");
    var dialog = viewer.page().getByRole(AriaRole.DIALOG);
    assertThat(dialog.locator(".keys-list > div")).not().hasCount(0);
    dialog.getByRole(AriaRole.CHECKBOX).uncheck();
    viewer.press("Escape");
    assertThat(dialog).hasCount(0);

    viewer.press("i", "1", "Shift+G", "l", "]", "?");
    viewer.press("ArrowDown");

    viewer.await(Map.of("slice", "6", "slices", "9", "windowWidth", "400"));
    assertNothingIsTurned();
    assertThat(dialog).hasCount(0);

    viewer.page().reload();
    viewer.awaitTruePixels();
    viewer.press("i");
    assertNothingIsTurned();
  }

  @Test
  void the_window_is_set_by_keys_as_by_dragging() {
    viewer.await(Map.of("windowCenter", "40", "windowWidth", "400", "slice", "5"));

    viewer.press("Shift+ArrowDown");
    viewer.await(Map.of("windowCenter", "65", "windowWidth", "400"));
    viewer.press("Shift+ArrowRight");
    viewer.await(Map.of("windowCenter", "65", "windowWidth", "425"));
    viewer.press("Shift+ArrowLeft", "Shift+ArrowUp");
    viewer.await(Map.of("windowCenter", "40", "windowWidth", "398"));
    viewer.press("0");
    viewer.await(Map.of("windowCenter", "40", "windowWidth", "400", "slice", "5"));
  }

  @Test
  void a_key_right_after_a_dialog_was_closed_is_the_viewers() {
    viewer.press("?");
    viewer.page().getByRole(AriaRole.CHECKBOX).focus();

    // Faster than any hand: before the page is drawn again, the dialog has the focus.
    viewer
        .page()
        .evaluate(
            """
            () => {
              document.querySelector("dialog[open]").close();
              document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {key: "ArrowDown", bubbles: true}));
            }""");

    viewer.await(Map.of("slice", "6"));
  }

  @Test
  void keys_never_act_while_one_types_and_control_enter_commits_what_was_typed() {
    var field = viewer.page().locator("[data-add]");
    field.click();

    viewer.page().keyboard().type("i1GlM]? Carcinoid");
    viewer.press("ArrowDown", "Home", "End");

    assertThat(field).hasValue("i1GlM]? Carcinoid");
    viewer.await(Map.of("slice", "5", "slices", "9", "windowWidth", "400"));
    assertNothingIsTurned();
    assertThat(viewer.page().locator("[data-answer]")).isEmpty();

    field.fill("Carcinoid");
    viewer.press("Control+Enter");

    assertThat(viewer.page().locator("[data-answer]")).containsText("Carcinoid");
    assertThat(viewer.page().locator("[data-answer] .verdict.good")).isVisible();
  }

  private void assertNothingIsTurned() {
    assertThat(viewer.stage().locator(".cell")).hasCount(1);
    for (var tool : new String[] {"Invert", "Length", "Reconstruct in three planes"})
      assertThat(viewer.button(tool)).hasAttribute("aria-pressed", "false");
  }
}
