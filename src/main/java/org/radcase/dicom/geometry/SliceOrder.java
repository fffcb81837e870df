package org.radcase.dicom.geometry;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The order in which the frames of one series are shown. Source: PS3.3 C.7.6.2.1.1.
 *
 * @param indexes a permutation of the indexes of the slices that were given
 * @param basis what the order rests on
 */
public record SliceOrder(List<Integer> indexes, Basis basis) {
  /** Normals whose cosine differs from 1 by more are not parallel (about 0.8 degrees). */
  static final double PARALLEL_TOLERANCE = 1e-4;

  /** What an order rests on. */
  public enum Basis {
    /** Image Position (Patient), along the slice normal, from the lowest distance. */
    POSITION,
    /** Instance Number, for want of parallel planes at several places. */
    INSTANCE_NUMBER
  }

  public SliceOrder {
    indexes = List.copyOf(indexes);
  }

  /**
   * Orders slices, whatever order they arrive in: along the normal if all planes are parallel and at
   * more than one place, frames of one place by acquisition, instance and frame; else by instance.
   */
  public static SliceOrder of(List<Slice> slices) {
    var byNumber = byNumber(slices);
    var normal = commonNormal(slices, byNumber);
    if (normal.isEmpty()) {
      return new SliceOrder(sorted(slices, byNumber), Basis.INSTANCE_NUMBER);
    }
    var places = Places.of(slices, normal.get()).ofSlices();
    if (IntStream.of(places).allMatch(place -> place == 0)) {
      return new SliceOrder(sorted(slices, byNumber), Basis.INSTANCE_NUMBER);
    }
    Comparator<Integer> byPlace = Comparator.comparingInt(index -> places[index]);
    Comparator<Integer> byAcquisition = Comparator.comparingInt(
        index -> slices.get(index).pass().acquisition().orElse(Integer.MIN_VALUE));
    var order = sorted(slices, byPlace.thenComparing(byAcquisition).thenComparing(byNumber));
    return new SliceOrder(order, Basis.POSITION);
  }

  /** By Instance Number, frames of one instance by their own; what has none comes last. */
  static Comparator<Integer> byNumber(List<Slice> slices) {
    Comparator<Integer> byInstance = Comparator.comparingInt(
        index -> slices.get(index).instanceNumber().orElse(Integer.MAX_VALUE));
    return byInstance.thenComparingInt(index -> slices.get(index).frameIndex());
  }

  private static List<Integer> sorted(List<Slice> slices, Comparator<Integer> order) {
    return IntStream.range(0, slices.size()).boxed().sorted(order).toList();
  }

  private static Optional<Vector3> commonNormal(List<Slice> slices, Comparator<Integer> byNumber) {
    if (slices.isEmpty() || slices.stream().anyMatch(slice -> slice.plane().isEmpty())) {
      return Optional.empty();
    }
    // Not the first to arrive: the order must not depend on that, not even by a rounding error.
    var first = sorted(slices, byNumber).get(0);
    var normal = slices.get(first).plane().orElseThrow().normal();
    var parallel = slices.stream()
        .allMatch(
            slice -> slice.plane().orElseThrow().normal().dot(normal) >= 1 - PARALLEL_TOLERANCE);
    return parallel ? Optional.of(normal) : Optional.empty();
  }
}
