package org.radcase.platform.pages;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An HTML file with places for text. */
record Template(String html) {
  private static final Pattern PLACE = Pattern.compile("\\$\\{([a-zA-Z]+)}");

  /** Fills every place; one without a value becomes empty. Values cannot become markup. */
  String with(Map<String, String> values) {
    return PLACE
        .matcher(html)
        .replaceAll(
            place -> Matcher.quoteReplacement(escaped(values.getOrDefault(place.group(1), ""))));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
