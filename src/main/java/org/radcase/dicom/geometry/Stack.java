package org.radcase.dicom.geometry;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Frames that make one volume, or one sequence: of one orientation, raster and pass.
 *
 * @param indexes into the slices that were given, in the order in which they are shown
 * @param basis what the order rests on
 * @param spacing the usual distance of neighbours along the normal, mm; none without two places
 */
public record Stack(
    List<Integer> indexes,
    SliceOrder.Basis basis,
    OptionalDouble spacing,
    List<StackFinding> findings) {

  public Stack {
    indexes = List.copyOf(indexes);
    findings = List.copyOf(findings);
  }

  /** Orders the slices and looks for what is not regular. */
  static Stack of(List<Slice> all, List<Integer> members) {
    var slices = members.stream().map(all::get).toList();
    var order = SliceOrder.of(slices);
    var indexes = order.indexes().stream().map(members::get).toList();
    if (order.basis() != SliceOrder.Basis.POSITION) {
      return new Stack(indexes, order.basis(), OptionalDouble.empty(), List.of());
    }
    var regularity = Regularity.of(order.indexes().stream().map(slices::get).toList());
    return new Stack(
        indexes, order.basis(), OptionalDouble.of(regularity.spacing()), regularity.findings());
  }
}
