package org.radcase.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The states of the viewer that its tools lead to can be used by everybody, in both themes. */
@Tag("own-server")
@ExtendWith(ReadingRoom.AtHand.class)
class ViewerAccessTest {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private ViewerPage viewer;

  @ParameterizedTest
  @EnumSource(names = {"DARK", "LIGHT"})
  void a_desktop_page_in_all_its_layouts(ColorScheme scheme, ReadingRoom room) {
    viewer = room.open("learner", room.patient(), 1440, 900, scheme);
    viewer.button("Measure").click();
    assertThat(viewer.button("Length")).isVisible();
    assertNothingViolated("with a menu open");
    viewer.press("Escape");
    assertThat(viewer.button("Length")).isHidden();

    viewer.press("Shift+G", "Shift+G");
    assertThat(viewer.stage().locator(".cell")).hasCount(4);
    assertNothingViolated("two by two");

    viewer.press("Shift+M");
    assertThat(viewer.stage().locator(".cell.plane")).hasCount(3);
    assertNothingViolated("in three planes");
  }

  @ParameterizedTest
  @EnumSource(names = {"DARK", "LIGHT"})
  void a_page_on_a_phone(ColorScheme scheme, ReadingRoom room) {
    viewer = room.open("learner", room.patient(), 390, 844, scheme);
    assertNothingViolated("on a phone");

    viewer.button("View").click();
    assertThat(viewer.button("Invert")).isVisible();
    assertNothingViolated("with a menu open");
  }

  private void assertNothingViolated(String state) {
    var found = new AxeBuilder(viewer.page()).withTags(RULES).analyze();
    assertThat(found.getViolations()).as(state).isEmpty();
  }
}
