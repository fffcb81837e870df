package org.radcase.demo.entity.anatomy;

import static org.radcase.demo.entity.image.Tissue.BLOOD;
import static org.radcase.demo.entity.image.Tissue.BOWEL;
import static org.radcase.demo.entity.image.Tissue.CORD;
import static org.radcase.demo.entity.image.Tissue.CORTEX;
import static org.radcase.demo.entity.image.Tissue.CSF;
import static org.radcase.demo.entity.image.Tissue.DISC;
import static org.radcase.demo.entity.image.Tissue.FAT;
import static org.radcase.demo.entity.image.Tissue.MUSCLE;
import static org.radcase.demo.entity.image.Tissue.SKIN;
import static org.radcase.demo.entity.image.Tissue.SPONGY;
import static org.radcase.demo.entity.image.Tissue.TENDON;

import java.util.ArrayList;
import java.util.List;
import org.radcase.demo.entity.image.Canvas;
import org.radcase.demo.entity.image.Contrast;
import org.radcase.demo.entity.shape.Bounds;
import org.radcase.demo.entity.shape.Noise;
import org.radcase.demo.entity.shape.Ramp;
import org.radcase.demo.entity.shape.Solid;

/** A lumbar spine with its curve, from T11 to the sacrum, for MR. The origin lies in L3. */
public record Lumbar(Noise noise) {
  // y and z of the centres of T11 to S3, and their tilt in degrees (front end up).
  private static final double[][] LEVELS = {
    {16, 139, -8},
    {12, 105, -6},
    {7, 71, -3},
    {2, 36, 2},
    {0, 0, 6},
    {4, -36, 0},
    {14, -71, -15},
    {34, -104, -42},
    {57, -124, -55},
    {75, -138, -62}
  };
  private static final int SACRUM = 7;

  /** Paints everything; {@code dry} is the index of a disc that has lost its water (4: L4/5). */
  public void paint(Canvas canvas, Contrast contrast, int dry) {
    softParts(canvas, contrast);
    canal(canvas, contrast);
    posteriorParts(canvas, contrast);
    for (var i = 0; i + 1 < LEVELS.length; i++) disc(canvas, contrast, i, i == dry + 1);
    for (var i = 0; i < LEVELS.length; i++) body(canvas, contrast, i);
  }

  private void softParts(Canvas canvas, Contrast contrast) {
    var fat = contrast.of(FAT);
    var body = new Solid(
        new Bounds(-190, -110, -210, 190, 106, 220),
        (x, y, z) -> Math.max(y - 84 - 0.0009 * (z + 20) * (z + 20) + 0.002 * x * x, -104 - y));
    canvas.paint(body, contrast.of(SKIN));
    canvas.paint(
        body.grow(-1.8),
        (x, y, z, depth) ->
            fat * (1 - 0.13 * Ramp.smooth(0.9, 1.7, Math.abs(noise.at(x / 12, y / 8, z / 14)))));
    var loops = new Solid(
        new Bounds(-150, -92, -160, 150, -20, 200),
        (x, y, z) -> 6 * (noise.at(x / 34, y / 26, z / 30) - 0.15 + Ramp.smooth(-50, -26, y) * 3));
    canvas.paint(Solid.box(0, -98, 20, 120, 4, 240, 3).rough(noise, 30, 1.5), contrast.of(MUSCLE));
    canvas.paint(
        loops,
        (x, y, z, depth) -> contrast.of(BOWEL) * (1 + 0.22 * noise.rough(x / 9, y / 9, z / 9)));
    canvas.paint(
        Solid.tube(4, -26, 220, 9, 4, -30, 60, 9, 3, -34, -20, 9, -2, -26, -60, 8),
        contrast.of(BLOOD));
    canvas.paint(
        Solid.tube(-22, -22, 220, 10, -22, -30, 20, 10, -18, -24, -60, 9), contrast.of(BLOOD) + 40);
    var muscle = contrast.of(MUSCLE);
    var back = Solid.tube(30, 62, 220, 20, 30, 56, 60, 24, 28, 62, -60, 22, 22, 84, -130, 14)
        .onBothSides()
        .rough(noise, 10, 2);
    canvas.paint(
        back,
        (x, y, z, depth) ->
            Ramp.mix(muscle, fat, 0.75 * Ramp.smooth(0.9, 1.7, noise.at(x / 8, y / 6, z / 30))));
    var psoas = Solid.tube(31, 12, 60, 7, 36, 4, -20, 12, 44, -6, -110, 15)
        .join(Solid.tube(36, -2, 40, 5, 44, -12, -20, 11, 52, -22, -110, 14), 8);
    canvas.paint(psoas.onBothSides().rough(noise, 14, 1.5), muscle);
  }

