package org.radcase.database.entity;

import java.util.List;
import java.util.Locale;

/**
 * A row that was not the same in both databases; it is repaired as soon as it is found.
 *
 * @param key the values of its primary key
 */
public record Mismatch(String table, List<Object> key, Kind kind) {
  /** What was wrong with the copy. */
  public enum Kind {
    MISSING,
    DIFFERENT,
    /** The original has no such row. */
    EXTRA;

    public String term() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Mismatch {
    key = List.copyOf(key);
  }
}
