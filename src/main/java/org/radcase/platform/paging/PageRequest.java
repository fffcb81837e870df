package org.radcase.platform.paging;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted.
 *
 * @param page from 1
 * @param limit the most rows of a page, 1 to {@link #MOST_ROWS}
 * @param after if not null, the page begins after it, else at {@link #offset}
 */
public record PageRequest(int page, int limit, @Nullable Cursor after) {
  public static final int DEFAULT_ROWS = 50;
  public static final int MOST_ROWS = 100;

  /** Up to here pages have numbers: the database counts off every row before them. */
  public static final int DEEPEST_ROW = 10_000;

  public PageRequest {
    if (page < 1 || limit < 1 || limit > MOST_ROWS) {
      throw new IllegalArgumentException("Page " + page + " of " + limit + " rows");
    }
  }

  /** Whether the page can be had by its number. */
  public static boolean hasNumber(long page, int limit) {
    return page * limit <= DEEPEST_ROW;
  }

  /** How many rows come before. */
  public int offset() {
    return (page - 1) * limit;
  }
}
