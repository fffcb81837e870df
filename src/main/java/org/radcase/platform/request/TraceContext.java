package org.radcase.platform.request;

import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * Which part a request has in the work of several programs. Source: W3C Trace Context, level 1.
 *
 * @param high the first half of the trace's id, which all programs share
 * @param low the second half
 * @param span of RadCase's part alone
 */
public record TraceContext(long high, long low, long span) {
  /** Of no request. */
  public static final TraceContext NONE = new TraceContext(0, 0, 0);

  /** Later versions may have more behind these fields; ff is none. Source: sections 3.2.2 and 4.3. */
  private static final Pattern TRACEPARENT =
      Pattern.compile("(?!ff)([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(-.*)?");

  /**
   * A part of RadCase's own, in the trace that a client has begun, or in a new one.
   *
   * @param traceparent the headers of that name; what is malformed in any way is as none
   */
  public static TraceContext of(List<String> traceparent) {
    if (traceparent.size() == 1) {
      var parsed = TRACEPARENT.matcher(traceparent.get(0));
      if (parsed.matches() && (parsed.group(4) == null || !parsed.group(1).equals("00"))) {
        var trace = parsed.group(2);
        var high = HexFormat.fromHexDigitsToLong(trace, 0, 16);
        var low = HexFormat.fromHexDigitsToLong(trace, 16, 32);
        var hasParent = HexFormat.fromHexDigitsToLong(parsed.group(3)) != 0;
        if ((high != 0 || low != 0) && hasParent) return new TraceContext(high, low, fresh());
      }
    }
    return new TraceContext(fresh(), fresh(), fresh());
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
