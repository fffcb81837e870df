package org.radcase.dicom.codec.j2k;

import java.util.List;

/** Floating point numbers through the 9/7 wavelet. Source: T.800 F.3.8.2. For one thread. */
final class IrreversiblePlane implements Plane {
  // Table F.4.
  private static final float ALPHA = (float) -1.586134342059924;
  private static final float BETA = (float) -0.052980118572961;
  private static final float GAMMA = (float) 0.882911075530934;
  private static final float DELTA = (float) 0.443506852043971;
  private static final float K = (float) 1.230174104914001;

  private final TileComponent component;
  private final float[][] rows;
  private final List<float[][]> rowsByResolution;

  IrreversiblePlane(TileComponent component) {
    this.component = component;
    rows = new float[component.area().height()][component.area().width()];
    rowsByResolution = Plane.rowsByResolution(rows, component);
  }

  float[] row(int y) {
    return rows[y];
  }

  @Override
  public void put(CodeBlock block, int[] values) {
    var area = block.area();
    var band = block.band();
    var left = band.left() + area.x0() - band.area().x0();
    var ofBand = rowsByResolution.get(band.resolution());
    var first = band.firstRow() + (area.y0() - band.area().y0()) * band.rowStep();
    var halfStep = band.step() / 2;
    var at = 0;
    for (var y = 0; y < area.height(); y++) {
      var row = ofBand[first + y * band.rowStep()];
      for (var x = 0; x < area.width(); x++) {
        var value = values[at++];
        var magnitude = Plane.magnitude(value, band.shift()) * halfStep;
        row[left + x] = value < 0 ? -magnitude : magnitude;
      }
    }
  }

  @Override
  public void synthesise() {
    var scratch = new float[component.area().width()];
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

  private static void horizontally(float[] row, float[] scratch, int low, int width, int parity) {
    if (width == 1) {
      row[0] = parity == 1 ? row[0] / 2 : row[0];
      return;
    }
    for (var i = 0; i < low; i++) {
      scratch[2 * i + parity] = K * row[i];
    }
    for (var i = 0; i < width - low; i++) {
      scratch[2 * i + 1 - parity] = row[low + i] / K;
    }
    lift(scratch, width, parity, DELTA);
    lift(scratch, width, 1 - parity, GAMMA);
    lift(scratch, width, parity, BETA);
    lift(scratch, width, 1 - parity, ALPHA);
    System.arraycopy(scratch, 0, row, 0, width);
  }

  /** Lowers every other sample by its neighbours; at the ends the one neighbour counts twice. */
  private static void lift(float[] line, int width, int first, float factor) {
    var i = first;
    if (i == 0) {
      line[0] -= 2 * factor * line[1];
      i = 2;
    }
    for (; i < width - 1; i += 2) {
      line[i] -= factor * (line[i - 1] + line[i + 1]);
    }
    if (i == width - 1) {
      line[i] -= 2 * factor * line[i - 1];
    }
  }

  private static void vertically(float[][] rows, int width, int parity) {
    if (rows.length == 1) {
      scale(rows[0], width, parity == 1 ? 0.5f : 1);
      return;
    }
    for (var y = 0; y < rows.length; y++) {
      scale(rows[y], width, (y & 1) == parity ? K : 1 / K);
    }
    lift(rows, width, parity, DELTA);
    lift(rows, width, 1 - parity, GAMMA);
    lift(rows, width, parity, BETA);
    lift(rows, width, 1 - parity, ALPHA);
  }

  private static void scale(float[] row, int width, float factor) {
    for (var x = 0; x < width; x++) {
      row[x] *= factor;
    }
  }

  private static void lift(float[][] rows, int width, int first, float factor) {
    var last = rows.length - 1;
    for (var y = first; y <= last; y += 2) {
      var before = rows[y == 0 ? 1 : y - 1];
      var after = rows[y == last ? y - 1 : y + 1];
      lift(rows[y], before, after, width, factor);
    }
  }

  private static void lift(float[] row, float[] before, float[] after, int width, float factor) {
    for (var x = 0; x < width; x++) {
      row[x] -= factor * (before[x] + after[x]);
    }
  }

  @Override
  public void read(int row, int[] into) {
    var from = rows[row];
    for (var x = 0; x < from.length; x++) {
      into[x] = (int) Math.rint(from[x]);
    }
  }
}
