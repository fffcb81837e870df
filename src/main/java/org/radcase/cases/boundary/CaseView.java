package org.radcase.cases.boundary;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.radcase.cases.entity.SeenCase;
import org.radcase.cases.entity.View;

/** A case in full, as it travels. */
public record CaseView(
    String id,
    int revision,
    String view,
    @JsonUnwrapped CaseBody body,
    String derivedPresentation,
    AuthorView author,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant publishedAt,
    int imageCount,
    @Nullable String thumbnail,
    RightsView rights) {
  static CaseView of(SeenCase seen) {
    var teachingCase = seen.teachingCase();
    var times = teachingCase.times();
    return new CaseView(
        teachingCase.id().toString(),
        teachingCase.revision(),
        View.FULL.term(),
        CaseBody.of(teachingCase.content()),
        teachingCase.content().presentationLine(),
        AuthorView.of(teachingCase.author()),
        times.createdAt(),
        times.updatedAt(),
        times.publishedAt(),
        teachingCase.pictures().count(),
        teachingCase.pictures().thumbnail(),
        RightsView.of(seen.rights()));
  }
}
