package org.radcase.demo.entity.phantom;

import static org.radcase.demo.entity.image.Tissue.BLOOD;
import static org.radcase.demo.entity.phantom.Scanner.BONE;
import static org.radcase.demo.entity.phantom.Scanner.LUNG;
import static org.radcase.demo.entity.phantom.Scanner.SOFT;

import java.util.List;
import org.radcase.demo.entity.anatomy.Abdomen;
import org.radcase.demo.entity.image.Canvas;
import org.radcase.demo.entity.image.Contrast;
import org.radcase.demo.entity.image.ImageSeries;
import org.radcase.demo.entity.image.Plane;
import org.radcase.demo.entity.image.Plane.Orientation;
import org.radcase.demo.entity.image.VoiWindow;
import org.radcase.demo.entity.phantom.Scanner.Body;
import org.radcase.demo.entity.shape.Ramp;
import org.radcase.demo.entity.shape.Solid;

/** CT of the abdomen. */
record AbdomenCts(Lab lab) {
  private static final VoiWindow LIVER = new VoiWindow(80, 300, "LIVER");

  /** A stone in the left ureter below a widened renal pelvis. */
  List<ImageSeries> stone() {
    var noise = lab.noise();
    var abdomen = new Abdomen(noise, 10, lab.place());
    return List.of(scan("Axial abdomen", 60, 21, Contrast.CT, List.of(SOFT, BONE), (canvas, c) -> {
      abdomen.paint(canvas, c);
      var kidney = abdomen.kidney(1);
      strands(canvas, kidney);
      var pelvis = abdomen
          .sinus(1)
          .grow(2.4)
          .within(kidney.grow(8))
          .join(Solid.tube(44, 32, -8, 9, 38, 32, -24, 6, 38, 33, -40, 4.4, 39, 33, -66, 3.8), 5);
      canvas.paint(pelvis.grow(1), 30);
      canvas.paint(pelvis, 5);
      canvas.paint(Solid.ball(39, 33, -68, 6), 34);
      canvas.paint(Solid.ellipsoid(39, 33, -68, 3.4, 3.2, 4.4).rough(noise, 3, 0.4), 980);
    }));
  }

  private void strands(Canvas canvas, Solid kidney) {
    var noise = lab.noise();
    var around = kidney
        .grow(13)
        .cut(kidney)
        .where((x, y, z) -> 2.4 * (Math.abs(noise.at(x / 9, y / 9, z / 16)) - 0.2));
    canvas.tint(around, 0.45, 10);
  }

  /** One lesion of the right lobe that fills from its rim inwards through three phases. */
  List<ImageSeries> haemangioma() {
    var noise = lab.noise();
    var abdomen = new Abdomen(noise, 10, lab.place());
    var lesion = Solid.ellipsoid(-94, 22, 36, 25, 26, 25).rough(noise, 14, 1.6);
    return List.of(
        phase("Arterial phase axial", Contrast.CT_ARTERIAL, abdomen, lesion, 0.15, 250),
        phase("Portal venous phase axial", Contrast.CT_PORTAL, abdomen, lesion, 0.52, 172),
        phase("Delayed phase axial", Contrast.CT_DELAYED, abdomen, lesion, 1.3, 118));
  }

  private ImageSeries phase(
      String description,
      Contrast contrast,
      Abdomen abdomen,
      Solid lesion,
      double filled,
      double bright) {
    var noise = lab.noise();
    return scan(description, 70, 11, contrast, List.of(LIVER, SOFT), (canvas, c) -> {
          abdomen.paint(canvas, c);
          canvas.paint(lesion, (x, y, z, ignored) -> {
            var inward = -lesion.at(x, y, z) / 24;
            var front = filled * (1 + 0.75 * noise.at(x / 9, y / 9, z / 9));
            return Ramp.mix(48, bright, Ramp.smooth(front + 0.06, front - 0.06, inward));
          });
        })
        .with("ContrastBolusAgent", "IODINE");
  }

