package org.radcase.cases.boundary;

import static org.radcase.cases.boundary.CaseBody.orNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.radcase.cases.entity.BodyPart;
import org.radcase.cases.entity.Category;
import org.radcase.cases.entity.Difficulty;
import org.radcase.cases.entity.Modality;
import org.radcase.cases.entity.View;
import org.radcase.cases.entity.search.CaseSummary;
import org.radcase.cases.entity.search.Highlight;

/** A case as lists show it, as it travels; title and tags only in the full view. */
public record CaseSummaryView(
    String id,
    int revision,
    String view,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String title,
    String presentation,
    String derivedPresentation,
    @Nullable String modality,
    @Nullable String bodyPart,
    @Nullable String category,
    @Nullable Integer difficulty,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> tags,
    String status,
    String visibility,
    AuthorView author,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant publishedAt,
    int imageCount,
    @Nullable String thumbnail,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Highlight> highlights) {
  static CaseSummaryView of(CaseSummary summary, View view) {
    var classification = summary.classification();
    return new CaseSummaryView(
        summary.id().toString(),
        summary.revision(),
        view.term(),
        view == View.FULL ? summary.title() : null,
        summary.presentation(),
        summary.derivedPresentation(),
        orNull(classification.modality(), Modality::term),
        orNull(classification.bodyPart(), BodyPart::term),
        orNull(classification.category(), Category::term),
        orNull(classification.difficulty(), Difficulty::value),
        view == View.FULL ? summary.tags() : null,
        summary.status().term(),
        summary.visibility().term(),
        AuthorView.of(summary.author()),
        summary.times().createdAt(),
        summary.times().updatedAt(),
        summary.times().publishedAt(),
        summary.pictures().count(),
        summary.pictures().thumbnail(),
        summary.highlights());
  }
}
