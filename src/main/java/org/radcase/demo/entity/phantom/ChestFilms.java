package org.radcase.demo.entity.phantom;

import java.util.List;
import java.util.Map;
import org.radcase.demo.entity.anatomy.Chest;
import org.radcase.demo.entity.image.Canvas;
import org.radcase.demo.entity.image.Contrast;
import org.radcase.demo.entity.image.Film;
import org.radcase.demo.entity.image.ImageSeries;
import org.radcase.demo.entity.image.Plane;
import org.radcase.demo.entity.image.Plane.Orientation;
import org.radcase.demo.entity.image.Tissue;
import org.radcase.demo.entity.phantom.Scanner.Body;
import org.radcase.demo.entity.shape.Ramp;
import org.radcase.demo.entity.shape.Solid;

/** Frontal chest radiographs, projected through the same chest as the CTs. */
record ChestFilms(Lab lab) {
  private static final int SIZE = 240;
  private static final int ENLARGED = 3;
  private static final double SPACING = 1.5;
  // One energy for all bone; thin tables would leave rings at the distance of the planes.
  private static final Contrast BEAM =
      Contrast.CT.with(Tissue.CORTEX, 860).with(Tissue.SPONGY, 400);

  /** Air around the left lung, whose edge stands away from the ribs. */
  List<ImageSeries> pneumothorax() {
    var chest = Chest.of(lab.noise(), 0.94, lab.place());
    var left = chest.lungs().left();
    var lung =
        Solid.ellipsoid(52, 4, -34, 47, 74, 96).join(Solid.ellipsoid(40, 4, 20, 34, 60, 66), 30);
    return film(chest, (canvas, contrast) -> {
      canvas.paint(left.cut(lung), -1000);
      canvas.tint(left.within(lung), 0.18, -300);
      canvas.tint(left.within(lung).cut(lung.grow(-1.6)), 0.8, -60);
    });
  }

  /** A middle lobe full of exudate, which takes the right border of the heart away. */
  List<ImageSeries> pneumonia() {
    var noise = lab.noise();
    var chest = Chest.of(noise, 1, lab.place());
    var right = chest.lungs().right();
    var lobe = right.where((x, y, z) -> Math.max(
        Math.max(z + 29 + 0.03 * (x + 70) + 3 * noise.at(x / 40, y / 40, 9), -96 - z),
        y - 4 - 0.75 * (z + 40)));
    return film(chest, (canvas, contrast) -> {
      canvas.replace(
          lobe,
          -1100,
          200,
          (x, y, z, depth) -> -60
              - 520
                  * Ramp.smooth(
                      0.1,
                      1.2,
                      noise.at(x / 20, y / 20, z / 20) + 0.5 * Ramp.smooth(-95, -120, x)));
      var bronchi = Solid.tube(-40, -2, -44, 2.4, -62, -20, -54, 2, -84, -30, -66, 1.4)
          .join(Solid.tube(-56, -14, -50, 2, -62, -34, -72, 1.4), 1);
      canvas.paint(bronchi, -1000);
    });
  }

  /** Fluid that climbs the left wall and hides the diaphragm. */
  List<ImageSeries> effusion() {
    var noise = lab.noise();
    var chest = Chest.of(noise, 1.08, lab.place());
    var left = chest.lungs().left();
    var fluid = left.where((x, y, z) -> {
      var wall = Ramp.smooth(34, 0, -left.at(x, y, z));
      return 0.8 * (z + 62 - 58 * wall * wall);
    });
    return film(chest, (canvas, contrast) -> {
      canvas.paint(fluid, 8);
      canvas.tint(left.cut(fluid).where((x, y, z) -> z + 30), 0.2, -200);
    });
  }

  private List<ImageSeries> film(Chest chest, Body finding) {
    var plane = new Plane(
        Orientation.CORONAL, SIZE * ENLARGED, SIZE * ENLARGED, SPACING / ENLARGED, 0, 0, -32);
    return List.of(new Darkroom(lab)
        .develop(
            "CR",
            "Chest PA",
            Map.of("ViewPosition", "PA", "PatientOrientation", "L\\F"),
            List.of(plane),
            List.of(() -> Film.through(-112, 120, 5.5, y -> slab(chest, finding, y), SIZE, SIZE)
                .enlarged(ENLARGED)
                .levelled(50, 0.5)
                .sharpened(3, 0.9))));
  }

  private static Canvas slab(Chest chest, Body finding, double y) {
    var plane = new Plane(Orientation.CORONAL, SIZE, SIZE, SPACING, 0, y, -32);
    var canvas = new Canvas(plane, -1000, 2.1);
    chest.paint(canvas, BEAM);
    finding.paint(canvas, BEAM);
    return canvas;
  }
}
