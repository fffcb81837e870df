package org.radcase.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.radcase.it.browser.Chromium;
import org.radcase.it.server.Deadline;
import org.radcase.it.server.TomcatServer;

/** From the click on a case in the library to its first picture, and to the first true pixels. */
public class FirstImageBench {
  private static final int CLICKS = 20;

  @Test
  void first_image() {
    try (var chromium = Chromium.startWithoutGpu();
        var server = TomcatServer.onSqlite(Map.of("RADCASE_DEMO", "true"))) {
      var radcase = server.radcase().as("educator");
      assertThat(Deadline.ofSeconds(300)
              .until(() -> radcase
                      .get("api/cases?status=published")
                      .json()
                      .at("/pagination/total")
                      .asInt()
                  >= 28))
          .isTrue();
      var page = chromium.window(server.radcase().as("educator"));
      page.addInitScript(
          "addEventListener('click', () => sessionStorage.clicked = Date.now(), true)");
      var previews = new double[CLICKS];
      var truePixels = new double[CLICKS];
      open(page, 0);
      for (var i = 0; i < CLICKS; i++) {
        open(page, i % 12);
        previews[i] = millisFromClickTo(page, PREVIEW);
        truePixels[i] =
            millisFromClickTo(page, "performance.getEntriesByName('true-pixels')[0].startTime");
      }
      new Figures("First image")
          .add(
              "click to preview, ms (median, p95)",
              "%.0f, %.0f",
              Figures.percentile(0.5, previews),
              Figures.percentile(0.95, previews))
          .add(
              "click to true pixels, ms (median, p95), software GL",
              "%.0f, %.0f",
              Figures.percentile(0.5, truePixels),
              Figures.percentile(0.95, truePixels))
          .publish();
    }
  }

  private static final String PREVIEW =
      """
      (() => {
        const preview = document.querySelector("[data-preview]").currentSrc;
        const loaded = performance.getEntriesByName(preview)[0].responseEnd;
        const painted = performance.getEntriesByName("first-contentful-paint")[0].startTime;
        return Math.max(loaded, painted);
      })()""";

  private static void open(Page page, int card) {
    page.navigate("");
    page.locator(".card[data-case] img").nth(card).waitFor();
    page.locator(".card[data-case]").nth(card).click();
    page.locator("[data-stage][data-state=true-pixels]")
        .waitFor(new Locator.WaitForOptions().setTimeout(60_000));
  }

  private static double millisFromClickTo(Page page, String momentOfPage) {
    var moment = "performance.timeOrigin + " + momentOfPage + " - Number(sessionStorage.clicked)";
    return ((Number) page.evaluate(moment)).doubleValue();
  }
}
