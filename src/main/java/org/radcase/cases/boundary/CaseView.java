package org.radcase.cases.boundary;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.ws.rs.core.EntityTag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.radcase.cases.entity.TeachingCase;

/** A case in full, as it travels. */
public record CaseView(
    String id,
    int revision,
    @JsonUnwrapped CaseBody body,
    String derivedPresentation,
    AuthorView author,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant publishedAt,
    int imageCount,
    @Nullable String thumbnail) {
  static CaseView of(TeachingCase teachingCase) {
    var times = teachingCase.times();
    return new CaseView(
        teachingCase.id().toString(),
        teachingCase.revision(),
        CaseBody.of(teachingCase.content()),
        teachingCase.content().presentationLine(),
        AuthorView.of(teachingCase.author()),
        times.createdAt(),
        times.updatedAt(),
        times.publishedAt(),
        teachingCase.pictures().count(),
        teachingCase.pictures().thumbnail());
  }

  /** Revision and view; the compression filter adds the coding. */
  EntityTag tag() {
    return new EntityTag(revision + "-full");
  }
}
