package org.radcase.demo.entity.phantom;

import static org.radcase.demo.entity.image.Tissue.CSF;
import static org.radcase.demo.entity.image.Tissue.GREY;
import static org.radcase.demo.entity.image.Tissue.NECROSIS;
import static org.radcase.demo.entity.image.Tissue.OEDEMA;
import static org.radcase.demo.entity.image.Tissue.PLAQUE;
import static org.radcase.demo.entity.image.Tissue.TUMOUR;
import static org.radcase.demo.entity.image.Tissue.WHITE;
import static org.radcase.demo.entity.phantom.Scanner.inversion;
import static org.radcase.demo.entity.phantom.Scanner.spinEcho;

import java.util.List;
import org.radcase.demo.entity.anatomy.Brain;
import org.radcase.demo.entity.anatomy.Head;
import org.radcase.demo.entity.anatomy.Shift;
import org.radcase.demo.entity.image.Canvas;
import org.radcase.demo.entity.image.Contrast;
import org.radcase.demo.entity.image.ImageSeries;
import org.radcase.demo.entity.image.Plane;
import org.radcase.demo.entity.image.Plane.Orientation;
import org.radcase.demo.entity.image.VoiWindow;
import org.radcase.demo.entity.phantom.Scanner.Body;
import org.radcase.demo.entity.shape.Noise;
import org.radcase.demo.entity.shape.Ramp;
import org.radcase.demo.entity.shape.Solid;

/** MR of the brain in several weightings. */
record BrainMrs(Lab lab) {
  private static final VoiWindow WINDOW = new VoiWindow(400, 800, "NORMAL");
  private static final VoiWindow BRIGHT = new VoiWindow(480, 960, "NORMAL");
  private static final VoiWindow DIFFUSION = new VoiWindow(330, 660, "NORMAL");

  /** A ring of tumour around necrosis in the right temporal and parietal lobes. */
  List<ImageSeries> glioblastoma() {
    var noise = lab.noise();
    var shift = new Shift(-42, 16, 14, 58, 9, 0, 0);
    Body body = (canvas, contrast) -> {
      head(noise, 1.5, shift).paint(canvas, contrast);
      var mass = Solid.ellipsoid(-38, 16, 14, 19, 24, 20).rough(noise, 12, 3);
      fingers(
          canvas,
          contrast,
          Solid.ellipsoid(-40, 18, 16, 36, 44, 36).rough(noise, 20, 4).where((x, y, z) -> x + 8));
      canvas.paint(mass, contrast.of(TUMOUR));
      canvas.paint(
          mass.grow(-5).rough(noise, 7, 2),
          (x, y, z, depth) -> contrast.of(NECROSIS) * (1 + 0.12 * noise.at(x / 5, y / 5, z / 5)));
    };
    return List.of(
        axial("T1 axial", Contrast.T1, WINDOW, spinEcho(520, 12, 8), body),
        axial("T2 axial", Contrast.T2, BRIGHT, spinEcho(4800, 98, 8), body),
        axial("FLAIR axial", Contrast.FLAIR, WINDOW, inversion(9000, 110, 2500, 8), body),
        axial("DWI b1000 axial", Contrast.DWI, DIFFUSION, spinEcho(5200, 88, 8), body),
        axial("T1 post contrast axial", Contrast.T1_GD, BRIGHT, spinEcho(520, 12, 8), body)
            .with("ContrastBolusAgent", "GADOLINIUM"));
  }

