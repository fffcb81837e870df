package org.radcase.platform.request;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * Which part a request has in the work of several programs. Source: W3C Trace Context, level 1.
 *
 * @param high the first half of the trace's id, which all programs share
 * @param low the second half
 * @param span of RadCase's part alone
 * @param flags two hexadecimal digits: whether somebody records the trace
 * @param state what others have noted about it; not ours to read or to change
 */
public record TraceContext(long high, long low, long span, String flags, String state) {
  private static final String NOT_RECORDED = "00";
  private static final int SAMPLED = 1;

  /** Of no request. */
  public static final TraceContext NONE = new TraceContext(0, 0, 0, NOT_RECORDED, "");

  /** Later versions may have more behind these fields; ff is none. Source: sections 3.2.2 and 4.3. */
  private static final Pattern TRACEPARENT =
      Pattern.compile("(?!ff)([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");

  /** Who passes it on keeps that many characters at least; section 3.3.1.5. */
  private static final Pattern TRACESTATE = Pattern.compile("[\\x20-\\x7e\\t]{0,512}");

  /**
   * A part of RadCase's own, in the trace that a client has begun, or in a new one.
   *
   * @param traceparent the headers of that name; what is malformed in any way is as none
   * @param tracestate the headers of that name
   */
  public static TraceContext of(List<String> traceparent, List<String> tracestate) {
    if (traceparent.size() == 1) {
      var parsed = TRACEPARENT.matcher(traceparent.get(0));
      if (parsed.matches() && (parsed.group(5) == null || !parsed.group(1).equals("00"))) {
        var trace = parsed.group(2);
        var high = HexFormat.fromHexDigitsToLong(trace, 0, 16);
        var low = HexFormat.fromHexDigitsToLong(trace, 16, 32);
        var hasParent = HexFormat.fromHexDigitsToLong(parsed.group(3)) != 0;
        if ((high != 0 || low != 0) && hasParent) {
          return new TraceContext(high, low, fresh(), flagsOf(parsed.group(4)), state(tracestate));
        }
      }
    }
    return begin();
  }

  private static TraceContext begin() {
    return new TraceContext(fresh(), fresh(), fresh(), NOT_RECORDED, "");
  }

  /** We write version 00, which knows of one flag only. */
  private static String flagsOf(String theirs) {
    var sampled = HexFormat.fromHexDigits(theirs) & SAMPLED;
    return HexFormat.of().toHexDigits((byte) sampled);
  }

  /** Several headers are one list; what is too long or malformed is not passed on. */
  private static String state(List<String> tracestate) {
    var all = String.join(",", tracestate);
    return TRACESTATE.matcher(all).matches() ? all : "";
  }

  /** The part of what RadCase asks of another program; in a new trace if it asks for no request. */
  public TraceContext child() {
    return equals(NONE) ? begin() : new TraceContext(high, low, fresh(), flags, state);
  }

  /** What the other program is told, by the names of its headers. */
  public Map<String, String> headers() {
    var headers = new LinkedHashMap<String, String>();
    headers.put("traceparent", "00-" + traceId() + "-" + spanId() + "-" + flags);
    if (!state.isEmpty()) headers.put("tracestate", state);
    return headers;
  }

  /** Zeros would say that there is none. */
  private static long fresh() {
    return ThreadLocalRandom.current().nextLong() | 1;
  }

  /** 32 hexadecimal digits. */
  public String traceId() {
    return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
  }

  /** 16 hexadecimal digits. */
  public String spanId() {
    return HexFormat.of().toHexDigits(span);
  }
}
