package org.radcase.reading.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.radcase.reading.boundary.FindingsProgressView.FoundView;
import org.radcase.reading.control.FindFindings;
import org.radcase.reading.entity.Distance;

/**
 * What is said to an attempt.
 *
 * @param finding if it was found
 * @param distanceMm if it was found or is near
 * @param distancePixels instead, where nobody knows the size of the pixels
 * @param left how many there are still to find
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AttemptView(
    @Schema(enumeration = {"found", "near", "missed"}) String verdict,
    @Nullable FoundView finding,
    @Nullable Double distanceMm,
    @Nullable Double distancePixels,
    int left,
    int attemptsLeft) {
  /** Where one clicked. */
  public record Body(
      String seriesUid,
      String instanceUid,
      @Schema(minimum = "1") int frame,
      @Schema(description = "[column, row]") List<Double> point) {}

  static AttemptView of(FindFindings.Judged judged) {
    var judgement = judged.judgement();
    return new AttemptView(
        judgement.verdict().term(),
        judgement.found().map(FoundView::of).orElse(null),
        distance(judged, Distance.Unit.MM),
        distance(judged, Distance.Unit.PIXELS),
        judged.progress().left(),
        judged.progress().attemptsLeft());
  }

  private static @Nullable Double distance(FindFindings.Judged judged, Distance.Unit unit) {
    return judged
        .judgement()
        .nearest()
        .map(nearest -> nearest.distance())
        .filter(distance -> distance.unit() == unit)
        .map(Distance::value)
        .orElse(null);
  }
}
