package org.radcase.platform.jdbc;

import java.util.Locale;

/** What a statement does, by its first word. */
enum StatementKind {
  SELECT,
  INSERT,
  UPDATE,
  DELETE,
  OTHER;

  /** A statement that begins with a common table expression is told by that: {@code OTHER}. */
  static StatementKind of(String statement) {
    var start = 0;
    while (start < statement.length() && Character.isWhitespace(statement.charAt(start))) start++;
    for (var kind : values()) {
      var word = kind.name();
      if (statement.regionMatches(true, start, word, 0, word.length())) return kind;
    }
    return OTHER;
  }

  String term() {
    return name().toLowerCase(Locale.ROOT);
  }
}
