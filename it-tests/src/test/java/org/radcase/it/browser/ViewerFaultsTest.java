package org.radcase.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.radcase.it.People;
import org.radcase.it.RadCase;
import org.radcase.it.server.TomcatServer;

/** What a reader sees when the network or the server fails: the server is real, only requests are broken on their way. */
@Tag("own-server")
class ViewerFaultsTest {
  private static final int SLICES = 60;
  private static final String ALL = Integer.toString(SLICES);
  private static final String ALL_BUT_ONE = Integer.toString(SLICES - 1);

  /** A slice takes 130 ms of it. */
  private static final double SLOW_MEGABITS = 2;

  private static Chromium chromium;
  private static TomcatServer server;
  private static RadCase educator;
  private static StackCase small;
  private static StackCase stack;
  private Page page;
  private ViewerPage viewer;

  /** What happens to a request for a frame. */
  private enum Fault {
    ERROR_500(route -> route.fulfill(new Route.FulfillOptions().setStatus(500))),
    RESET(route -> route.abort("connectionreset")),
    GARBAGE(route -> route.fulfill(new Route.FulfillOptions().setBodyBytes(new byte[] {1, 2, 3})));

    private final Consumer<Route> act;

    Fault(Consumer<Route> act) {
      this.act = act;
    }

    /** A bitstream that cannot be decoded will not be another the next time. */
    boolean passes() {
      return this != GARBAGE;
    }
  }

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
    server =
        TomcatServer.onSqlite(Map.of("RADCASE_DEMO", "false", "RADCASE_ACCEPT_IDENTIFIED", "true"));
    educator = server.radcase().as("educator");
    small = StackCase.madeBy(educator, 1);
    stack = StackCase.madeBy(educator, SLICES);
  }

  @AfterAll
  static void stop() {
    if (server != null) server.close();
    if (chromium != null) chromium.close();
  }

  @BeforeEach
  void window() {
    page = chromium.window(educator);
    viewer = new ViewerPage(page);
  }

  @AfterEach
  void close() {
    page.context().close();
    chromium.takeComplaints();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GARBAGE")
  void a_slice_that_fails_twice_is_asked_for_again_and_shown(Fault fault) {
    var broken = 3;
    var attempts = breakSlice(broken, 2, fault);

    viewer.open(stack.id()).await(Map.of("loaded", ALL));

    assertThat(attempts).hasValue(3);
    viewer.scrollTo(broken);
    viewer.await(Map.of("slice", Integer.toString(broken), "state", "true-pixels"));
  }

  @ParameterizedTest
  @EnumSource
  void a_slice_that_stays_away_is_missing_and_the_others_are_there(Fault fault) {
    var broken = 3;
    var attempts = breakSlice(broken, Integer.MAX_VALUE, fault);

    viewer.open(stack.id()).await(Map.of("loaded", ALL_BUT_ONE));
    viewer.scrollTo(broken);
    viewer.await(Map.of("slice", Integer.toString(broken), "state", "error"));

    if (fault.passes()) assertThat(attempts).hasValueGreaterThan(2);
    assertThat(viewer.stage()).containsText(Integer.toString(broken));
    viewer.press("ArrowDown");
    viewer.await(Map.of("slice", Integer.toString(broken + 1), "state", "true-pixels"));
    assertThat(viewer.says()).containsEntry("loaded", ALL_BUT_ONE);
  }

  @Test
  void a_missing_slice_is_asked_for_again_by_its_button() {
    var broken = 3;
    breakSlice(broken, Integer.MAX_VALUE, Fault.GARBAGE);
    viewer.open(stack.id()).await(Map.of("loaded", ALL_BUT_ONE));
    viewer.scrollTo(broken);
    viewer.await(Map.of("slice", Integer.toString(broken), "state", "error"));
    page.unrouteAll();

    viewer.stage().locator(".stage-notice button").click();

    viewer.await(Map.of("slice", Integer.toString(broken), "state", "true-pixels", "loaded", ALL));
  }

  @Test
  void a_slice_that_a_server_could_not_give_comes_by_itself_when_it_can() {
    var broken = 3;
    breakSlice(broken, Integer.MAX_VALUE, Fault.ERROR_500);
    viewer.open(stack.id()).await(Map.of("loaded", ALL_BUT_ONE));
    viewer.scrollTo(broken);
    viewer.await(Map.of("slice", Integer.toString(broken), "state", "error"));

    page.unrouteAll();

    viewer.await(Map.of("slice", Integer.toString(broken), "state", "true-pixels", "loaded", ALL));
  }

  @Test
  void going_offline_and_coming_back_goes_on_where_it_was() {
    var line = openOverSlowLine();

    line.cut();
    viewer.press("Home");
    viewer.await(Map.of("slice", "1", "state", "error"));
    line.throttle(SLOW_MEGABITS, 40);

    viewer.await(Map.of("slice", "1", "state", "true-pixels", "loaded", ALL));
  }

  @Test
  void a_restart_of_the_server_is_waited_for() {
    var line = openOverSlowLine();

    server.kill();
    server.startAgain();

    viewer.await(Map.of("loaded", ALL, "state", "true-pixels"));
    assertThat(line.frames()).anyMatch(frame -> frame.end() == Line.End.FAILED);
  }

  /** Returns when some slices are there and others are on their way. */
  private Line openOverSlowLine() {
    // The scripts are kept then, so that on the slow line are slices alone.
    viewer.open(small.id()).awaitTruePixels();
    var line = Line.of(page);
    line.throttle(SLOW_MEGABITS, 40);
    viewer.open(stack.id()).awaitTruePixels();
    assertThat(Integer.parseInt(viewer.says().get("loaded"))).isLessThan(SLICES);
    return line;
  }

  /**
   * Breaks the first so many requests for a slice.
   *
   * @return how many requests for it there were
   */
  private AtomicInteger breakSlice(int slice, int times, Fault fault) {
    var attempts = new AtomicInteger();
    var href = stack.hrefs().get(0).get(slice - 1);
    page.route(url -> url.endsWith(href), route -> {
      if (attempts.incrementAndGet() <= times) fault.act.accept(route);
      else route.resume();
    });
    return attempts;
  }

  @Test
  void an_ended_session_asks_for_sign_in_and_goes_on_at_the_same_slice() {
    var reader =
        educator.withCookie(People.signIn(educator.asStranger(), "educator", People.PASSWORD));
    page.context().close();
    page = chromium.window(reader);
    var last = stack.hrefs().get(0).get(SLICES - 1);
    var held = new ArrayList<Route>();
    page.route(url -> url.endsWith(last), held::add);
    viewer = new ViewerPage(page).open(stack.id());
    viewer.await(Map.of("state", "true-pixels", "loaded", ALL_BUT_ONE));

    assertThat(reader.postJson("api/auth/logout", "{}").status()).isEqualTo(204);
    viewer.press("End");
    held.forEach(Route::resume);
    page.unrouteAll();
    page.getByText("Sign in and go on").click();
    page.getByLabel("Username").fill("educator");
    page.locator("#password").fill(People.PASSWORD);
    page.keyboard().press("Enter");

    assertThat(page).hasURL(Pattern.compile("cases/" + stack.id()));
    viewer.await(Map.of("slice", ALL, "state", "true-pixels", "loaded", ALL));
  }
}
