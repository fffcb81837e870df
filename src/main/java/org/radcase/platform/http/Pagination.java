package org.radcase.platform.http;

import org.radcase.platform.paging.Page;

/** Where a page stands in its list, as the body of every list says it. */
public record Pagination(
    int page, int limit, long total, long pages, boolean hasNext, boolean hasPrev) {
  public static Pagination of(Page<?> page) {
    var request = page.request();
    return new Pagination(
        request.page(),
        request.limit(),
        page.total(),
        page.pages(),
        page.next() != null,
        request.page() > 1);
  }
}