  /** Ovoid plaques along the ventricles, under the cortex and in the cerebellar peduncle. */
  List<ImageSeries> plaques() {
    var noise = lab.noise();
    Body body = (canvas, contrast) -> {
      head(noise, 1.3, Shift.NONE).paint(canvas, contrast);
      double[][] ovoids = {
        {-17, -30, 16, 8, 3.4, 3.6}, {19, -24, 20, 9, 3.6, 4}, {-21, -8, 22, 9.5, 3.6, 4},
        {23, 4, 24, 10, 4, 4}, {-25, 20, 20, 9, 4.4, 4}, {28, 26, 16, 8, 4, 4.6},
        {-30, 34, 10, 6, 4, 4.6}, {20, 14, 26, 9, 3.2, 3.4}, {-46, -30, 30, 4.4, 3.6, 3.4},
        {40, 30, 40, 4.2, 3.8, 3.6}, {-34, 4, 44, 4.4, 4, 3.4}, {30, -36, 36, 4, 3.2, 3.2},
        {-21, 27, -36, 5.4, 4, 4.4}, {6, 9, -32, 3.2, 2.6, 3}, {14, 24, 20, 10, 3, 3.4}
      };
      for (var o : ovoids) {
        var plaque = Solid.ellipsoid(o[0], o[1], o[2], o[3], o[4], o[5]).rough(noise, 5, 0.6);
        canvas.wash(plaque, 0.9, contrast.of(PLAQUE), 0.6);
      }
    };
    var sagittal =
        ImageSeries.stack(new Plane(Orientation.SAGITTAL, 256, 256, 0.95, -36, -2, 2), 13, 6);
    return List.of(
        new Scanner(lab)
            .mr(
                "FLAIR sagittal",
                sagittal,
                Contrast.FLAIR,
                WINDOW,
                inversion(9000, 110, 2500, 6),
                body),
        axial("FLAIR axial", Contrast.FLAIR, WINDOW, inversion(9000, 110, 2500, 8), body),
        axial("T2 axial", Contrast.T2, BRIGHT, spinEcho(4800, 98, 8), body),
        axial("T1 axial", Contrast.T1, WINDOW, spinEcho(520, 12, 8), body));
  }

  /** A bright ball on the left frontal dura, with a tail and a cleft of fluid around it. */
  List<ImageSeries> meningioma() {
    var noise = lab.noise();
    var shift = new Shift(40, -40, 34, 48, -10, 4, -4);
    Body body = (canvas, given) -> {
      var contrast = given.of(TUMOUR) > 900
          ? given
          : given.with(TUMOUR, Ramp.mix(given.of(GREY), given.of(WHITE), 0.1) * 1.04);
      var head = head(noise, 1.9, shift);
      head.paint(canvas, contrast);
      var cavity = head.brain().cavity();
      var mass =
          Solid.ellipsoid(37, -40, 34, 19, 21, 20).rough(noise, 13, 1).within(cavity.grow(-0.4));
      fingers(canvas, contrast, Solid.ellipsoid(29, -28, 32, 23, 29, 22).rough(noise, 12, 3));
      canvas.paint(mass.grow(1.5).within(cavity), contrast.of(CSF));
      canvas.paint(
          mass,
          (x, y, z, depth) -> contrast.of(TUMOUR) * (1 + 0.03 * noise.at(x / 5, y / 5, z / 5)));
      var tail =
          Solid.ellipsoid(46, -40, 34, 38, 38, 36).within(cavity.grow(-0.2)).cut(cavity.grow(-1.8));
      canvas.tint(tail, 0.8, contrast.of(TUMOUR));
    };
    var coronal =
        ImageSeries.stack(new Plane(Orientation.CORONAL, 256, 256, 0.95, 0, -76, 2), 16, 5);
    return List.of(
        axial("T1 axial", Contrast.T1, WINDOW, spinEcho(520, 12, 8), body),
        axial("T2 axial", Contrast.T2, BRIGHT, spinEcho(4800, 98, 8), body),
        axial("T1 post contrast axial", Contrast.T1_GD, BRIGHT, spinEcho(520, 12, 8), body)
            .with("ContrastBolusAgent", "GADOLINIUM"),
        new Scanner(lab)
            .mr(
                "T1 post contrast coronal",
                coronal,
                Contrast.T1_GD,
                BRIGHT,
                spinEcho(520, 12, 5),
                body)
            .with("ContrastBolusAgent", "GADOLINIUM"));
  }

  private static Head head(Noise noise, double sulci, Shift shift) {
    return new Head(noise, new Brain(noise, sulci, 1, shift));
  }

  private ImageSeries axial(
      String description,
      Contrast contrast,
      VoiWindow window,
      java.util.Map<String, String> sequence,
      Body body) {
    var planes = ImageSeries.stack(new Plane(Orientation.AXIAL, 256, 256, 0.9, 0, 2, -40), 14, 8);
    return new Scanner(lab).mr(description, planes, contrast, window, sequence, body);
  }

  /** Vasogenic oedema: it follows white matter and spares the cortex. */
  private static void fingers(Canvas canvas, Contrast contrast, Solid where) {
    var white = contrast.of(WHITE);
    var range = 0.45 * Math.abs(contrast.of(GREY) - white);
    canvas.replace(where, white - range, white + range, (x, y, z, depth) -> contrast.of(OEDEMA));
  }
}