  private void canal(Canvas canvas, Contrast contrast) {
    var tube = line(26.5, 0);
    canvas.paint(chain(tube, 9.5), contrast.of(FAT));
    canvas.paint(chain(tube, 7.6), contrast.of(CSF));
    var strands = chain(line(29, 0), 3.6)
        .where((x, y, z) -> 2.2 * (0.25 - Math.abs(noise.at(x / 3.4, y / 3.4 + z / 90, z / 60))));
    canvas.tint(strands, 0.75, contrast.of(CORD));
    var cord = chain(line(25.5, 0), 4.2).where((x, y, z) -> 52 - z);
    canvas.paint(cord, contrast.of(CORD));
  }

  private List<double[]> line(double behind, double side) {
    var points = new ArrayList<double[]>();
    for (var level : LEVELS) {
      var angle = Math.toRadians(level[2]);
      points.add(new double[] {
        side, level[0] + behind * StrictMath.cos(angle), level[1] - behind * StrictMath.sin(angle)
      });
    }
    return points;
  }

  private static Solid chain(List<double[]> points, double radius) {
    var numbers = new double[4 * points.size()];
    for (var i = 0; i < points.size(); i++) {
      var p = points.get(i);
      numbers[4 * i] = p[0];
      numbers[4 * i + 1] = p[1];
      numbers[4 * i + 2] = p[2];
      numbers[4 * i + 3] = radius * (i > 6 ? Math.max(0.3, 1 - 0.28 * (i - 6)) : 1);
    }
    return Solid.tube(numbers);
  }

  private void posteriorParts(Canvas canvas, Contrast contrast) {
    var cortex = contrast.of(CORTEX);
    var spongy = contrast.of(SPONGY);
    for (var i = 0; i <= SACRUM; i++) {
      var level = LEVELS[i];
      var y = level[0];
      var z = level[1] - 0.4 * level[2];
      var process = Solid.tube(0, y + 42, z - 8, 5, 0, y + 54, z - 14, 6.5, 0, y + 66, z - 17, 6);
      var pedicle = Solid.tube(13, y + 12, z + 5, 5.5, 14, y + 28, z + 4, 5.5).onBothSides();
      var facet = Solid.tube(15, y + 32, z + 14, 5, 15, y + 36, z - 16, 6).onBothSides();
      canvas.paint(
          process.join(pedicle, 0).join(facet, 2).rough(noise, 7, 0.7),
          (a, b, c, depth) -> Ramp.mix(cortex, spongy, Ramp.smooth(0.8, 1.9, depth)));
    }
    canvas.paint(chain(line(17.8, 0), 0.9), contrast.of(TENDON));
  }

  private void body(Canvas canvas, Contrast contrast, int i) {
    var cortex = contrast.of(CORTEX);
    var spongy = contrast.of(SPONGY);
    var solid = block(i, i >= SACRUM ? 11.5 - 1.5 * (i - SACRUM) : 14.2, i >= SACRUM ? 12 : 16.5);
    canvas.paint(solid, (x, y, z, depth) -> {
      var vein = 0.35
          * Ramp.hill(z - LEVELS[i][1], 4)
          * Ramp.smooth(0, 14, y - LEVELS[i][0])
          * Ramp.hill(x, 8);
      var marrow = spongy * (0.92 + 0.06 * noise.at(x / 3, y / 3, z / 3));
      return Ramp.mix(cortex, marrow * (1 + vein), Ramp.smooth(0.5, 1.6, depth));
    });
  }

  private Solid block(int i, double half, double deep) {
    var level = LEVELS[i];
    var c = StrictMath.cos(Math.toRadians(level[2]));
    var s = StrictMath.sin(Math.toRadians(level[2]));
    var box = Bounds.around(0, level[0], level[1], 25, 24, 24);
    return new Solid(box, (x, y, z) -> {
      var dy = y - level[0];
      var dz = z - level[1];
      var u = c * dy - s * dz;
      var v = s * dy + c * dz;
      var waist = 1 - 0.07 * Ramp.hill(v, half);
      var plate = half - 1.6 * Ramp.hill(u, 15) * Ramp.hill(x, 22);
      var ex = x / 22.5;
      var ey = u / (deep * waist);
      var side = (Math.sqrt(Math.sqrt(ex * ex * ex * ex + ey * ey * ey * ey)) - 1) * deep;
      return Math.max(side, Math.abs(v) - plate);
    });
  }

  private void disc(Canvas canvas, Contrast contrast, int i, boolean dry) {
    var a = LEVELS[i];
    var b = LEVELS[i + 1];
    if (i >= SACRUM) return;
    var cy = 0.5 * (a[0] + b[0]);
    var cz = 0.5 * (a[1] + b[1]);
    var slab = Solid.tube(0, a[0], a[1], 15.5, 0, b[0], b[1], 15.5);
    var disc = new Solid(
        Bounds.around(0, cy, cz, 25, 22, 16),
        (x, y, z) -> Math.max(slab.at(0.62 * x, y, z), Math.abs(x) - 23));
    var core = dry ? Ramp.mix(contrast.of(DISC), contrast.of(TENDON), 0.75) : contrast.of(DISC);
    canvas.paint(disc, contrast.of(TENDON) + 40);
    canvas.paint(disc.grow(-3.6), core);
  }
}
