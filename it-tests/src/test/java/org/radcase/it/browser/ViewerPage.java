package org.radcase.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Clip;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * The viewer of one case as a reader sees it: what its stage says in data attributes, and the pixels
 * on the screen. Knows nothing of what draws them. For one thread.
 */
public final class ViewerPage {
  private static final int SECONDS_TO_SHOW = 60;

  private final Page page;

  public ViewerPage(Page page) {
    this.page = page;
  }

  public Page page() {
    return page;
  }

  /** Opens a case and does not wait for its images. */
  public ViewerPage open(String caseId) {
    page.navigate("cases/" + caseId);
    return this;
  }

  public Locator stage() {
    return page.locator("[data-stage]");
  }

  /** What the stage says now: names of its data attributes as in {@code dataset}, and their values. */
  @SuppressWarnings("unchecked")
  public Map<String, String> says() {
    return (Map<String, String>) stage().evaluate("stage => ({...stage.dataset})");
  }

  public int slice() {
    return Integer.parseInt(says().get("slice"));
  }

  public void press(String... keys) {
    for (var key : keys) page.keyboard().press(key);
  }

  /** Presses a tool's button, which stands behind the button of its group. */
  public void chooseTool(String group, String tool) {
    button(group).click();
    button(tool).click();
  }

  /** Chooses a tool that draws by its key, and waits until it does. */
  public void takeUp(String key) {
    press(key);
    awaitDrawingTool();
  }

  public void awaitDrawingTool() {
    var drawing = page.locator(".cell .annotations:not([data-tool=''])");
    PlaywrightAssertions.assertThat(drawing.first()).isAttached();
  }

  /** The button of a tool, or of a group of them. */
  public Locator button(String name) {
    return page.locator("[role=toolbar] button[aria-label='" + name + "']");
  }

  /**
   * Waits until the stage is drawn and says this.
   *
   * @param wanted names as in {@code dataset} and their values; alternatives stand between bars
   * @return all that the stage says then
   */
  @SuppressWarnings("unchecked")
  public Map<String, String> await(Map<String, String> wanted) {
    var says = (Map<String, String>) stage()
        .evaluate(
            """
            (stage, {wanted, seconds}) => new Promise((resolve) => {
              const end = performance.now() + seconds * 1000;
              const holds = () => stage.dataset.drawing === "false"
                && Object.entries(wanted).every(([name, value]) => value.split("|").includes(stage.dataset[name]));
              const look = () => holds() || performance.now() > end
                ? resolve({...stage.dataset})
                : requestAnimationFrame(look);
              look();
            })""",
            Map.of("wanted", wanted, "seconds", SECONDS_TO_SHOW));
    wanted.forEach((name, value) ->
        assertThat(says.get(name)).as("%s of %s", name, says).isIn((Object[]) value.split("\\|")));
    return says;
  }

  public Map<String, String> awaitTruePixels() {
    return await(Map.of("state", "true-pixels"));
  }

  /**
   * Turns by keys to a series and waits until it is there.
   *
   * @param uid of the series
   * @param order the case's series, in the order in which the keys go through them
   */
  public void turnToSeries(String uid, List<String> order) {
    var steps = order.indexOf(uid) - order.indexOf(says().get("series"));
    for (var i = 0; i < Math.abs(steps); i++) press(steps > 0 ? "]" : "[");
    await(Map.of("series", uid));
  }

  /** Scrolls by keys to a slice, counted from 1, and does not wait for it. */
  public void scrollTo(int slice) {
    for (var here = slice(); here < slice; here++) press("ArrowDown");
    for (var here = slice(); here > slice; here--) press("ArrowUp");
  }

  /** Hides all that lies over the pixels, until the page is left. A style element would break the page's policy. */
  public void hideOverlays() {
    page.evaluate(
        """
        () => {
          const sheet = new CSSStyleSheet();
          sheet.insertRule("[data-stage] * { visibility: hidden !important; transition: none !important }");
          sheet.insertRule("[data-surface] canvas { visibility: visible !important }", 1);
          document.adoptedStyleSheets.push(sheet);
        }""");
  }

  /**
   * What the screen shows of an image that stands in the middle of its canvas at 1:1.
   *
   * @param width of the image on the screen, in device pixels
   * @param height likewise; a last part of a pixel is left out
   */
  public BufferedImage picture(double width, double height) {
    var canvas = canvas();
    var left = canvas.x + Math.round((canvas.width - width) / 2);
    var top = canvas.y + Math.round((canvas.height - height) / 2);
    assertThat(left).as("room for a width of %s", width).isGreaterThanOrEqualTo(canvas.x);
    assertThat(top).as("room for a height of %s", height).isGreaterThanOrEqualTo(canvas.y);
    var clip = new Clip(left, top, Math.floor(width), Math.floor(height));
    return picture(new Page.ScreenshotOptions().setClip(clip));
  }

  /** What the page shows, a CSS pixel each. */
  public BufferedImage picture() {
    return picture(new Page.ScreenshotOptions());
  }

  private BufferedImage picture(Page.ScreenshotOptions options) {
    try {
      return ImageIO.read(new ByteArrayInputStream(page.screenshot(options)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private BoundingBox canvas() {
    return page.locator("[data-surface] canvas").first().boundingBox();
  }
}
