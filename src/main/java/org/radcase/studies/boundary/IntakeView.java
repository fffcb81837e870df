package org.radcase.studies.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.radcase.cases.entity.TeachingCase;
import org.radcase.platform.http.ProblemBody;
import org.radcase.studies.entity.Verdict;

/** What became of the files of an upload; with the members of a problem if it failed as a whole. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IntakeView(
    @JsonUnwrapped @Nullable ProblemBody problem,
    List<File> files,
    @JsonProperty("case") CaseSummary teachingCase) {

  /** One file of the upload, in the order in which they came. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record File(
      String name,
      String verdict,
      @Nullable String code,
      @Nullable String detail,
      @Nullable String seriesInstanceUid,
      @Nullable String sopInstanceUid) {}

  /** What the upload changed of the case. */
  public record CaseSummary(int revision, int imageCount, @Nullable String thumbnail) {}

  static IntakeView of(
      List<Verdict> verdicts, TeachingCase teachingCase, @Nullable ProblemBody problem) {
    var pictures = teachingCase.pictures();
    return new IntakeView(
        problem,
        verdicts.stream().map(IntakeView::file).toList(),
        new CaseSummary(teachingCase.revision(), pictures.count(), pictures.thumbnail()));
  }

  private static File file(Verdict verdict) {
    if (verdict instanceof Verdict.Taken taken) {
      return new File(
          taken.name(),
          taken.wasThere() ? "duplicate" : "stored",
          null,
          null,
          taken.series().value(),
          taken.instance().value());
    }
    var refused = (Verdict.Refused) verdict;
    return new File(
        refused.name(), "refused", refused.refusal().code(), refused.detail(), null, null);
  }
}
