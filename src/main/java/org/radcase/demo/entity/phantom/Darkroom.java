package org.radcase.demo.entity.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.radcase.demo.entity.anatomy.BoneFilm;
import org.radcase.demo.entity.image.Canvas;
import org.radcase.demo.entity.image.Film;
import org.radcase.demo.entity.image.ImageSeries;
import org.radcase.demo.entity.image.ImageSeries.Depth;
import org.radcase.demo.entity.image.ImageSeries.Packing;
import org.radcase.demo.entity.image.Plane;
import org.radcase.demo.entity.image.Plane.Orientation;
import org.radcase.demo.entity.image.VoiWindow;

/** Develops films: spreads their values over 12 bits and adds the grain of the detector. */
record Darkroom(Lab lab) {
  private static final double WHITE = 3700;

  /** A flat plane of this size around a centre, mm. */
  static Plane flat(int rows, int columns, double spacing, double x, double y) {
    return new Plane(Orientation.AXIAL, rows, columns, spacing, x, y, 0);
  }

  /** A series of radiographs. */
  ImageSeries develop(
      String modality,
      String description,
      Map<String, String> attributes,
      List<Plane> planes,
      List<Supplier<Film>> films) {
    return new ImageSeries(
        modality,
        description,
        Packing.PICTURES,
        Depth.GREY,
        planes,
        List.of(new VoiWindow(2048, 4096, "NORMAL")),
        attributes,
        i -> stored(films.get(i).get(), planes.get(i), i));
  }

  private short[] stored(Film film, Plane plane, int image) {
    var values = film.values();
    var bounds = percentiles(values);
    var scale = WHITE / (bounds[1] - bounds[0]);
    var stored = new short[values.length];
    for (int row = 0, i = 0; row < plane.rows(); row++) {
      for (var column = 0; column < plane.columns(); column++, i++) {
        var value = (values[i] - bounds[0]) * scale;
        // A film's curve: what is very dense or very light is told apart less.
        var toned = value < WHITE * 0.8 ? value : WHITE * 0.8 + (value - WHITE * 0.8) * 0.62;
        var grain = 20 * lab.fine().at(row, column, lab.grainOf(9, image));
        stored[i] = (short) Math.max(0, Math.min(4095, Math.round(120 + toned + grain)));
      }
    }
    return stored;
  }

  /** The values that all but a few thousandths of the pixels lie between. */
  private static float[] percentiles(float[] values) {
    var some = new ArrayList<Float>();
    for (var i = 0; i < values.length; i += 37) some.add(values[i]);
    some.sort(null);
    return new float[] {some.get(some.size() / 200), some.get(some.size() - 1 - some.size() / 300)};
  }

  BoneFilm bones(Plane plane) {
    return new BoneFilm(new Canvas(plane, 0), lab.noise());
  }

  static Film processed(BoneFilm bones) {
    bones.canvas().blur(1);
    var wide = bones.canvas().plane().columns() / 12;
    return Film.of(bones.canvas()).levelled(wide, 0.35).sharpened(2, 0.5);
  }
}
