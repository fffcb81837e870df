package org.radcase.demo.entity.phantom;

import static org.radcase.demo.entity.phantom.Scanner.BONE;
import static org.radcase.demo.entity.phantom.Scanner.BRAIN;

import java.util.List;
import org.radcase.demo.entity.anatomy.Brain;
import org.radcase.demo.entity.anatomy.Head;
import org.radcase.demo.entity.anatomy.Shift;
import org.radcase.demo.entity.image.Canvas;
import org.radcase.demo.entity.image.Contrast;
import org.radcase.demo.entity.image.ImageSeries;
import org.radcase.demo.entity.image.Plane;
import org.radcase.demo.entity.image.Plane.Orientation;
import org.radcase.demo.entity.image.Tissue;
import org.radcase.demo.entity.image.VoiWindow;
import org.radcase.demo.entity.shape.Bounds;
import org.radcase.demo.entity.shape.Ramp;
import org.radcase.demo.entity.shape.Solid;

/** CT of the head, without contrast medium. */
record HeadCts(Lab lab) {
  private static final VoiWindow SUBDURAL = new VoiWindow(70, 200, "SUBDURAL");

  /** A lens of blood under the right temple, a fracture over it, the midline pushed to the left. */
  List<ImageSeries> epidural() {
    var noise = lab.noise();
    var head = new Head(noise, new Brain(noise, 1.3, 0.9, new Shift(-60, -8, 16, 60, 15, 0, 0)));
    var planes =
        ImageSeries.stack(new Plane(Orientation.AXIAL, 512, 512, 0.45, 0, 2, -50), 60, 2.4);
    return series(planes, (canvas, contrast) -> {
      head.paint(canvas, contrast);
      var lens = Solid.ellipsoid(-66, -8, 16, 25, 44, 41)
          .rough(noise, 16, 0.8)
          .within(head.brain().cavity().grow(-0.5));
      canvas.paint(lens.grow(1.1).within(head.brain().cavity()), 48);
      canvas.paint(
          lens, (x, y, z, depth) -> 68 - 14 * Ramp.smooth(0.7, 1.5, noise.at(x / 9, y / 9, z / 9)));
      var swelling =
          Solid.ellipsoid(-80, -8, 14, 13, 34, 32).rough(noise, 10, 1.5).cut(head.vault());
      canvas.tint(swelling, 0.85, 52);
      var crack = new Solid(
          new Bounds(-90, -50, -30, -40, 30, 60),
          (x, y, z) -> Math.max(
              Math.abs(y + 14 - 0.25 * (z - 14) + noise.at(0, z / 9, 1)) - 0.75,
              Math.max(head.vault().at(x, y, z), Math.max(-24 - z, z - 46))));
      canvas.tint(crack.cut(head.brain().cavity()), 0.85, 60);
    });
  }

  /** Blood in the basal cisterns, Sylvian fissures and sulci; wide temporal horns. */
  List<ImageSeries> subarachnoid() {
    var noise = lab.noise();
    var head = new Head(noise, new Brain(noise, 2.2, 1.35, Shift.NONE));
    return series(planes(), (canvas, contrast) -> {
      head.paint(canvas, contrast);
      var brain = head.brain().cavity().grow(-1);
      var reach = Solid.ellipsoid(0, -16, -14, 58, 46, 30)
          .join(Solid.ellipsoid(0, -62, 10, 10, 24, 40), 10);
      canvas.replace(
          reach
              .within(brain)
              .cut(Solid.ellipsoid(0, 36, -33, 16, 14, 18))
              .cut(Solid.ellipsoid(0, -12, 10, 24, 36, 14)),
          -8,
          26,
          (x, y, z, depth) ->
              61 - 8 * Ramp.unit(noise.at(x / 12, y / 12, z / 12)) - 12 * Ramp.smooth(10, 30, z));
      canvas.paint(Solid.ellipsoid(-3, -27, -14, 4.6, 4, 4), 74);
    });
  }

  /** A bleed in the left putamen that has broken into the ventricles. */
  List<ImageSeries> basalGanglia() {
    var noise = lab.noise();
    var shift = new Shift(30, -2, 8, 50, -7, 0, 0);
    var head = new Head(noise, new Brain(noise, 2.6, 1.25, shift));
    return series(planes(), (canvas, contrast) -> {
      head.paint(canvas, contrast);
      var blood = Solid.ellipsoid(28, -2, 9, 14, 23, 17).turned(28, -2, -10).rough(noise, 13, 2.6);
      canvas.wash(blood.grow(4.5).rough(noise, 10, 1.2), 0.85, 19, 1);
      canvas.paint(blood, (x, y, z, depth) -> 69 + 3 * noise.at(x / 8, y / 8, z / 8));
      var horns = Solid.ellipsoid(23, 47, 4, 8, 14, 9).onBothSides().where((x, y, z) -> 44 - y);
      canvas.replace(horns, -8, 22, (x, y, z, depth) -> 63);
      canvas.replace(Solid.ellipsoid(12, -26, 9, 9, 14, 12), -8, 20, (x, y, z, depth) -> 58);
    });
  }

  /** The territory of the left middle cerebral artery has lost its grey; the artery is dense. */
  List<ImageSeries> infarct() {
    var noise = lab.noise();
    var shift = new Shift(44, 0, 12, 56, -4, 0, 0);
    var head = new Head(noise, new Brain(noise, 2.5, 1.2, shift));
    return series(planes(), (canvas, contrast) -> {
      head.paint(canvas, contrast);
      var territory = Solid.ellipsoid(52, -2, 16, 32, 47, 40)
          .rough(noise, 22, 3)
          .within(head.brain().cavity().grow(-2.5))
          .where((x, y, z) -> 21 - x - 0.2 * (y + 5));
      canvas.wash(territory, 0.84, 22.5, 1.6);
      canvas.paint(Solid.tube(11, -13, -20, 1.9, 18, -15, -16, 1.9, 28, -16, -12, 1.7), 72);
    });
  }

  private List<Plane> planes() {
    return ImageSeries.stack(new Plane(Orientation.AXIAL, 256, 256, 0.9, 0, 2, -38), 22, 5);
  }

  private List<ImageSeries> series(List<Plane> planes, Scanner.Body body) {
    return List.of(new Scanner(lab)
        .ct(
            "Axial head",
            planes,
            Contrast.CT,
            3.0,
            List.of(BRAIN, SUBDURAL, BONE),
            (Canvas canvas, Contrast contrast) ->
                body.paint(canvas, contrast.with(Tissue.BLOOD, 42))));
  }
}
