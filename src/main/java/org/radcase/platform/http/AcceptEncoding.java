package org.radcase.platform.http;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The codings that a client accepts, with their weights. Source: RFC 9110 §12.4.2 and §12.5.3. */
public final class AcceptEncoding {
  /** A client that lists more is not a browser. */
  private static final int MOST_CODINGS = 32;

  private final Map<String, Double> weights;

  private AcceptEncoding(Map<String, Double> weights) {
    this.weights = weights;
  }

  /** Parses the header; what is malformed in it counts as not accepted. */
  public static AcceptEncoding parse(@Nullable String header) {
    var weights = new HashMap<String, Double>();
    if (header != null) {
      for (var entry : header.toLowerCase(Locale.ROOT).split(",", MOST_CODINGS)) {
        var semicolon = entry.indexOf(';');
        var coding = (semicolon < 0 ? entry : entry.substring(0, semicolon)).strip();
        var weight = semicolon < 0 ? 1.0 : weight(entry.substring(semicolon + 1).strip());
        if (!coding.isEmpty()) weights.put(coding, weight);
      }
    }
    return new AcceptEncoding(weights);
  }

  private static double weight(String parameter) {
    return parameter.matches("q=(0(\\.\\d{0,3})?|1(\\.0{0,3})?)")
        ? Double.parseDouble(parameter.substring(2))
        : 0;
  }

  /**
   * The weight of a coding, 0 to 1, where 0 is "not acceptable". Identity is acceptable, though
   * liked least, unless the header excludes it.
   */
  public double weightOf(String coding) {
    var named = weights.get(coding);
    if (named != null) return named;
    var any = weights.get("*");
    if (any != null) return any;
    return coding.equals("identity") ? Double.MIN_VALUE : 0;
  }

  /** Whether it is acceptable by its own name. */
  public boolean names(String coding) {
    return weights.getOrDefault(coding, 0.0) > 0;
  }
}
