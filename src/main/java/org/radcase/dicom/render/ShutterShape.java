package org.radcase.dicom.render;

import java.util.Arrays;

/** What a display shutter leaves to be seen; rows and columns are counted from 1. Source: PS3.3 C.7.6.11. */
public sealed interface ShutterShape {

  /** Makes false what is hidden of a row: {@code visible[0]} is column 1. */
  void cover(int row, boolean[] visible);

  /** Edges are themselves seen. */
  record Rectangle(int left, int right, int upper, int lower) implements ShutterShape {
    @Override
    public void cover(int row, boolean[] visible) {
      var none = row < upper || row > lower || right < left;
      for (var i = 0; i < visible.length; i++) {
        visible[i] &= !none && i + 1 >= left && i + 1 <= right;
      }
    }
  }

  /**
   * A circle as it is seen.
   *
   * @param radius in pixels along a row
   * @param aspectRatio height of a pixel over its width
   */
  record Circle(int row, int column, int radius, double aspectRatio) implements ShutterShape {
    @Override
    public void cover(int at, boolean[] visible) {
      var down = ((double) at - row) * aspectRatio;
      var half = (double) radius * radius - down * down;
      for (var i = 0; i < visible.length; i++) {
        var across = i + 1.0 - column;
        visible[i] &= across * across <= half;
      }
    }
  }

  /** Closed by an edge from the last vertex to the first; edges are themselves seen. */
  @SuppressWarnings("ArrayRecordComponent") // its own, and never compared
  record Polygon(int[] rows, int[] columns) implements ShutterShape {
    @Override
    public void cover(int row, boolean[] visible) {
      var inside = new boolean[visible.length];
      fill(crossings(row, row), inside);
      fill(crossings(row, row - 1), inside);
      for (var i = 0; i < visible.length; i++) {
        visible[i] &= inside[i];
      }
    }

    /**
     * Where edges cross a row, ascending.
     *
     * @param last {@code row} for edges that begin in it, {@code row - 1} for those that end in it: so
     *     a vertex counts once for two edges, and both together see all of the border
     */
    private double[] crossings(int row, int last) {
      var found = new double[rows.length];
      var count = 0;
      for (var i = 0; i < rows.length; i++) {
        var next = (i + 1) % rows.length;
        var upper = rows[i] < rows[next] ? i : next;
        var lower = upper == i ? next : i;
        if (rows[upper] <= last && rows[lower] > last) {
          found[count++] = columns[upper]
              + ((double) row - rows[upper])
                  * ((double) columns[lower] - columns[upper])
                  / ((double) rows[lower] - rows[upper]);
        }
      }
      Arrays.sort(found, 0, count);
      return Arrays.copyOf(found, count);
    }

    private static void fill(double[] crossings, boolean[] inside) {
      for (var i = 0; i + 1 < crossings.length; i += 2) {
        var from = Math.max(1, Math.ceil(crossings[i]));
        var to = Math.min(inside.length, Math.floor(crossings[i + 1]));
        for (var column = (int) from; column <= to; column++) {
          inside[column - 1] = true;
        }
      }
    }
  }
}
