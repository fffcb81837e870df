package org.radcase.platform.http;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a representation that a request asks for. Source: RFC 9110 §14. A request for several
 * parts gets the whole, as §14.2 allows: nothing of ours is read that way, and a thousand parts would
 * be a weapon.
 *
 * @param first offset of the first byte
 * @param lengthBytes 0 if the range cannot be satisfied
 */
record ByteRange(Kind kind, long first, long lengthBytes) {
  enum Kind {
    WHOLE,
    PART,
    UNSATISFIABLE
  }

  private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  static ByteRange of(@Nullable String header, long lengthBytes) {
    var whole = new ByteRange(Kind.WHOLE, 0, lengthBytes);
    if (header == null) return whole;
    var one = ONE.matcher(header.strip());
    if (!one.matches()) return whole;
    var from = one.group(1);
    var to = one.group(2);
    if (from.isEmpty() && to.isEmpty()) return whole;
    if (from.isEmpty())
      return part(Math.max(0, lengthBytes - Long.parseLong(to)), lengthBytes - 1, lengthBytes);
    var first = Long.parseLong(from);
    var last = to.isEmpty() ? lengthBytes - 1 : Long.parseLong(to);
    // Such a range is not unsatisfiable but invalid, and so ignored (§14.1.1).
    if (!to.isEmpty() && last < first) return whole;
    return part(first, Math.min(last, lengthBytes - 1), lengthBytes);
  }

  private static ByteRange part(long first, long last, long lengthBytes) {
    return first >= lengthBytes
        ? new ByteRange(Kind.UNSATISFIABLE, 0, 0)
        : new ByteRange(Kind.PART, first, last - first + 1);
  }

  String contentRange(long wholeLength) {
    return kind == Kind.UNSATISFIABLE
        ? "bytes */" + wholeLength
        : "bytes " + first + "-" + (first + lengthBytes - 1) + "/" + wholeLength;
  }
}
