package org.radcase.demo.entity.phantom;

import java.util.List;
import java.util.Map;
import org.radcase.demo.entity.image.Canvas;
import org.radcase.demo.entity.image.Contrast;
import org.radcase.demo.entity.image.ImageSeries;
import org.radcase.demo.entity.image.ImageSeries.Depth;
import org.radcase.demo.entity.image.ImageSeries.Packing;
import org.radcase.demo.entity.image.Plane;
import org.radcase.demo.entity.image.VoiWindow;
import org.radcase.demo.entity.shape.Bounds;
import org.radcase.demo.entity.shape.Noise;
import org.radcase.demo.entity.shape.Solid;

/** Turns painted bodies into series of CT and MR. */
record Scanner(Lab lab) {
  static final VoiWindow BRAIN = new VoiWindow(38, 80, "BRAIN");
  static final VoiWindow BONE = new VoiWindow(500, 2500, "BONE");
  static final VoiWindow SOFT = new VoiWindow(45, 400, "SOFT TISSUE");
  static final VoiWindow LUNG = new VoiWindow(-550, 1600, "LUNG");
  static final VoiWindow VESSEL = new VoiWindow(150, 600, "ANGIO");

  /** A body that paints itself in the given contrast. */
  @FunctionalInterface
  interface Body {
    void paint(Canvas canvas, Contrast contrast);
  }

  /**
   * A CT series.
   *
   * @param deviation of the image noise, HU
   */
  ImageSeries ct(
      String description,
      List<Plane> planes,
      Contrast contrast,
      double deviation,
      List<VoiWindow> windows,
      Body body) {
    var thickness = Math.round(10 * Math.abs(planes.get(1).z() - planes.get(0).z())) / 10.0;
    return new ImageSeries(
        "CT",
        description,
        Packing.SLICES,
        Depth.HOUNSFIELD,
        planes,
        windows,
        Map.of("KVP", "120", "ConvolutionKernel", "MEDIUM", "SliceThickness", "" + thickness),
        i -> {
          var canvas = new Canvas(planes.get(i), -1000);
          couch(canvas);
          body.paint(canvas, contrast);
          canvas.blur(1);
          canvas.grain(lab.ct(), lab.grainOf(description.hashCode(), i), deviation);
          return canvas.stored(Depth.HOUNSFIELD.intercept(), Depth.HOUNSFIELD.highest());
        });
  }

  private static void couch(Canvas canvas) {
    var wide = canvas.plane().columns() * canvas.plane().spacing() > 300;
    if (!wide) return;
    var top = new Solid(
        new Bounds(-230, 108, -1e6, 230, 150, 1e6),
        (x, y, z) -> Math.max(Math.abs(y - 136 + 0.00034 * x * x) - 7, Math.abs(x) - 215));
    canvas.paint(top, -330);
    canvas.paint(top.grow(-1.6), -940);
  }

  /**
   * An MR series; the coil makes one side a little brighter, and what does not shine is grainy too.
   *
   * @param sequence DICOM attributes that tell how it was made
   */
  ImageSeries mr(
      String description,
      List<Plane> planes,
      Contrast contrast,
      VoiWindow window,
      Map<String, String> sequence,
      Body body) {
    return new ImageSeries(
        "MR", description, Packing.SLICES, Depth.GREY, planes, List.of(window), sequence, i -> {
          var canvas = new Canvas(planes.get(i), 6);
          body.paint(canvas, contrast);
          canvas.multiply(everywhere(), coil(lab.noise()));
          canvas.blur(1);
          canvas.grain(lab.fine(), lab.grainOf(description.hashCode(), i), 15);
          return canvas.stored(0, Depth.GREY.highest());
        });
  }

  private static org.radcase.demo.entity.image.Shade coil(Noise noise) {
    return (x, y, z, depth) -> 1 + 0.05 * noise.at(x / 140, y / 140, z / 140) + 0.0004 * y;
  }

  static Solid everywhere() {
    return new Solid(Bounds.EVERYWHERE, (x, y, z) -> -1e6);
  }

  static Map<String, String> spinEcho(int repetition, int echo, double thickness) {
    return Map.of(
        "ScanningSequence",
        "SE",
        "SequenceVariant",
        "SK",
        "ScanOptions",
        "",
        "MRAcquisitionType",
        "2D",
        "RepetitionTime",
        "" + repetition,
        "EchoTime",
        "" + echo,
        "EchoTrainLength",
        echo > 60 ? "16" : "1",
        "MagneticFieldStrength",
        "1.5",
        "SliceThickness",
        "" + thickness,
        "SpacingBetweenSlices",
        "" + thickness);
  }

  static Map<String, String> inversion(int repetition, int echo, int inversion, double thickness) {
    return Map.ofEntries(
        Map.entry("ScanningSequence", "SE\\IR"),
        Map.entry("SequenceVariant", "SK"),
        Map.entry("ScanOptions", ""),
        Map.entry("MRAcquisitionType", "2D"),
        Map.entry("RepetitionTime", "" + repetition),
        Map.entry("EchoTime", "" + echo),
        Map.entry("InversionTime", "" + inversion),
        Map.entry("EchoTrainLength", "16"),
        Map.entry("MagneticFieldStrength", "1.5"),
        Map.entry("SliceThickness", "" + thickness),
        Map.entry("SpacingBetweenSlices", "" + thickness));
  }
}
