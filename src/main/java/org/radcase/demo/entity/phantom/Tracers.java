package org.radcase.demo.entity.phantom;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.radcase.demo.entity.anatomy.BoneScan;
import org.radcase.demo.entity.anatomy.Uptake;
import org.radcase.demo.entity.image.Canvas;
import org.radcase.demo.entity.image.ImageSeries;
import org.radcase.demo.entity.image.ImageSeries.Depth;
import org.radcase.demo.entity.image.ImageSeries.Packing;
import org.radcase.demo.entity.image.Plane;
import org.radcase.demo.entity.image.Plane.Orientation;
import org.radcase.demo.entity.image.VoiWindow;
import org.radcase.demo.entity.shape.Solid;

/** Images of tracers: a bone scan and an FDG PET. */
record Tracers(Lab lab) {

  /** Many hot spots in spine, ribs and pelvis; the camera in front, then behind. */
  List<ImageSeries> boneMetastases() {
    var plane = Darkroom.flat(1024, 256, 1.85, 0, 0);
    return List.of(new ImageSeries(
        "NM",
        "Whole body bone scan",
        Packing.FRAMES,
        new Depth(16, 1, 0),
        List.of(plane, plane),
        List.of(new VoiWindow(15, 30, "NORMAL")),
        Map.of(),
        i -> {
          var canvas = new Canvas(plane, 0.12);
          new BoneScan(lab.noise(), i == 1).paint(canvas);
          lesions(canvas, i == 1);
          canvas.blur(9);
          return counts(canvas, i);
        }));
  }

  private static void lesions(Canvas canvas, boolean posterior) {
    // x, y, radius, how much lies in front and behind (1 to 4).
    double[][] spots = {
      {4, -397, 14, 2, 4}, {-8, -310, 15, 2, 4}, {2, -195, 18, 2, 4}, {-10, -136, 13, 1, 3},
      {-96, -458, 10, 3, 3}, {120, -420, 10, 3, 2}, {-122, -372, 9, 2, 3}, {60, -545, 9, 1, 3},
      {98, -104, 20, 3, 4}, {-60, -60, 15, 2, 4}, {-118, -20, 14, 3, 3}, {84, 66, 13, 3, 2},
      {-100, 120, 16, 3, 3}, {150, -590, 13, 3, 3}, {34, -812, 13, 3, 2}
    };
    for (var s : spots) {
      var strength = 9 * (posterior ? s[4] : s[3]);
      // From behind, the patient's left lies on the image's left.
      canvas.add(
          Solid.ellipsoid(posterior ? -s[0] : s[0], s[1], 0, s[2], 0.8 * s[2], 9),
          (x, y, z, depth) -> strength * Math.min(1, depth / 6));
    }
  }

  /** Counts that vary as counts do: by the square root of their mean. */
  private static short[] counts(Canvas canvas, int image) {
    var random = new SplittableRandom(41 + image);
    var values = canvas.values();
    var stored = new short[values.length];
    for (var i = 0; i < stored.length; i++) {
      var bell = random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5;
      stored[i] = (short) Math.max(0, Math.round(values[i] + 2 * bell * Math.sqrt(values[i])));
    }
    return stored;
  }

  /** Nodes on both sides of the diaphragm and a hot spleen, in coronal sections. */
  List<ImageSeries> lymphoma() {
    var planes = ImageSeries.stack(new Plane(Orientation.CORONAL, 240, 144, 4, 0, -96, -88), 34, 6);
    return List.of(new ImageSeries(
        "PT",
        "FDG coronal",
        Packing.SLICES,
        new Depth(16, 0.001, 0),
        planes,
        List.of(new VoiWindow(3, 6, "SUV 0-6")),
        Map.of("SliceThickness", "6"),
        i -> {
          var canvas = new Canvas(planes.get(i), 30);
          new Uptake(lab.noise()).paint(canvas);
          nodes(canvas);
          canvas.blur(3);
          canvas.grain(lab.fine(), lab.grainOf(4, i), 70);
          return canvas.stored(0, 32767);
        }));
  }

  private void nodes(Canvas canvas) {
    double[][] nodes = {
      {-40, -10, 196, 12, 9}, {-46, 0, 168, 14, 11}, {-52, 8, 142, 12, 10}, {44, -4, 180, 10, 8},
      {50, 4, 152, 13, 10}, {-24, -30, 74, 20, 12}, {16, -28, 62, 22, 13}, {-6, -20, 28, 20, 12},
      {22, 0, 4, 14, 9}, {-26, 6, -6, 13, 9}, {-104, 0, 104, 14, 10}, {-112, 4, 84, 10, 8},
      {98, 0, 96, 12, 9}, {6, 24, -214, 14, 10}, {-10, 24, -244, 15, 11}, {12, 24, -272, 16, 11},
      {24, 30, -306, 12, 9}, {-26, 30, -318, 13, 9}, {-66, -18, -398, 13, 9}, {72, -20, -406, 12, 8}
    };
    for (var n : nodes) {
      canvas.paint(
          Solid.ellipsoid(n[0], n[1], n[2], n[3], n[3] * 0.9, n[3] * 1.15)
              .rough(lab.noise(), 11, 2),
          1000 * n[4]);
    }
    canvas.paint(
        Solid.ellipsoid(102, 32, -160, 32, 54, 64),
        (x, y, z, depth) -> 5600 + 900 * lab.noise().at(x / 13, y / 13, z / 13));
  }
}
