package org.radcase.demo.entity.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.radcase.demo.entity.anatomy.Breast;
import org.radcase.demo.entity.image.Canvas;
import org.radcase.demo.entity.image.Film;
import org.radcase.demo.entity.image.ImageSeries;
import org.radcase.demo.entity.image.Plane;
import org.radcase.demo.entity.shape.Ramp;
import org.radcase.demo.entity.shape.Solid;

/** Both breasts in two views each. */
record Mammograms(Lab lab) {
  private static final int ROWS = 720;
  private static final int COLUMNS = 500;
  private static final double SPACING = 0.32;

  /** A star-shaped mass with fine grains of calcium in the upper outer part of the left breast. */
  List<ImageSeries> carcinoma() {
    var series = new ArrayList<ImageSeries>();
    for (var view : List.of("CC", "MLO")) {
      for (var side : List.of("R", "L")) series.add(view(view, side, side.equals("L")));
    }
    return series;
  }

  private ImageSeries view(String view, String side, boolean ill) {
    var oblique = view.equals("MLO");
    var plane = new Plane(
        Plane.Orientation.AXIAL,
        ROWS,
        COLUMNS,
        SPACING,
        0.5 * COLUMNS * SPACING,
        oblique ? -14 : 0,
        0);
    var orientation =
        (side.equals("R") ? "P" : "A") + "\\" + (oblique ? "F" : side.equals("R") ? "L" : "R");
    return new Darkroom(lab)
        .develop(
            "MG",
            side + " " + view,
            Map.of(
                "ViewPosition", view, "ImageLaterality", side, "PatientOrientation", orientation),
            List.of(plane),
            List.of(() -> {
              var canvas = new Canvas(plane, 0);
              new Breast(lab.noise(), oblique, side.equals("L") ? 0.3 : 5.1).paint(canvas);
              if (ill) mass(canvas, 48, oblique ? -30 : -26);
              var film = Film.of(canvas).sharpened(2, 0.6);
              if (side.equals("R")) mirror(film.values());
              return film;
            }));
  }

  private void mass(Canvas canvas, double x, double y) {
    var noise = lab.noise();
    canvas.add(
        Solid.ellipsoid(x, y, 0, 8, 7, 9).rough(noise, 5, 1.6),
        (a, b, c, depth) -> 15 * Ramp.unit(0.3 + depth / 5));
    var random = new SplittableRandom(5);
    for (var i = 0; i < 26; i++) {
      var angle = 6.283 * i / 26 + 0.2 * random.nextDouble();
      var length = 11 + 11 * random.nextDouble();
      canvas.add(
          Solid.rod(
              x,
              y,
              0,
              1.5,
              x + length * StrictMath.cos(angle),
              y + length * StrictMath.sin(angle),
              0,
              0.25),
          (a, b, c, depth) -> 3.6 * Ramp.unit(depth / 0.5));
    }
    for (var i = 0; i < 30; i++) {
      var r = 0.22 + 0.34 * random.nextDouble();
      var a = x + 16 * (random.nextDouble() - 0.5);
      var b = y + 13 * (random.nextDouble() - 0.5);
      canvas.add(Solid.ball(a, b, 0, r), (px, py, pz, depth) -> 13);
    }
  }

  private static void mirror(float[] values) {
    for (var row = 0; row < ROWS; row++) {
      for (var c = 0; c < COLUMNS / 2; c++) {
        var a = row * COLUMNS + c;
        var b = row * COLUMNS + COLUMNS - 1 - c;
        var swap = values[a];
        values[a] = values[b];
        values[b] = swap;
      }
    }
  }
}
