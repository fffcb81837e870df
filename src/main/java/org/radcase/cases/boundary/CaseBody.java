package org.radcase.cases.boundary;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.cases.entity.AcgmeDomain;
import org.radcase.cases.entity.BodyPart;
import org.radcase.cases.entity.CaseContent;
import org.radcase.cases.entity.Category;
import org.radcase.cases.entity.Difficulty;
import org.radcase.cases.entity.Modality;

/** What a client may write of a case. */
public record CaseBody(
    String title,
    String presentation,
    @Nullable String modality,
    @Nullable String bodyPart,
    @Nullable String category,
    @Nullable Integer difficulty,
    String clinicalHistory,
    String findings,
    String diagnosis,
    List<String> differential,
    List<String> teachingPoints,
    String studentNotes,
    String fellowNotes,
    List<String> acgmeDomains,
    List<String> tags,
    List<String> references,
    String status,
    String visibility,
    List<String> sharedWith) {
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
