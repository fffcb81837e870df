package org.radcase.dicom.codec.j2k;

import java.util.List;

/** Integers through the 5/3 wavelet. Source: T.800 F.3.8.1. For one thread. */
final class ReversiblePlane implements Plane {
  private final TileComponent component;
  private final int[][] rows;
  private final List<int[][]> rowsByResolution;

  ReversiblePlane(TileComponent component) {
    this.component = component;
    rows = new int[component.area().height()][component.area().width()];
    rowsByResolution = Plane.rowsByResolution(rows, component);
  }

  int[] row(int y) {
    return rows[y];
  }

  @Override
  public void put(CodeBlock block, int[] values) {
    var area = block.area();
    var band = block.band();
    var left = band.left() + area.x0() - band.area().x0();
    var ofBand = rowsByResolution.get(band.resolution());
    var first = band.firstRow() + (area.y0() - band.area().y0()) * band.rowStep();
    var at = 0;
    for (var y = 0; y < area.height(); y++) {
      var row = ofBand[first + y * band.rowStep()];
      for (var x = 0; x < area.width(); x++) {
        var value = values[at++];
        var magnitude = Plane.magnitude(value, band.shift()) >> 1;
        row[left + x] = value < 0 ? -magnitude : magnitude;
      }
    }
  }

  @Override
  public void synthesise() {
    var scratch = new int[component.area().width()];
    for (var resolution = 1; resolution <= component.coding().levels(); resolution++) {
      var lower = component.resolution(resolution - 1);
      var area = component.resolution(resolution);
      if (!area.isEmpty()) {
        var ofArea = rowsByResolution.get(resolution);
        for (var row : ofArea) {
          horizontally(row, scratch, lower.width(), area.width(), area.x0() & 1);
        }
        vertically(ofArea, area.width(), area.y0() & 1);
      }
    }
  }

  private static void horizontally(int[] row, int[] scratch, int low, int width, int parity) {
    if (width == 1) {
      row[0] >>= parity;
      return;
    }
    var lastHigh = width - low - 1;
    for (var i = 0; i < low; i++) {
      var before = row[low + Math.max(0, i - 1 + parity)];
      var after = row[low + Math.min(lastHigh, i + parity)];
      scratch[2 * i + parity] = row[i] - ((before + after + 2) >> 2);
    }
    for (var i = 1 - parity; i < width; i += 2) {
      var before = scratch[i == 0 ? 1 : i - 1];
      var after = scratch[i == width - 1 ? i - 1 : i + 1];
      scratch[i] = row[low + i / 2] + ((before + after) >> 1);
    }
    System.arraycopy(scratch, 0, row, 0, width);
  }

  /** A row of high frequency follows as soon as its neighbours are done: both are in the cache. */
  private static void vertically(int[][] rows, int width, int parity) {
    if (rows.length == 1) {
      for (var x = 0; parity == 1 && x < width; x++) {
        rows[0][x] >>= 1;
      }
      return;
    }
    var last = rows.length - 1;
    for (var y = parity; y <= last + 2; y += 2) {
      if (y <= last) {
        lowerByQuarter(rows[y], rows[y == 0 ? 1 : y - 1], rows[y == last ? y - 1 : y + 1], width);
      }
      var high = y - 1;
      if (high >= 0 && high <= last) {
        raiseByHalf(
            rows[high],
            rows[high == 0 ? 1 : high - 1],
            rows[high == last ? high - 1 : high + 1],
            width);
      }
    }
  }

  private static void lowerByQuarter(int[] row, int[] before, int[] after, int width) {
    for (var x = 0; x < width; x++) {
      row[x] -= (before[x] + after[x] + 2) >> 2;
    }
  }

  private static void raiseByHalf(int[] row, int[] before, int[] after, int width) {
    for (var x = 0; x < width; x++) {
      row[x] += (before[x] + after[x]) >> 1;
    }
  }

  @Override
  public void read(int row, int[] into) {
    System.arraycopy(rows[row], 0, into, 0, rows[row].length);
  }
}
