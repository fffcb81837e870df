package org.radcase.platform.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param total how many rows the whole list has
 * @param next where the next page begins; null on the last one
 */
public record Page<T>(List<T> rows, long total, PageRequest request, @Nullable Cursor next) {
  public Page {
    rows = List.copyOf(rows);
  }

  /**
   * The page of rows that were read, with one more than wanted where the list goes on.
   *
   * @param order the term of the order, for the cursor
   * @param key what a row is sorted by
   * @param id what breaks the tie
   */
  public static <T> Page<T> of(
      List<T> read,
      long total,
      PageRequest request,
      String order,
      Function<? super T, String> key,
      Function<? super T, String> id) {
    if (read.size() <= request.limit()) return new Page<>(read, total, request, null);
    var shown = read.subList(0, request.limit());
    var last = shown.get(shown.size() - 1);
    var next = new Cursor(request.page() + 1, order, key.apply(last), id.apply(last));
    return new Page<>(shown, total, request, next);
  }

  public long pages() {
    return (total + request.limit() - 1) / request.limit();
  }

  public <U> Page<U> map(Function<? super T, U> change) {
    return new Page<>(rows.stream().map(change).toList(), total, request, next);
  }
}
