package org.radcase.demo.entity.phantom;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.radcase.demo.entity.anatomy.Coronary;
import org.radcase.demo.entity.anatomy.Echo;
import org.radcase.demo.entity.anatomy.EchoBodies;
import org.radcase.demo.entity.image.Canvas;
import org.radcase.demo.entity.image.ImageSeries;
import org.radcase.demo.entity.image.ImageSeries.Depth;
import org.radcase.demo.entity.image.ImageSeries.Packing;
import org.radcase.demo.entity.image.VoiWindow;

/** Moving pictures: ultrasound and coronary angiography. */
record Clips(Lab lab) {
  private static final int SIZE = 400;

  /** Stone in the gallbladder, while the patient breathes. */
  List<ImageSeries> gallstone() {
    var probe = new Echo(lab.fine(), SIZE, 42, 36, 140);
    var frames = 20;
    return clip(
        "US",
        "Right upper quadrant",
        frames,
        66.7,
        spacing(probe),
        i -> probe.frame(
            EchoBodies.gallstone(lab.noise(), 4 * StrictMath.sin(2 * Math.PI * i / frames)),
            lab.grainOf(1, i / 3)));
  }

  /** Four chambers in fluid, through one beat. */
  List<ImageSeries> tamponade() {
    var probe = new Echo(lab.fine(), SIZE, 0, 40, 165);
    var frames = 24;
    return clip(
        "US",
        "Apical four chamber",
        frames,
        40,
        spacing(probe),
        i -> probe.frame(EchoBodies.heart(lab.noise(), (double) i / frames), lab.grainOf(2, i)));
  }

  private static double spacing(Echo probe) {
    return (probe.depth() + 8) / probe.rows();
  }

  /** A narrow left anterior descending artery, from the first drop to the washed-out end. */
  List<ImageSeries> coronary() {
    var artery = new Coronary(lab.noise(), 0.82);
    var frames = 20;
    var plane = Darkroom.flat(448, 448, 0.42, -4, -4);
    return clip("XA", "Left coronary cranial", frames, 66.7, plane.spacing(), i -> {
      var canvas = new Canvas(Darkroom.flat(448, 448, 0.42, -4, -4), 2200);
      artery.paint(canvas, i % 10 / 10.0, 26.0 * (i - 2), 34.0 * (i - 14));
      canvas.blur(1);
      canvas.grain(lab.fine(), lab.grainOf(3, i), 46);
      var stored = canvas.stored(0, 4095);
      for (var k = 0; k < stored.length; k++) {
        stored[k] = (short) Math.max(0, Math.min(255, (stored[k] - 400) / 9));
      }
      return stored;
    });
  }

  private List<ImageSeries> clip(
      String modality,
      String description,
      int frames,
      double frameTime,
      double spacing,
      IntFunction<short[]> pixels) {
    var size = modality.equals("XA") ? 448 : SIZE;
    var planes = Collections.nCopies(frames, Darkroom.flat(size, size, spacing, 0, 0));
    return List.of(new ImageSeries(
        modality,
        description,
        Packing.FRAMES,
        Depth.BYTE,
        planes,
        List.of(new VoiWindow(128, 256, "NORMAL")),
        Map.of("FrameTime", "" + frameTime),
        pixels));
  }
}
