package org.radcase.dicom.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How regularly the slices of a stack lie. What counts as regular is a choice of ours.
 *
 * @param spacing the usual one, mm
 */
record Regularity(double spacing, List<StackFinding> findings) {
  /** Of the usual spacing; positions are rounded when they are written. */
  private static final double TOLERANCE = 0.05;

  /** A tilt that a measurement would notice; and more than the rounding of a position, mm. */
  private static final double LEAST_DEGREES = 0.5;

  private static final double LEAST_SHIFT_MM = 0.05;

  /** Who has more gaps than this is uneven, and needs no list. */
  private static final int MOST_GAPS = 20;

  /** @param ordered parallel slices along their normal, at two places or more */
  static Regularity of(List<Slice> ordered) {
    var normal = ordered.get(0).plane().orElseThrow().normal();
    var places = Places.of(ordered, normal);
    var gaps = gaps(places.distances());
    var usual = usual(gaps);
    var findings = new ArrayList<StackFinding>();
    if (isUneven(gaps, usual)) {
      findings.add(new StackFinding.UnevenSpacing(
          Arrays.stream(gaps).min().orElse(0), Arrays.stream(gaps).max().orElse(0)));
    } else {
      findings.addAll(missing(places, gaps, usual));
    }
    tilt(ordered, normal).ifPresent(findings::add);
    var shared =
        (int) IntStream.of(places.slicesOfPlaces()).filter(count -> count > 1).count();
    if (shared > 0) {
      findings.add(new StackFinding.SharedPlaces(shared));
    }
    return new Regularity(usual, findings);
  }

  /** Whether the places are all one distance apart, but for missing ones. */
  static boolean isEven(Places places) {
    var gaps = gaps(places.distances());
    return gaps.length > 0 && !isUneven(gaps, usual(gaps));
  }

  private static double[] gaps(double[] distances) {
    var gaps = new double[Math.max(0, distances.length - 1)];
    for (var i = 0; i < gaps.length; i++) {
      gaps[i] = distances[i + 1] - distances[i];
    }
    return gaps;
  }

  /** The median, of two middle ones the lower: of a gap and a spacing the spacing. */
  private static double usual(double[] gaps) {
    var sorted = gaps.clone();
    Arrays.sort(sorted);
    return sorted.length == 0 ? 0 : sorted[(sorted.length - 1) / 2];
  }

  private static boolean isUneven(double[] gaps, double usual) {
    var missing = 0;
    for (var gap : gaps) {
      var steps = steps(gap, usual);
      if (steps == 0) {
        return true;
      }
      missing += steps > 1 ? 1 : 0;
    }
    return missing > MOST_GAPS;
  }

  /** How many usual spacings a gap is; 0 if it is no whole number of them. */
  private static int steps(double gap, double usual) {
    var steps = Math.rint(gap / usual);
    var fits = steps >= 1 && steps < 10_000 && Math.abs(gap - steps * usual) <= TOLERANCE * usual;
    return fits ? (int) steps : 0;
  }

  private static List<StackFinding> missing(Places places, double[] gaps, double usual) {
    var slicesOfPlaces = places.slicesOfPlaces();
    var findings = new ArrayList<StackFinding>();
    var frames = 0;
    for (var i = 0; i < gaps.length; i++) {
      frames += slicesOfPlaces[i];
      var steps = steps(gaps[i], usual);
      if (steps > 1) {
        findings.add(new StackFinding.MissingSlices(frames - 1, gaps[i], steps - 1));
      }
    }
    return findings;
  }

  private static Optional<StackFinding> tilt(List<Slice> ordered, Vector3 normal) {
    var first = ordered.get(0).plane().orElseThrow().position();
    var last = ordered.get(ordered.size() - 1).plane().orElseThrow().position();
    var way = last.plus(first.opposite());
    var along = way.dot(normal);
    var shift = way.cross(normal).length();
    var degrees = Math.toDegrees(Math.atan2(shift, along));
    return shift > LEAST_SHIFT_MM && degrees >= LEAST_DEGREES
        ? Optional.of(new StackFinding.Tilt(degrees))
        : Optional.empty();
  }
}
