package org.radcase.demo.entity.phantom;

import static org.radcase.demo.entity.phantom.Scanner.BONE;
import static org.radcase.demo.entity.phantom.Scanner.LUNG;
import static org.radcase.demo.entity.phantom.Scanner.SOFT;
import static org.radcase.demo.entity.phantom.Scanner.VESSEL;

import java.util.List;
import java.util.SplittableRandom;
import org.radcase.demo.entity.anatomy.Chest;
import org.radcase.demo.entity.image.Contrast;
import org.radcase.demo.entity.image.ImageSeries;
import org.radcase.demo.entity.image.Plane;
import org.radcase.demo.entity.image.Plane.Orientation;
import org.radcase.demo.entity.image.Tissue;
import org.radcase.demo.entity.shape.Ramp;
import org.radcase.demo.entity.shape.Solid;

/** CT of the chest. */
record ChestCts(Lab lab) {

  /** A spiculated nodule in the right upper lobe, among a few holes of emphysema. */
  List<ImageSeries> nodule() {
    var noise = lab.noise();
    var chest = Chest.of(noise, 1, lab.place());
    var nodule = spiculated();
    var planes =
        ImageSeries.stack(new Plane(Orientation.AXIAL, 512, 512, 0.74, 0, 12, -128), 60, 4);
    return List.of(new Scanner(lab)
        .ct(
            "Axial chest",
            planes,
            Contrast.CT_PORTAL,
            12,
            List.of(LUNG, SOFT, BONE),
            (canvas, contrast) -> {
              chest.paint(canvas, contrast);
              for (var lung : List.of(chest.lungs().right(), chest.lungs().left())) {
                var holes = lung.grow(-5)
                    .where((x, y, z) ->
                        6 * (1.25 - 0.5 * Ramp.smooth(10, 90, z) - noise.at(x / 8, y / 8, z / 8)));
                canvas.tint(holes, 0.85, -965);
              }
              canvas.paint(nodule, (x, y, z, depth) -> 42 + 8 * noise.at(x / 4, y / 4, z / 4));
            })
        .with("ContrastBolusAgent", "IODINE"));
  }

  private Solid spiculated() {
    var x = -70;
    var y = 16;
    var z = 48;
    var random = new SplittableRandom(7);
    var all = Solid.ellipsoid(x, y, z, 10, 9, 10).rough(lab.noise(), 6, 1.6);
    for (var i = 0; i < 22; i++) {
      var a = 6.283 * random.nextDouble();
      var h = 2 * random.nextDouble() - 1;
      var w = Math.sqrt(1 - h * h);
      var length = 14 + 9 * random.nextDouble();
      all = all.join(
          Solid.rod(
              x,
              y,
              z,
              3.2,
              x + length * w * StrictMath.cos(a),
              y + length * w * StrictMath.sin(a),
              z + length * h,
              0.25),
          2);
    }
    return all.join(Solid.rod(x, y, z, 2, -104, 34, 52, 0.5), 2);
  }

  /** A saddle of clot over the pulmonary bifurcation, on into both lower lobes. */
  List<ImageSeries> embolism() {
    var noise = lab.noise();
    var chest = Chest.of(noise, 1.05, lab.place());
    var planes =
        ImageSeries.stack(new Plane(Orientation.AXIAL, 256, 256, 1.46, 0, 12, -102), 22, 8);
    var contrast = Contrast.CT_ARTERIAL.with(Tissue.VEIN, 420);
    return List.of(new Scanner(lab)
        .ct(
            "Axial pulmonary angiogram",
            planes,
            contrast,
            13,
            List.of(VESSEL, SOFT, LUNG),
            (canvas, phase) -> {
              chest.paint(canvas, phase);
              var clot = Solid.tube(
                      52, 16, -18, 4.4, 40, 5, -6, 6, 24, -10, -5, 6.5, 4, -3, -10, 6.5, -22, 5,
                      -13, 6, -44, 9, -18, 4.6, -52, 20, -36, 3.6)
                  .join(Solid.tube(50, 18, -18, 4, 56, 32, -40, 3.4), 2);
              canvas.paint(clot.rough(noise, 7, 0.9), 52);
              canvas.paint(
                  Solid.tube(-44, 10, -20, 6.4, -56, 30, -46, 5.4)
                      .join(Solid.tube(50, 18, -20, 6, 58, 36, -48, 5), 0)
                      .cut(Solid.tube(-44, 10, -20, 4, -56, 30, -46, 3.6).onBothSides()),
                  320);
              var infarct = Solid.ellipsoid(-104, 52, -66, 22, 24, 22)
                  .rough(noise, 10, 2)
                  .within(chest.lungs().right().grow(1));
              canvas.tint(infarct, 0.85, -60);
              canvas.tint(infarct.grow(-8), 0.5, -500);
            })
        .with("ContrastBolusAgent", "IODINE"));
  }

  /** Ground glass under the pleura of both lungs, more behind and below. */
  List<ImageSeries> groundGlass() {
    var noise = lab.noise();
    var chest = Chest.of(noise, 1, lab.place());
    var planes =
        ImageSeries.stack(new Plane(Orientation.AXIAL, 256, 256, 1.46, 0, 12, -104), 22, 8);
    return List.of(new Scanner(lab)
        .ct("Axial chest", planes, Contrast.CT, 12, List.of(LUNG, SOFT), (canvas, contrast) -> {
          chest.paint(canvas, contrast);
          for (var lung : List.of(chest.lungs().right(), chest.lungs().left())) {
            // Vessels stay as they are: only what has the density of lung is changed.
            canvas.replace(lung, -1100, -620, (x, y, z, ignored) -> haze(lung, x, y, z));
          }
        }));
  }

  private double haze(Solid lung, double x, double y, double z) {
    var noise = lab.noise();
    var rind = Ramp.smooth(40, 16, -lung.at(x, y, z));
    var patch = noise.at(x / 34, y / 34, z / 30)
        + 0.5 * Ramp.smooth(-20, 60, y)
        + 0.35 * Ramp.smooth(20, -70, z)
        + 1.3 * rind
        - 1.65;
    var healthy = -845 + 26 * noise.at(x / 11, y / 11, z / 11);
    if (patch < -0.2) return healthy;
    var lines = Ramp.hill(noise.at(x / 9, y / 9, z / 9), 0.22);
    var glass = -600 + 160 * lines + 40 * noise.at(x / 3, y / 3, z / 3);
    var dense = Ramp.smooth(0.75, 1.2, patch) * Ramp.smooth(10, 40, y);
    return Ramp.mix(Ramp.mix(healthy, glass, Ramp.smooth(-0.15, 0.2, patch)), 0, dense);
  }
}
