package org.radcase.dicom.geometry;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where parallel slices lie along their normal.
 *
 * @param distances of the places from the origin, ascending, mm
 * @param ofSlices the number of each slice's place, from 0
 */
@SuppressWarnings("ArrayRecordComponent") // its own, and never compared
record Places(double[] distances, int[] ofSlices) {
  /** Positions nearer than this are one place: they are text of few digits; mm. */
  private static final double SAME_PLACE_MM = 1e-3;

  /** Neighbours within the tolerance share a place. All slices have planes. */
  static Places of(List<Slice> slices, Vector3 normal) {
    var distances = slices.stream()
        .mapToDouble(slice -> slice.plane().orElseThrow().distanceAlong(normal))
        .toArray();
    var ascending = IntStream.range(0, distances.length)
        .boxed()
        .sorted(Comparator.comparingDouble(index -> distances[index]))
        .toList();
    var places = new int[distances.length];
    for (var i = 1; i < places.length; i++) {
      int here = ascending.get(i);
      int before = ascending.get(i - 1);
      var apart = distances[here] - distances[before] > SAME_PLACE_MM;
      places[here] = places[before] + (apart ? 1 : 0);
    }
    var count = IntStream.of(places).max().orElse(-1) + 1;
    var first = new double[count];
    for (var i = ascending.size() - 1; i >= 0; i--) {
      first[places[ascending.get(i)]] = distances[ascending.get(i)];
    }
    return new Places(first, places);
  }

  int count() {
    return distances.length;
  }

  /** How many slices each place has. */
  int[] slicesOfPlaces() {
    var counts = new int[count()];
    for (var place : ofSlices) {
      counts[place]++;
    }
    return counts;
  }
}
