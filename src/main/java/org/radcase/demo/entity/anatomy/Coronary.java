package org.radcase.demo.entity.anatomy;

import java.util.ArrayList;
import java.util.List;
import org.radcase.demo.entity.image.Canvas;
import org.radcase.demo.entity.shape.Noise;
import org.radcase.demo.entity.shape.Ramp;
import org.radcase.demo.entity.shape.Solid;

/**
 * The left coronary artery in a cranial view, while contrast medium runs in and the heart beats.
 * Flat: x to the right, y down, mm; dark is dense, as in angiography.
 */
public final class Coronary {
  // Points x, y, radius of each vessel; the first number is the way from the ostium, mm.
  private static final double[][] VESSELS = {
    {0, -58, -56, 2.4, -40, -50, 2.3, -28, -44, 2.2},
    {
      32, -28, -44, 1.9, -8, -44, 1.8, 10, -34, 1.75, 24, -16, 1.6, 32, 6, 1.5, 34, 30, 1.3, 28, 56,
      1.0, 16, 74, 0.6
    },
    {32, -28, -44, 1.8, -40, -28, 1.7, -52, -8, 1.6, -56, 16, 1.4, -50, 40, 1.1, -40, 58, 0.7},
    {70, 10, -34, 1.3, 32, -34, 1.2, 50, -22, 1.0, 64, -2, 0.8, 70, 20, 0.5},
    {96, 30, -2, 1.1, 48, 12, 1.0, 58, 32, 0.8, 60, 50, 0.5},
    {56, -46, -18, 1.3, -30, -2, 1.2, -22, 18, 1.0, -20, 40, 0.7, -24, 56, 0.5},
    {82, -55, 8, 1.1, -70, 22, 0.9, -78, 42, 0.6},
    {58, -4, -43, 0.8, -6, -24, 0.7, -4, -4, 0.5},
    {74, 14, -30, 0.8, 10, -10, 0.7, 8, 12, 0.5},
    {92, 28, -8, 0.7, 20, 8, 0.6, 14, 26, 0.4},
    {116, 34, 22, 0.7, 24, 34, 0.5, 16, 46, 0.4},
    {106, -56, 18, 0.8, -44, 30, 0.6, -36, 40, 0.4},
  };

  private final Noise noise;
  private final double narrowing;

  /** The artery; {@code narrowing} is the share of the lumen that is lost in the proximal LAD. */
  public Coronary(Noise noise, double narrowing) {
    this.noise = noise;
    this.narrowing = narrowing;
  }

  /**
   * Paints one frame on a canvas of detector values.
   *
   * @param phase of the beat, 0 to 1
   * @param front how far the contrast medium has come, mm
   * @param tail how far the clear blood behind it has come, mm
   */
  public void paint(Canvas canvas, double phase, double front, double tail) {
    background(canvas);
    var systole = StrictMath.pow(StrictMath.sin(Math.PI * phase), 2);
    catheter(canvas, systole);
    for (var vessel : VESSELS) vessel(canvas, vessel, systole, front, tail);
  }

  private void background(Canvas canvas) {
    canvas.paint(
        Solid.box(0, 0, 0, 400, 400, 9, 0),
        (x, y, z, depth) -> 2300
            + 260 * noise.at(x / 110, y / 110, 3)
            + 30 * noise.rough(x / 9, y / 9, 1)
            - 460 * Ramp.smooth(34, -60, x + 0.25 * y)
            - 700 * Ramp.smooth(60, 96, y - 0.15 * x));
    for (var i = 0; i < 5; i++) {
      var y = -96 + 44 * i;
      var rib = Solid.tube(-120, y + 34, 0, 5, -30, y, 0, 5, 50, y + 8, 0, 5, 120, y + 52, 0, 5);
      canvas.add(rib, (x, yy, z, depth) -> -90 - 60 * Ramp.hill(depth - 0.6, 1.6));
    }
    for (var i = 0; i < 7; i++) {
      canvas.add(
          Solid.box(-84, -112 + 33 * i, 0, 19, 13.5, 9, 3),
          (x, y, z, depth) -> -130 - 70 * Ramp.hill(depth - 0.8, 2.4));
    }
  }

  private void catheter(Canvas canvas, double systole) {
    var tip = moved(-58, -56, systole);
    canvas.add(
        Solid.tube(-92, -120, 0, 1.1, -88, -84, 0, 1.1, -76, -66, 0, 1.1, tip[0], tip[1], 0, 1),
        (x, y, z, depth) -> -260 - 320 * Ramp.unit(depth));
  }

  private void vessel(Canvas canvas, double[] v, double systole, double front, double tail) {
    var way = v[0];
    for (var piece : pieces(v, systole)) {
      var length = StrictMath.hypot(piece[3] - piece[0], piece[4] - piece[1]);
      var filled =
          Ramp.smooth(way - 8, way + 14, front) * (1 - Ramp.smooth(way - 20, way + 60, tail));
      if (filled > 0.01) {
        var rod = Solid.rod(piece[0], piece[1], 0, piece[2], piece[3], piece[4], 0, piece[5]);
        var r = Math.max(piece[2], piece[5]);
        canvas.darken(rod, (x, y, z, depth) -> {
          var at = Math.max(0, r - depth);
          var through = 2 * Math.sqrt(Math.max(0.02, r * r - at * at));
          return 2150 - filled * (420 + 330 * through) + 60 * noise.at(x / 20, y / 20, 2);
        });
      }
      way += length;
    }
  }

  /** Short straight pieces along a smooth curve: x, y, radius of both ends. */
  private List<double[]> pieces(double[] v, double systole) {
    var points = (v.length - 1) / 3;
    var pieces = new ArrayList<double[]>();
    double[] last = null;
    for (var i = 0; i + 1 < points; i++) {
      for (var s = i == 0 ? 0 : 1; s <= 8; s++) {
        var p = new double[3];
        for (var k = 0; k < 3; k++) {
          var a = v[1 + 3 * Math.max(0, i - 1) + k];
          var b = v[1 + 3 * i + k];
          var c = v[1 + 3 * (i + 1) + k];
          var d = v[1 + 3 * Math.min(points - 1, i + 2) + k];
          var t = s / 8.0;
          p[k] =
              b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
        }
        var tight = narrowing * Ramp.hill(StrictMath.hypot(p[0] + 6, p[1] + 44), 7);
        var m = moved(
            p[0] + 0.8 * noise.at(p[0] / 9, p[1] / 9, 1),
            p[1] + 0.8 * noise.at(p[0] / 9, p[1] / 9, 7),
            systole);
        var here = new double[] {m[0], m[1], p[2] * (v == VESSELS[1] ? 1 - tight : 1)};
        if (last != null) {
          pieces.add(new double[] {last[0], last[1], last[2], here[0], here[1], here[2]});
        }
        last = here;
      }
    }
    return pieces;
  }

  private static double[] moved(double x, double y, double systole) {
    var k = 0.10 * systole;
    return new double[] {x - k * (x + 30), y - k * (y + 60) - 2 * systole};
  }
}
