package org.radcase.cases.boundary;

import static org.radcase.cases.boundary.CaseBody.orNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.radcase.cases.entity.BodyPart;
import org.radcase.cases.entity.Category;
import org.radcase.cases.entity.Difficulty;
import org.radcase.cases.entity.Modality;
import org.radcase.cases.entity.SeenCase;
import org.radcase.cases.entity.View;

/** A case as a reader gets it before she commits, as it travels: nothing of the answer is in it. */
public record StudyCaseView(
    String id,
    int revision,
    String view,
    String presentation,
    String derivedPresentation,
    @Nullable String modality,
    @Nullable String bodyPart,
    @Nullable String category,
    @Nullable Integer difficulty,
    String clinicalHistory,
    String status,
    String visibility,
    AuthorView author,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant publishedAt,
    int imageCount,
    @Nullable String thumbnail,
    RightsView rights) {
  static StudyCaseView of(SeenCase seen) {
    var teachingCase = seen.teachingCase();
    var content = teachingCase.content();
    var classification = content.classification();
    var times = teachingCase.times();
    return new StudyCaseView(
        teachingCase.id().toString(),
        teachingCase.revision(),
        View.STUDY.term(),
        content.question().presentation(),
        content.presentationLine(),
        orNull(classification.modality(), Modality::term),
        orNull(classification.bodyPart(), BodyPart::term),
        orNull(classification.category(), Category::term),
        orNull(classification.difficulty(), Difficulty::value),
        content.question().clinicalHistory(),
        content.sharing().status().term(),
        content.sharing().visibility().term(),
        AuthorView.of(teachingCase.author()),
        times.createdAt(),
        times.updatedAt(),
        times.publishedAt(),
        teachingCase.pictures().count(),
        teachingCase.pictures().thumbnail(),
        RightsView.of(seen.rights()));
  }
}
