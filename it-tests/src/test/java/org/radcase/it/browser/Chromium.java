package org.radcase.it.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.radcase.it.RadCase;

/**
 * Debian's Chromium, without a screen and with its software GL. Notes what a page complains of. For
 * one thread.
 */
public final class Chromium implements AutoCloseable {
  private static final List<String> ARGUMENTS = List.of(
      "--no-sandbox",
      "--disable-dev-shm-usage",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--enable-unsafe-swiftshader");

  /** Has software GL pass for a GPU, so that pages are composed as they are on a machine that has one. */
  private static final String AS_IF_GPU = "--use-angle=swiftshader";

  /** Generous, as the whole test suite shares the machine. */
  private static final double PATIENCE_MILLIS = 60_000;

  private final Playwright playwright;
  private final Browser browser;
  private final List<String> complaints = new ArrayList<>();

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Starts it; without one a test is skipped, in CI it fails. */
  public static Chromium start() {
    return start(Stream.concat(ARGUMENTS.stream(), Stream.of(AS_IF_GPU)).toList());
  }

  /** As it is on a machine without a GPU: software GL is for WebGL alone. */
  public static Chromium startWithoutGpu() {
    return start(ARGUMENTS);
  }

  private static Chromium start(List<String> arguments) {
    var executable = executable();
    if (Boolean.getBoolean("radcase.ci"))
      assertThat(executable)
          .as("chromium, on the PATH or by -Dradcase.chromium")
          .isPresent();
    assumeTrue(executable.isPresent(), "no chromium on the PATH (or -Dradcase.chromium=…)");
    var playwright = Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    var browser = playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions().setExecutablePath(executable.get()).setArgs(arguments));
    return new Chromium(playwright, browser);
  }

  private static Optional<Path> executable() {
    var given = System.getProperty("radcase.chromium", "");
    if (!given.isBlank()) return Optional.of(Path.of(given));
    return Stream.of(System.getenv("PATH").split(":"))
        .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
            .map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** A fresh window of whoever speaks there, 1440 × 900 at device pixel ratio 1, with relative addresses. */
  public Page window(RadCase radcase) {
    return window(radcase, 1440, 900, ColorScheme.DARK);
  }

  public Page window(RadCase radcase, int width, int height, ColorScheme scheme) {
    return window(radcase, width, height, scheme, 1);
  }

  /** @param ratio device pixels for each CSS pixel */
  public Page window(RadCase radcase, int width, int height, ColorScheme scheme, double ratio) {
    var base = radcase.base();
    BrowserContext context = browser.newContext(new Browser.NewContextOptions()
        .setBaseURL(base.toString())
        .setViewportSize(width, height)
        .setDeviceScaleFactor(ratio)
        .setColorScheme(scheme));
    context.setDefaultTimeout(PATIENCE_MILLIS);
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    if (!radcase.cookie().isEmpty()) {
      var cookie = radcase.cookie().split("=", 2);
      context.addCookies(List.of(new Cookie(cookie[0], cookie[1]).setUrl(base.toString())));
    }
    var page = context.newPage();
    page.onPageError(complaint -> complaints.add("script: " + complaint));
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) complaints.add("console: " + message.text());
    });
    page.onRequest(request -> {
      var address = URI.create(request.url());
      var own = address.getScheme().equals("blob")
          || address.getScheme().equals("data")
          || base.getAuthority().equals(address.getAuthority());
      if (!own) complaints.add("asked another origin: " + address);
    });
    return page;
  }

  /** Errors of scripts, of the content security policy, of requests; none on a good page. */
  List<String> takeComplaints() {
    var taken = List.copyOf(complaints);
    complaints.clear();
    return taken;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
