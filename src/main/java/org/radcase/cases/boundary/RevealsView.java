package org.radcase.cases.boundary;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.radcase.cases.entity.Reveal;
import org.radcase.platform.http.Pagination;
import org.radcase.platform.paging.Page;

/** What one has committed to, as it travels: personal, so that lists of cases can be shared. */
public record RevealsView(List<RevealView> data, Pagination pagination) {
  /** One of them, with the truth beside it. */
  public record RevealView(
      String id,
      String title,
      String diagnosis,
      Instant revealedAt,
      List<String> differential,
      @Nullable Integer confidence) {
    static RevealView of(Reveal reveal) {
      return new RevealView(
          reveal.id().toString(),
          reveal.title(),
          reveal.diagnosis(),
          reveal.revealedAt(),
          reveal.differential(),
          reveal.confidence());
    }
  }

  static RevealsView of(Page<Reveal> page) {
    return new RevealsView(page.map(RevealView::of).rows(), Pagination.of(page));
  }
}
