package org.radcase.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.radcase.it.RadCase;
import org.radcase.it.server.TomcatServer;

/** One server and one browser for all the classes that try the viewer's tools. */
final class ReadingRoom implements AutoCloseable {
  private final Chromium chromium;
  private final TomcatServer server;
  private final Map<String, String> sharedCases = new HashMap<>();
  private final List<Page> pages = new ArrayList<>();

  private ReadingRoom() {
    chromium = Chromium.start();
    server =
        TomcatServer.onSqlite(Map.of("RADCASE_DEMO", "false", "RADCASE_ACCEPT_IDENTIFIED", "true"));
  }

  RadCase as(String who) {
    return server.radcase().as(who);
  }

  /** The id of a case of one's own. */
  String aCase(Function<RadCase, String> make) {
    return make.apply(as("educator"));
  }

  /** The id of the {@link Phantom#patient} of all the tests that leave nothing on it. */
  String patient() {
    return sharedCases.computeIfAbsent("patient", key -> aCase(Phantom::patient));
  }

  /** Opens a case and waits for its true pixels. */
  ViewerPage open(String who, String caseId) {
    return open(who, caseId, 1440, 900, ColorScheme.DARK);
  }

  ViewerPage open(String who, String caseId, int width, int height, ColorScheme scheme) {
    return open(chromium.window(as(who), width, height, scheme), caseId);
  }

  /** Likewise on a phone, which has three device pixels for each CSS pixel. */
  ViewerPage openOnPhone(String who, String caseId) {
    return open(chromium.window(as(who), 390, 844, ColorScheme.DARK, 3), caseId);
  }

  private ViewerPage open(Page page, String caseId) {
    pages.add(page);
    var viewer = new ViewerPage(page).open(caseId);
    viewer.awaitTruePixels();
    return viewer;
  }

  /** Forgets what pages complained of, and tells it. */
  List<String> takeComplaints() {
    return chromium.takeComplaints();
  }

  private void tidyUp() {
    pages.forEach(page -> page.context().close());
    pages.clear();
    assertThat(takeComplaints()).isEmpty();
  }

  @Override
  public void close() {
    server.close();
    chromium.close();
  }

  /** Hands out the room. After each test its pages are closed, and must not have complained. */
  static final class AtHand implements ParameterResolver, AfterEachCallback {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == ReadingRoom.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return room(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
      room(context).tidyUp();
    }

    private static ReadingRoom room(ExtensionContext context) {
      return context
          .getRoot()
          .getStore(Namespace.create(ReadingRoom.class))
          .getOrComputeIfAbsent(ReadingRoom.class, key -> new ReadingRoom(), ReadingRoom.class);
    }
  }
}
