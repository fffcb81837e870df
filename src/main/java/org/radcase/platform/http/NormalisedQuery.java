package org.radcase.platform.http;

import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One text for all query strings that mean the same: names in order, values as they were given. */
public final class NormalisedQuery {
  /** A longer one is nobody's usual list. */
  private static final int MOST_CHARACTERS = 1_000;

  private NormalisedQuery() {}

  /** Returns nothing for what is too long to be kept. */
  public static Optional<String> of(@Nullable String query) {
    if (query == null || query.isEmpty()) return Optional.of("");
    if (query.length() > MOST_CHARACTERS) return Optional.empty();
    if (query.indexOf('&') < 0) return Optional.of(query);
    var byName = new TreeMap<String, StringBuilder>();
    for (var pair : query.split("&", -1)) {
      var equals = pair.indexOf('=');
      var name = equals < 0 ? pair : pair.substring(0, equals);
      byName.merge(name, new StringBuilder(pair), (all, one) -> all.append('&').append(one));
    }
    return Optional.of(byName.values().stream().collect(Collectors.joining("&")));
  }
}
