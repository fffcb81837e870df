package org.radcase.it.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import org.radcase.it.browser.OnImage.Place;

/** Fingers on a page, by the Chrome DevTools Protocol's Input domain. */
final class Fingers {
  private final CDPSession session;

  Fingers(Page page) {
    session = page.context().newCDPSession(page);
  }

  /** One finger goes from place to place. */
  void drag(Place... places) {
    touch("touchStart", places[0]);
    for (var place : places) touch("touchMove", place);
    touch("touchEnd");
  }

  /** Two fingers go from their places to others. */
  void pinch(Place from, Place fromOther, Place to, Place toOther) {
    touch("touchStart", from, fromOther);
    touch("touchMove", to, toOther);
    touch("touchEnd");
  }

  private void touch(String type, Place... places) {
    var points = new JsonArray();
    for (var place : places) {
      var point = new JsonObject();
      point.addProperty("x", place.x());
      point.addProperty("y", place.y());
      point.addProperty("id", points.size());
      points.add(point);
    }
    var event = new JsonObject();
    event.addProperty("type", type);
    event.add("touchPoints", points);
    session.send("Input.dispatchTouchEvent", event);
  }
}
