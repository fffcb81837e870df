package org.radcase.it.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The line between a page and its server, by the Chrome DevTools Protocol's Network domain: can be made
 * slow, and knows what went over it. For one thread; the counts move on while Playwright is spoken to.
 */
public final class Line {
  /** Of a frame, or of a whole file, as other viewers fetch it. */
  private static final Pattern FRAME =
      Pattern.compile(".*/instances/[0-9.]+(/frames/[0-9]+)?([?].*)?");

  private static final double BYTES_A_SECOND_OF_A_MEGABIT = 1e6 / 8;

  /** One request of the page, in the order in which they were made. */
  public static final class Request {
    private final String url;
    private double encodedBytes;
    private boolean fromCache;
    private End end = End.NONE;

    private Request(String url) {
      this.url = url;
    }

    public String url() {
      return url;
    }

    public End end() {
      return end;
    }
  }

  /** How a request ended, if it has. */
  public enum End {
    NONE,
    FINISHED,
    FAILED,
    CANCELED
  }

  private final CDPSession session;
  private final Map<String, Request> requests = new LinkedHashMap<>();
  private int mostFramesInFlight;

  private Line(CDPSession session) {
    this.session = session;
  }

  /** Watches a page from now on. */
  public static Line of(Page page) {
    var line = new Line(page.context().newCDPSession(page));
    line.listen();
    line.session.send("Network.enable");
    return line;
  }

  private void listen() {
    session.on("Network.requestWillBeSent", this::begin);
    session.on("Network.requestServedFromCache", event -> of(event).fromCache = true);
    session.on("Network.responseReceived", event -> {
      var response = event.getAsJsonObject("response");
      of(event).fromCache |= response.get("fromDiskCache").getAsBoolean();
    });
    session.on("Network.loadingFinished", event -> {
      of(event).encodedBytes = event.get("encodedDataLength").getAsDouble();
      of(event).end = End.FINISHED;
    });
    session.on(
        "Network.loadingFailed",
        event -> of(event).end = event.has("canceled") && event.get("canceled").getAsBoolean()
            ? End.CANCELED
            : End.FAILED);
  }

  private void begin(JsonObject event) {
    var url = event.getAsJsonObject("request").get("url").getAsString();
    requests.put(event.get("requestId").getAsString(), new Request(url));
    mostFramesInFlight = Math.max(mostFramesInFlight, framesInFlight());
  }

  /** What a request was before it was watched is not counted. */
  private Request of(JsonObject event) {
    return requests.computeIfAbsent(event.get("requestId").getAsString(), id -> new Request(""));
  }

  /** From now on, so many Mbit/s in each direction, and this latency before each answer. */
  public void throttle(double megabits, int latencyMillis) {
    var bytesASecond = megabits * BYTES_A_SECOND_OF_A_MEGABIT;
    var conditions = new JsonObject();
    conditions.addProperty("offline", false);
    conditions.addProperty("latency", latencyMillis);
    conditions.addProperty("downloadThroughput", bytesASecond);
    conditions.addProperty("uploadThroughput", bytesASecond);
    session.send("Network.emulateNetworkConditions", conditions);
  }

  /** From now on nothing goes over it, as the browser knows, until {@link #throttle}. */
  public void cut() {
    var conditions = new JsonObject();
    conditions.addProperty("offline", true);
    conditions.addProperty("latency", 0);
    conditions.addProperty("downloadThroughput", 0);
    conditions.addProperty("uploadThroughput", 0);
    session.send("Network.emulateNetworkConditions", conditions);
  }

  /** The requests so far, in their order. */
  public List<Request> requests() {
    return List.copyOf(requests.values());
  }

  /** Those for frames. */
  public List<Request> frames() {
    return requests.values().stream().filter(Line::isFrame).toList();
  }

  private static boolean isFrame(Request request) {
    return FRAME.matcher(request.url).matches();
  }

  /** How many requests for frames have begun and not ended. */
  public int framesInFlight() {
    return (int) frames().stream().filter(frame -> frame.end == End.NONE).count();
  }

  public int mostFramesInFlight() {
    return mostFramesInFlight;
  }

  /** Bytes that came over the line for these: headers and bodies as they were sent, nothing for what the cache had. */
  public double bytes(Predicate<Request> wanted) {
    return requests.values().stream()
        .filter(wanted)
        .filter(it -> !it.fromCache)
        .mapToDouble(it -> it.encodedBytes)
        .sum();
  }

  /** The same for everything. */
  public double bytes() {
    return bytes(request -> true);
  }

  /** Forgets what has been. */
  public void forget() {
    requests.clear();
    mostFramesInFlight = 0;
  }
}