  /** An aneurysm with a clot inside and blood around the left psoas. */
  List<ImageSeries> aneurysm() {
    var noise = lab.noise();
    var abdomen = new Abdomen(noise, 33, lab.place());
    return List.of(scan(
            "Axial abdomen arterial",
            40,
            21,
            Contrast.CT_ARTERIAL,
            List.of(SOFT, BONE),
            (canvas, c) -> {
              abdomen.paint(canvas, c.with(BLOOD, 60));
              var aorta = abdomen.aortaSolid();
              var blood = Solid.ellipsoid(58, 36, -52, 44, 30, 66)
                  .rough(noise, 18, 4)
                  .join(Solid.ellipsoid(88, 22, -64, 30, 40, 46).rough(noise, 14, 4), 10)
                  .cut(abdomen.kidney(1))
                  .cut(aorta.grow(0.5));
              canvas.tint(blood, 0.9, 66);
              canvas.paint(aorta, (x, y, z, ignored) -> 46 + 3 * noise.at(x / 8, y / 8, z / 8));
              var lumen = Solid.tube(
                      14, 34, 190, 11, 12, 30, 60, 10.5, 9, 25, 10, 10, 14, 14, -40, 19, 11, 14,
                      -70, 18, 2, 22, -100, 9, 20, 25, -140, 6)
                  .join(Solid.tube(2, 22, -100, 8, -20, 25, -140, 6), 3)
                  .rough(noise, 14, 1);
              canvas.paint(lumen, c.of(BLOOD));
              canvas.tint(
                  aorta
                      .cut(aorta.grow(-1.6))
                      .where((x, y, z) -> 4 * (1.15 - noise.at(x / 9, y / 9, z / 9))),
                  0.9,
                  620);
              canvas.paint(Solid.tube(30, 22, -50, 2, 46, 28, -54, 3.4, 52, 34, -60, 2), 250);
            })
        .with("ContrastBolusAgent", "IODINE"));
  }

  /** Tears through the spleen, with blood around it and the liver. */
  List<ImageSeries> spleen() {
    var noise = lab.noise();
    var abdomen = new Abdomen(noise, 9, lab.place());
    return List.of(scan(
            "Axial abdomen portal venous",
            78,
            20,
            Contrast.CT_PORTAL,
            List.of(SOFT, BONE, LUNG),
            (canvas, c) -> {
              abdomen.paint(canvas, c);
              var spleen = abdomen.spleen();
              var free = spleen
                  .grow(10)
                  .rough(noise, 16, 2)
                  .cut(spleen)
                  .where((x, y, z) -> abdomen.body().at(x, y, z) + 34);
              canvas.replace(
                  free, -150, 20, (x, y, z, depth) -> 52 + 6 * noise.at(x / 9, y / 9, z / 9));
              var tears = spleen.where((x, y, z) -> Math.min(
                  Math.abs(0.5 * (x - 104) + 0.8 * (y - 30) + 4 * noise.at(x / 14, y / 14, z / 14))
                      - 3.6,
                  Math.abs(0.7 * (z - 28) - 0.5 * (y - 40) + 4 * noise.at(x / 12, y / 12, 4)) - 3));
              canvas.paint(tears.rough(noise, 6, 0.8), 48);
              var morison = abdomen
                  .liver()
                  .grow(6)
                  .cut(abdomen.liver())
                  .where((x, y, z) -> Math.max(x + 40, 6 - y));
              canvas.replace(morison, -150, 10, (x, y, z, depth) -> 40);
              canvas.paint(Solid.ellipsoid(98, 34, 30, 4.5, 3, 4).rough(noise, 4, 0.8), 176);
            })
        .with("ContrastBolusAgent", "IODINE"));
  }

  /** Slices from a height downwards: the list runs from the feet to the head. */
  private ImageSeries scan(
      String description,
      double top,
      int slices,
      Contrast contrast,
      List<VoiWindow> windows,
      Body body) {
    var step = 7;
    var first = new Plane(Orientation.AXIAL, 256, 256, 1.38, 0, 12, top - step * (slices - 1));
    return new Scanner(lab)
        .ct(description, ImageSeries.stack(first, slices, step), contrast, 10, windows, body);
  }
}
