package org.radcase.cases.entity.search;

import java.util.Arrays;
import java.util.Optional;

/** By what a list of cases is sorted; ties are broken by id, in the same direction. */
public record CaseOrder(Key key, Direction direction) {
  /** What is compared; cases that lack it come last. */
  public enum Key {
    UPDATED_AT("updatedAt"),
    CREATED_AT("createdAt"),
    PUBLISHED_AT("publishedAt"),
    DIFFICULTY("difficulty"),
    TITLE("title"),
    /** How well a search is met; equals are sorted by their last change. */
    RELEVANCE("relevance");

    private final String term;

    Key(String term) {
      this.term = term;
    }
  }

  /** Which end comes first. */
  public enum Direction {
    ASCENDING,
    DESCENDING
  }

  public static final CaseOrder LAST_CHANGED_FIRST =
      new CaseOrder(Key.UPDATED_AT, Direction.DESCENDING);

  public static final CaseOrder BEST_FIRST = new CaseOrder(Key.RELEVANCE, Direction.DESCENDING);

  /** Reads {@code relevance}, {@code difficulty}, or with a minus for descending {@code -difficulty}. */
  public static Optional<CaseOrder> of(String term) {
    if (term.equals(Key.RELEVANCE.term)) return Optional.of(BEST_FIRST);
    var direction = term.startsWith("-") ? Direction.DESCENDING : Direction.ASCENDING;
    var name = direction == Direction.DESCENDING ? term.substring(1) : term;
    return Arrays.stream(Key.values())
        .filter(key -> key.term.equals(name) && key != Key.RELEVANCE)
        .findFirst()
        .map(key -> new CaseOrder(key, direction));
  }

  /** Whether the text can be what a row of this order is sorted by. */
  public boolean takes(String sortKey) {
    if (key == Key.TITLE) return true;
    try {
      return Long.parseLong(sortKey) >= 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** As in a query string. */
  public String term() {
    if (key == Key.RELEVANCE) return key.term;
    return (direction == Direction.DESCENDING ? "-" : "") + key.term;
  }
}
