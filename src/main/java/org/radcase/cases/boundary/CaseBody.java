package org.radcase.cases.boundary;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.cases.entity.AcgmeDomain;
import org.radcase.cases.entity.BodyPart;
import org.radcase.cases.entity.CaseContent;
import org.radcase.cases.entity.Category;
import org.radcase.cases.entity.Difficulty;
import org.radcase.cases.entity.Modality;

/** What a client may write of a case. Lists have at most 50 entries. */
public record CaseBody(
    @Schema(maxLength = LINE) String title,
    @Schema(maxLength = LINE, description = "One neutral line") String presentation,
    @Schema(nullable = true, description = "DICOM modality, as CT") @Nullable String modality,
    @Schema(nullable = true, description = "DICOM body part examined, as CHEST") @Nullable
        String bodyPart,
    @Schema(nullable = true, description = "Subspecialty, as chest or neuro") @Nullable
        String category,
    @Schema(nullable = true, minimum = "1", maximum = "5") @Nullable Integer difficulty,
    @Schema(maxLength = TEXT) String clinicalHistory,
    @Schema(maxLength = TEXT) String findings,
    @Schema(maxLength = LINE) String diagnosis,
    @Schema(maxItems = ENTRIES) List<String> differential,
    @Schema(maxItems = ENTRIES) List<String> teachingPoints,
    @Schema(maxLength = TEXT) String studentNotes,
    @Schema(maxLength = TEXT) String fellowNotes,
    @Schema(description = "ACGME competencies, as patient-care") List<String> acgmeDomains,
    @Schema(maxItems = ENTRIES) List<String> tags,
    @Schema(maxItems = ENTRIES) List<String> references,
    @Schema(enumeration = {"draft", "published", "archived"}) String status,
    @Schema(enumeration = {"private", "institution", "shared", "public"}) String visibility,
    @Schema(maxItems = ENTRIES, description = "Institutions, if the visibility is shared")
        List<String> sharedWith) {
  static final int LINE = 300;
  static final int TEXT = 20_000;
  static final int ENTRIES = 50;

  static CaseBody of(CaseContent content) {
    var classification = content.classification();
    var answer = content.answer();
    var teaching = content.teaching();
    return new CaseBody(
        answer.title(),
        content.question().presentation(),
        orNull(classification.modality(), Modality::term),
        orNull(classification.bodyPart(), BodyPart::term),
        orNull(classification.category(), Category::term),
        orNull(classification.difficulty(), Difficulty::value),
        content.question().clinicalHistory(),
        answer.findings(),
        answer.diagnosis(),
        answer.differential(),
        answer.teachingPoints(),
        teaching.studentNotes(),
        teaching.fellowNotes(),
        teaching.acgmeDomains().stream().map(AcgmeDomain::term).toList(),
        teaching.tags(),
        teaching.references(),
        content.sharing().status().term(),
        content.sharing().visibility().term(),
        content.sharing().sharedWith().stream().map(InstitutionId::toString).toList());
  }

  static <T, U> @Nullable U orNull(@Nullable T value, Function<T, U> change) {
    return value == null ? null : change.apply(value);
  }
}
