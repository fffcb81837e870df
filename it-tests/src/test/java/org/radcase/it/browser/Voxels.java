package org.radcase.it.browser;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A volume, and how planes through it look: slowly, in doubles, and in code of its own.
 *
 * @param size columns, rows, slices
 * @param origin centre of the first voxel, in the patient, mm
 * @param steps from a voxel to the next across, down and through, mm
 * @param values column after column of row after row of slice after slice; NaN where there is no measurement
 */
record Voxels(int[] size, double[] origin, double[][] steps, double[] values) {
  /** What a value is where there is none. */
  static final double OUTSIDE = Double.NaN;

  /** A value for each place in the patient. */
  interface Field {
    double at(double[] place);
  }

  static Voxels of(int[] size, double[] origin, double[][] steps, Field field) {
    var empty = new Voxels(size, origin, steps, new double[size[0] * size[1] * size[2]]);
    for (var i = 0; i < empty.values.length; i++) {
      var place =
          empty.place(i % size[0], i / size[0] % size[1], Math.floorDiv(i, size[0] * size[1]));
      empty.values[i] = field.at(place);
    }
    return empty;
  }

  double[] place(double i, double j, double k) {
    return moved(moved(moved(origin, steps[0], i), steps[1], j), steps[2], k);
  }

  static double[] moved(double[] from, double[] along, double by) {
    return new double[] {from[0] + along[0] * by, from[1] + along[1] * by, from[2] + along[2] * by};
  }

  static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  static double length(double[] vector) {
    return Math.sqrt(dot(vector, vector));
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }

  /** Cramer's rule, for a way in the patient. */
  private double[] inVoxels(double[] way) {
    var volume = dot(steps[0], cross(steps[1], steps[2]));
    return new double[] {
      dot(way, cross(steps[1], steps[2])) / volume,
      dot(steps[0], cross(way, steps[2])) / volume,
      dot(steps[0], cross(steps[1], way)) / volume
    };
  }

  /** Half a voxel along a direction, mm. */
  double halfVoxel(double[] direction) {
    return length(direction) / length(inVoxels(direction)) / 2;
  }

  /**
   * Trilinear, with the outermost voxels as wide as the others. What is no measurement is left out; where
   * it is the nearest, there is nothing.
   */
  double at(double[] place) {
    var voxel = inVoxels(moved(place, origin, -1));
    var value = 0.0;
    for (var axis = 0; axis < 3; axis++) {
      if (voxel[axis] < -0.5 || voxel[axis] >= size[axis] - 0.5) return OUTSIDE;
      voxel[axis] = Math.min(Math.max(voxel[axis], 0), size[axis] - 1);
    }
    if (Double.isNaN(value(Math.round(voxel[0]), Math.round(voxel[1]), Math.round(voxel[2]))))
      return OUTSIDE;
    var weights = 0.0;
    for (var corner = 0; corner < 8; corner++) {
      var weight = 1.0;
      var index = new int[3];
      for (var axis = 0; axis < 3; axis++) {
        var low = (int) Math.floor(voxel[axis]);
        var isHigh = (corner >> axis & 1) == 1;
        weight *= isHigh ? voxel[axis] - low : 1 - voxel[axis] + low;
        index[axis] = Math.min(low + (isHigh ? 1 : 0), size[axis] - 1);
      }
      var here = value(index[0], index[1], index[2]);
      if (Double.isNaN(here)) continue;
      value += weight * here;
      weights += weight;
    }
    return value / weights;
  }

  private double value(long i, long j, long k) {
    return values[(int) ((k * size[1] + j) * size[0] + i)];
  }

  /** As files have it: a value stands where there is no measurement. */
  Voxels padded(double padding) {
    var told = Arrays.stream(values)
        .map(value -> Double.isNaN(value) ? padding : value)
        .toArray();
    return new Voxels(size, origin, steps, told);
  }

  /**
   * What a slab shows at a place of its middle plane.
   *
   * @param way from a sample to the next, mm
   * @param mm the slab's thickness
   * @param mode mip, minip or average
   */
  double through(double[] place, double[] way, double mm, String mode) {
    var each = (int) Math.floor(mm / 2 / length(way) + 1e-4);
    var samples = new double[2 * each + 1];
    for (var i = -each; i <= each; i++) samples[i + each] = at(moved(place, way, i));
    var inside = Arrays.stream(samples).filter(value -> !Double.isNaN(value)).toArray();
    if (inside.length == 0) return OUTSIDE;
    return switch (mode) {
      case "mip" -> Arrays.stream(inside).max().orElseThrow();
      case "minip" -> Arrays.stream(inside).min().orElseThrow();
      default -> Arrays.stream(inside).average().orElseThrow();
    };
  }

  /** As the page's {@code make} takes it. */
  Map<String, Object> forPage(String type, int offset) {
    return Map.of(
        "size", Arrays.stream(size).boxed().toList(),
        "origin", numbers(origin),
        "across", numbers(steps[0]),
        "down", numbers(steps[1]),
        "through", numbers(steps[2]),
        "type", type,
        "offset", offset);
  }

  /** Slices as the page's {@code put} takes them. */
  String base64(String type, int firstSlice, int slices) {
    var voxels = size[0] * size[1];
    var buffer = ByteBuffer.allocate(slices * voxels * 4).order(ByteOrder.LITTLE_ENDIAN);
    for (var i = firstSlice * voxels; i < (firstSlice + slices) * voxels; i++) {
      switch (type) {
        case "uint8" -> buffer.put((byte) values[i]);
        case "float32" -> buffer.putFloat((float) values[i]);
        default -> buffer.putShort((short) values[i]);
      }
    }
    return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), buffer.position()));
  }

  static List<Double> numbers(double[] vector) {
    return Arrays.stream(vector).boxed().toList();
  }
}
