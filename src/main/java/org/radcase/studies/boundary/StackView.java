package org.radcase.studies.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.radcase.dicom.geometry.SliceOrder;
import org.radcase.dicom.geometry.Stack;
import org.radcase.dicom.geometry.StackFinding;

/**
 * A run of a series' frames that make one volume or one sequence.
 *
 * @param first number of its first frame among those of the series, from 1
 * @param sorted {@code position} or {@code instance-number}
 * @param spacing the usual distance of neighbours, mm
 * @param warnings what is not regular; none if all is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StackView(
    int first,
    int frames,
    String sorted,
    @Nullable Double spacing,
    @Nullable List<Warning> warnings) {

  /**
   * One irregularity.
   *
   * @param code {@code missing-slices, uneven-spacing, tilt} or {@code shared-places}
   * @param after number of the frame before a gap, among those of the series, from 1
   * @param gap mm
   * @param slices likely missing
   * @param least distance of neighbours, mm
   * @param greatest distance of neighbours, mm
   * @param degrees between the slice normal and the stack's axis
   * @param places with several frames
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Warning(
      String code,
      @Nullable Integer after,
      @Nullable Double gap,
      @Nullable Integer slices,
      @Nullable Double least,
      @Nullable Double greatest,
      @Nullable Double degrees,
      @Nullable Integer places) {}

  static List<StackView> of(List<Stack> stacks) {
    var views = new ArrayList<StackView>(stacks.size());
    var first = 1;
    for (var stack : stacks) {
      views.add(view(stack, first));
      first += stack.indexes().size();
    }
    return views;
  }

  private static StackView view(Stack stack, int first) {
    return new StackView(
        first,
        stack.indexes().size(),
        stack.basis() == SliceOrder.Basis.POSITION ? "position" : "instance-number",
        stack.spacing().isPresent() ? stack.spacing().getAsDouble() : null,
        stack.findings().isEmpty()
            ? null
            : stack.findings().stream().map(finding -> warning(finding, first)).toList());
  }

  private static Warning warning(StackFinding finding, int first) {
    if (finding instanceof StackFinding.MissingSlices missing) {
      return new Warning(
          "missing-slices",
          first + missing.after(),
          missing.gap(),
          missing.missing(),
          null,
          null,
          null,
          null);
    }
    if (finding instanceof StackFinding.UnevenSpacing uneven) {
      return new Warning(
          "uneven-spacing", null, null, null, uneven.least(), uneven.greatest(), null, null);
    }
    if (finding instanceof StackFinding.Tilt tilt) {
      return new Warning("tilt", null, null, null, null, null, tilt.degrees(), null);
    }
    var shared = (StackFinding.SharedPlaces) finding;
    return new Warning("shared-places", null, null, null, null, null, null, shared.places());
  }
}
