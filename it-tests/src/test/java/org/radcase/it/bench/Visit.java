package org.radcase.it.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.radcase.it.browser.Line;
import org.radcase.it.browser.ViewerPage;

/**
 * One visit to a viewer with an empty cache, and what was measured of it. Times are milliseconds from
 * the start of the navigation. The page must say what it shows as RadCase's stage does.
 */
final class Visit implements AutoCloseable {
  private static final int SECONDS_TO_LOAD = 600;
  private static final Duration SCROLLING = Duration.ofSeconds(3);
  private static final int SCROLLS_ONE_WAY = 25;

  /** Collects in the page what only it can see; runs before any script of it. */
  private static final String PROBE =
      """
      window.probe = { longTasks: [], preview: 0, all: 0, frames: [] };
      new PerformanceObserver((list) => probe.longTasks.push(
        ...list.getEntries().map(({ startTime, duration }) => ({ startTime, duration }))))
        .observe({ type: "longtask", buffered: true });
      new PerformanceObserver((list) => {
        for (const { element, renderTime } of list.getEntries()) {
          if (element?.matches("[data-preview]")) probe.preview ||= renderTime;
        }
      }).observe({ type: "largest-contentful-paint", buffered: true });
      new MutationObserver(() => {
        const { loaded, slices, slice } = document.querySelector("[data-stage]")?.dataset ?? {};
        if (loaded && loaded === slices) probe.all ||= performance.now();
        if (probe.scrolling) probe.drawn += Number(probe.slice !== slice);
        probe.slice = slice;
      }).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-loaded", "data-slice"] });
      """;

  private final Page page;
  private final ViewerPage viewer;
  private final Line line;
  private final CDPSession session;

  /** How a visit goes: a line of 0 Mbit/s is as fast as the machine. */
  record Conditions(double megabits, int latencyMillis, int slowerCpu) {
    @Override
    public String toString() {
      return (megabits > 0
              ? "%.0f Mbit/s and %d ms".formatted(megabits, latencyMillis)
              : "unthrottled")
          + ", CPU " + (slowerCpu > 1 ? "%d× slower".formatted(slowerCpu) : "1×");
    }
  }

  /**
   * Tasks over 50 ms on the main thread (W3C Long Tasks).
   *
   * @param count how many
   * @param totalMillis of them all
   * @param longestMillis of the longest
   */
  record LongTasks(int count, double totalMillis, double longestMillis) {
    @Override
    public String toString() {
      return "%d, %.0f, %.0f".formatted(count, totalMillis, longestMillis);
    }
  }

  /**
   * Scrolling through slices that are there.
   *
   * @param framesASecond of the browser
   * @param slicesASecond that were drawn
   * @param longestFrameMillis between two frames of the browser
   */
  record Scrolling(double framesASecond, double slicesASecond, double longestFrameMillis) {
    @Override
    public String toString() {
      return "%.0f, %.0f, %.0f".formatted(framesASecond, slicesASecond, longestFrameMillis);
    }
  }

  private Visit(Page page) {
    this.page = page;
    viewer = new ViewerPage(page);
    line = Line.of(page);
    session = page.context().newCDPSession(page);
  }

  /** Opens an address in a fresh window and waits for the first true pixels. */
  static Visit to(Page freshWindow, String address, Conditions conditions) {
    var visit = new Visit(freshWindow);
    if (conditions.megabits() > 0)
      visit.line.throttle(conditions.megabits(), conditions.latencyMillis());
    visit.slowDown(conditions.slowerCpu());
    freshWindow.addInitScript(PROBE);
    freshWindow.navigate(address);
    visit.awaitStage("stage.dataset.state === 'true-pixels'");
    return visit;
  }

  private void slowDown(int times) {
    var rate = new JsonObject();
    rate.addProperty("rate", times);
    session.send("Emulation.setCPUThrottlingRate", rate);
  }

  private void awaitStage(String condition) {
    var held = page.locator("[data-stage]")
        .evaluate(
            "(stage, seconds) => new Promise((resolve) => {"
                + "const end = performance.now() + seconds * 1000;"
                + "const look = () => " + condition + " ? resolve(true)"
                + " : performance.now() > end ? resolve(false) : setTimeout(look, 50);"
                + "look(); })",
            SECONDS_TO_LOAD);
    if (!held.equals(true))
      throw new IllegalStateException("Not in time: " + condition + viewer.says());
  }

  /** When a picture of the case was on the screen: the preview, or true pixels where they were first. */
  double firstImage() {
    var preview = number("probe.preview");
    return preview > 0 ? Math.min(preview, firstTruePixels()) : firstTruePixels();
  }

  double firstTruePixels() {
    return number("performance.getEntriesByName('true-pixels')[0].startTime");
  }

  /** Waits for all slices. */
  double allSlices() {
    awaitStage("stage.dataset.loaded === stage.dataset.slices");
    return number("probe.all");
  }

  LongTasks longTasksBeforeTruePixels() {
    return longTasks("<");
  }

  LongTasks longTasksAfterTruePixels() {
    return longTasks(">=");
  }

  @SuppressWarnings("unchecked")
  private LongTasks longTasks(String when) {
    var found = (List<Map<String, Object>>)
        page.evaluate("probe.longTasks.filter(({startTime}) => startTime " + when + " "
            + firstTruePixels() + ")");
    var millis = found.stream()
        .mapToDouble(task -> ((Number) task.get("duration")).doubleValue())
        .summaryStatistics();
    return new LongTasks(found.size(), millis.getSum(), found.isEmpty() ? 0 : millis.getMax());
  }

  /** Rolls the wheel to and fro over what has loaded. */
  Scrolling scroll() {
    viewer.stage().hover();
    page.evaluate(
        """
        () => {
          Object.assign(probe, { scrolling: true, drawn: 0, frames: [] });
          const tick = (now) => {
            probe.frames.push(now);
            if (probe.scrolling) requestAnimationFrame(tick);
          };
          requestAnimationFrame(tick);
        }""");
    var end = System.nanoTime() + SCROLLING.toNanos();
    for (var i = 0; System.nanoTime() - end < 0; i++)
      page.mouse().wheel(0, i / SCROLLS_ONE_WAY % 2 == 0 ? 100 : -100);
    page.evaluate("probe.scrolling = false");
    var seconds = number("(probe.frames.at(-1) - probe.frames[0]) / 1000");
    return new Scrolling(
        number("probe.frames.length - 1") / seconds,
        number("probe.drawn") / seconds,
        number("Math.max(...probe.frames.slice(1).map((now, i) => now - probe.frames[i]))"));
  }

  /** Bytes of the page's JavaScript heap after a collection; workers, buffers and the GPU are not in it. */
  double heapBytes() {
    session.send("HeapProfiler.collectGarbage");
    return session.send("Runtime.getHeapUsage").get("usedSize").getAsDouble();
  }

  /** Bytes over the line, of everything. */
  double bytes() {
    return line.bytes();
  }

  int mostFramesInFlight() {
    return line.mostFramesInFlight();
  }

  private double number(String expression) {
    return ((Number) page.evaluate(expression)).doubleValue();
  }

  @Override
  public void close() {
    page.context().close();
  }
}
