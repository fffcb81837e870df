package org.radcase.cases.boundary;

import static org.radcase.cases.boundary.CaseBody.orNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.radcase.cases.entity.BodyPart;
import org.radcase.cases.entity.Category;
import org.radcase.cases.entity.Difficulty;
import org.radcase.cases.entity.Modality;
import org.radcase.cases.entity.search.CaseSummary;

/** A case as lists show it, as it travels. */
public record CaseSummaryView(
    String id,
    int revision,
    String title,
    String presentation,
    String derivedPresentation,
    @Nullable String modality,
    @Nullable String bodyPart,
    @Nullable String category,
    @Nullable Integer difficulty,
    List<String> tags,
    String status,
    String visibility,
    AuthorView author,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant publishedAt,
    int imageCount,
    @Nullable String thumbnail) {
  static CaseSummaryView of(CaseSummary summary) {
    var classification = summary.classification();
    return new CaseSummaryView(
        summary.id().toString(),
        summary.revision(),
        summary.title(),
        summary.presentation(),
        summary.derivedPresentation(),
        orNull(classification.modality(), Modality::term),
        orNull(classification.bodyPart(), BodyPart::term),
        orNull(classification.category(), Category::term),
        orNull(classification.difficulty(), Difficulty::value),
        summary.tags(),
        summary.status().term(),
        summary.visibility().term(),
        AuthorView.of(summary.author()),
        summary.times().createdAt(),
        summary.times().updatedAt(),
        summary.times().publishedAt(),
        summary.pictures().count(),
        summary.pictures().thumbnail());
  }
}
