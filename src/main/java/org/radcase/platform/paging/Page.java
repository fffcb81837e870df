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

  public long pages() {
    return (total + request.limit() - 1) / request.limit();
  }

  public <U> Page<U> map(Function<? super T, U> change) {
    return new Page<>(rows.stream().map(change).toList(), total, request, next);
  }
}
