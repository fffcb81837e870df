package org.radcase.demo.entity.phantom;

import static org.radcase.demo.entity.image.Tissue.OEDEMA;
import static org.radcase.demo.entity.image.Tissue.TENDON;
import static org.radcase.demo.entity.phantom.Scanner.spinEcho;

import java.util.List;
import org.radcase.demo.entity.anatomy.Knee;
import org.radcase.demo.entity.anatomy.Lumbar;
import org.radcase.demo.entity.image.Contrast;
import org.radcase.demo.entity.image.ImageSeries;
import org.radcase.demo.entity.image.Plane;
import org.radcase.demo.entity.image.Plane.Orientation;
import org.radcase.demo.entity.image.VoiWindow;
import org.radcase.demo.entity.phantom.Scanner.Body;
import org.radcase.demo.entity.shape.Solid;

/** MR of a knee and of a lumbar spine. */
record JointMrs(Lab lab) {

  /** A cloud where the anterior cruciate ligament should be, and two bruises that face each other. */
  List<ImageSeries> knee() {
    var noise = lab.noise();
    var knee = new Knee(noise, 5);
    Body body = (canvas, contrast) -> {
      knee.paint(canvas, contrast);
      var bright = contrast.of(OEDEMA);
      var torn = knee.cruciate(5.6).rough(noise, 5, 1.8);
      canvas.paint(
          torn, (x, y, z, depth) -> 0.78 * bright + 0.16 * bright * noise.at(x / 3, y / 3, z / 3));
      canvas.tint(knee.cruciate(1).where((x, y, z) -> z - 4), 0.7, contrast.of(TENDON));
      var outer = Solid.ellipsoid(22, -15, 8, 12, 11, 9)
          .rough(noise, 8, 2)
          .within(knee.femur().grow(-1));
      var behind = Solid.ellipsoid(22, 25, -14, 12, 9, 9)
          .rough(noise, 8, 2)
          .within(knee.tibia().grow(-1));
      canvas.wash(outer, 0.72, 0.85 * bright, 2);
      canvas.wash(behind, 0.72, 0.85 * bright, 2);
    };
    var sagittal =
        ImageSeries.stack(new Plane(Orientation.SAGITTAL, 256, 256, 0.63, -38, 0, 6), 20, 4);
    var coronal =
        ImageSeries.stack(new Plane(Orientation.CORONAL, 256, 256, 0.63, 0, -26, 6), 14, 4);
    var window = new VoiWindow(340, 720, "NORMAL");
    return List.of(
        new Scanner(lab)
            .mr(
                "PD fat suppressed sagittal",
                sagittal,
                Contrast.FAT_SUPPRESSED,
                window,
                spinEcho(3200, 38, 4),
                body)
            .with("ScanOptions", "FS")
            .with("Laterality", "L"),
        new Scanner(lab)
            .mr(
                "T1 coronal",
                coronal,
                Contrast.T1,
                new VoiWindow(480, 1000, "NORMAL"),
                spinEcho(560, 12, 4),
                body)
            .with("Laterality", "L"));
  }

  /** A piece of the L4/5 disc behind the body, on the right of the midline. */
  List<ImageSeries> lumbar() {
    var noise = lab.noise();
    var lumbar = new Lumbar(noise);
    Body body = (canvas, contrast) -> {
      lumbar.paint(canvas, contrast, 4);
      var piece = Solid.ellipsoid(-5, 29, -57, 8.5, 7.5, 9)
          .join(Solid.ellipsoid(-3, 24, -53, 9, 7, 4.5), 4)
          .rough(noise, 7, 0.7);
      canvas.paint(piece.grow(0.9), contrast.of(TENDON));
      canvas.paint(piece, 210 + 0.12 * contrast.of(OEDEMA));
    };
    var sagittal =
        ImageSeries.stack(new Plane(Orientation.SAGITTAL, 256, 256, 1.1, -27, -2, 14), 13, 4.5);
    var axial = ImageSeries.stack(new Plane(Orientation.AXIAL, 256, 256, 0.75, 0, 12, -73), 10, 4);
    var window = new VoiWindow(440, 900, "NORMAL");
    return List.of(
        new Scanner(lab)
            .mr("T2 sagittal", sagittal, Contrast.T2, window, spinEcho(3600, 104, 4.5), body),
        new Scanner(lab)
            .mr(
                "T1 sagittal",
                sagittal,
                Contrast.T1,
                new VoiWindow(480, 1000, "NORMAL"),
                spinEcho(560, 11, 4.5),
                body),
        new Scanner(lab)
            .mr("T2 axial L4-L5", axial, Contrast.T2, window, spinEcho(3800, 100, 4), body));
  }
}
