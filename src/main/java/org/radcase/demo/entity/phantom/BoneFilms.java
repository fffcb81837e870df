package org.radcase.demo.entity.phantom;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.radcase.demo.entity.anatomy.BoneFilm;
import org.radcase.demo.entity.anatomy.HandFilm;
import org.radcase.demo.entity.anatomy.KneeFilm;
import org.radcase.demo.entity.anatomy.PelvisFilm;
import org.radcase.demo.entity.image.ImageSeries;
import org.radcase.demo.entity.image.Plane;
import org.radcase.demo.entity.shape.Outline;
import org.radcase.demo.entity.shape.Ramp;
import org.radcase.demo.entity.shape.Solid;

/** Radiographs of bones and of the abdomen. */
record BoneFilms(Lab lab) {

  /** A neck of the fifth metacarpal that is broken and bent towards the palm. */
  List<ImageSeries> hand() {
    var plane = Darkroom.flat(840, 560, 0.29, -6, -42);
    return film(
        "Hand PA",
        plane,
        Map.of("ViewPosition", "PA", "ImageLaterality", "R", "PatientOrientation", "L\\H"),
        film -> {
          var hand = new HandFilm(film);
          hand.softParts();
          hand.fingers(4);
          hand.carpus();
          film.bone(hand.radius(), 9, 1.6);
          film.bone(hand.ulna(), 6, 1.6);
          film.soft(Solid.ellipsoid(33, -30, 0, 15, 24, 9), 7);
          film.bone(
              Solid.tube(18.5, 4, 0, 6.2, 20.5, -8, 0, 4.8, 23, -22, 0, 4, 24.8, -32, 0, 4.2),
              4.6,
              1.3);
          film.bone(Solid.tube(29.5, -34.5, 0, 4, 29.6, -40, 0, 5, 29, -44, 0, 5.7), 4.8, 1.1);
          film.dense(Solid.rod(22, -32.6, 0, 1.3, 31, -35.6, 0, 1.1), 1, 2.2);
          film.lucent(Solid.rod(22.5, -34.8, 0, 0.9, 32.6, -32.2, 0, 0.8), 1, 3.4);
        });
  }

  /** A radius that is broken above the wrist and tipped back: from behind and from the side. */
  List<ImageSeries> wrist() {
    var front = Darkroom.flat(620, 460, 0.24, -2, 40);
    var side = Darkroom.flat(620, 460, 0.24, 0, 40);
    var dark = new Darkroom(lab);
    return List.of(dark.develop(
        "DX",
        "Wrist PA and lateral",
        Map.of("ImageLaterality", "R", "PatientOrientation", "L\\H"),
        List.of(front, side),
        List.of(
            () -> {
              var film = dark.bones(front);
              wristFront(film);
              return Darkroom.processed(film);
            },
            () -> {
              var film = dark.bones(side);
              wristSide(film);
              return Darkroom.processed(film);
            })));
  }

  private static void wristFront(BoneFilm film) {
    var hand = new HandFilm(film);
    hand.softParts();
    hand.fingers(-1);
    hand.carpus();
    var radius = hand.radius();
    film.bone(radius.where((x, y, z) -> 66 - y + 0.10 * (x + 12)), 9, 1.6);
    film.bone(radius.moved(-2.4, 4.6, 0).where((x, y, z) -> y - 68.5 - 0.10 * (x + 12)), 9, 1.4);
    film.dense(Solid.rod(-26, 67, 0, 2.2, 0, 69, 0, 2.4).rough(film.noise(), 4, 0.8), 1.6, 4.2);
    film.bone(hand.ulna(), 6, 1.6);
    film.lucent(Solid.rod(10, 47, 0, 0.6, 22, 49, 0, 0.6).where((x, y, z) -> 16 - x), 1, 3);
  }

  private static void wristSide(BoneFilm film) {
    film.soft(
        Outline.through(
                -26, -60, -30, -10, -34, 40, -36, 70, -30, 130, 30, 130, 28, 70, 24, 30, 26, -10,
                24, -60)
            .flat(),
        26);
    for (var i = 0; i < 4; i++) {
      film.bone(BoneFilm.longBone(-6 + 4 * i, 4, 6, 4, -9 + 6 * i, -64, 5.5), 4.4, 1.2);
    }
    film.bone(Solid.ellipsoid(-5, 14, 0, 8, 11, 9).rough(film.noise(), 7, 0.8), 7, 0.9, 1.1);
    film.bone(Outline.through(-14, 24, -8, 18, 2, 20, 6, 28, 1, 35, -9, 36).flat(), 7, 1, 1.1);
    film.bone(Solid.ellipsoid(8, 24, 0, 6.5, 11, 8).turned(8, 24, -30), 6, 0.9);
    film.bone(Solid.ellipsoid(11, 33, 0, 4.5, 5.5, 5), 4, 0.9);
    // The end fragment is tipped back (to the left) and driven in.
    film.bone(
        Outline.through(-22, 44, -15, 38, -6, 38, 2, 42, 2, 52, -2, 64, -20, 66, -25, 54)
            .flat()
            .turned(-10, 54, -14)
            .moved(-4, 3, 0),
        9,
        1.3);
    film.bone(
        Outline.through(-15, 66, -8, 63, 3, 67, 5, 80, 5, 130, -11, 130, -12, 82)
            .flat(),
        8,
        2);
    film.dense(Solid.rod(-20, 66, 0, 2, 2, 67, 0, 2.2).rough(film.noise(), 4, 0.7), 1.6, 3.6);
    film.bone(
        Outline.through(-8, 46, 2, 43, 6, 48, 6, 70, 6, 130, -5, 130, -5, 70).flat(), 5, 1.5);
  }

  /** A growing femur whose end makes clouds and sunbeams of bone. */
  List<ImageSeries> knee() {
    var noise = lab.noise();
    var plane = Darkroom.flat(760, 460, 0.38, 0, -24);
    return film("Knee AP", plane, Map.of("ViewPosition", "AP", "ImageLaterality", "R"), film -> {
      var knee = new KneeFilm(film);
      knee.softParts(10);
      knee.bones();
      film.soft(Solid.ellipsoid(28, -86, 0, 30, 48, 9).rough(noise, 16, 2), 18);
      film.lucent(Solid.ellipsoid(2, -62, 0, 24, 26, 9).rough(noise, 8, 3), 8, 7);
      film.dense(Solid.ellipsoid(4, -74, 0, 24, 40, 9).rough(noise, 11, 4), 9, 10);
      film.dense(Solid.ellipsoid(30, -82, 0, 19, 34, 9).rough(noise, 9, 4), 9, 6.5);
      var random = new SplittableRandom(11);
      for (var i = 0; i < 26; i++) {
        var y = -112 + 58.0 * i / 25;
        var length = 12 + 17 * Ramp.hill(y + 84, 34) + 5 * random.nextDouble();
        var lift = (y + 84) * 0.28;
        film.dense(Solid.rod(18, y, 0, 1, 18 + length, y + lift, 0, 0.4), 0.8, 4.5);
      }
      film.dense(Solid.rod(17, -134, 0, 0.8, 25, -112, 0, 1.6), 1, 7);
      film.dense(Solid.rod(-17, -120, 0, 0.7, -24, -100, 0, 1.3), 1, 6);
    });
  }

  /** A right femoral neck that is broken and shortened. */
  List<ImageSeries> pelvis() {
    var plane = Darkroom.flat(680, 800, 0.5, 0, 22);
    return film("Pelvis AP", plane, Map.of("ViewPosition", "AP"), film -> {
      var pelvis = new PelvisFilm(film);
      pelvis.softParts();
      pelvis.spine();
      pelvis.hipBones();
      gas(film);
      film.bone(pelvis.femur(), 16, 2.2);
      var head = pelvis
          .head()
          .join(pelvis.neck().where((x, y, z) -> 0.7 * x + 0.7 * y - 139), 6)
          .turned(98, 66, 14)
          .mirrored();
      var rest = pelvis
          .shaft()
          .join(pelvis.neck().where((x, y, z) -> 143 - 0.7 * x - 0.7 * y), 5)
          .moved(1, -15, 0)
          .mirrored();
      film.bone(head, 17, 1.8);
      film.bone(rest, 16, 2.2);
      film.dense(Solid.rod(-101, 92, 0, 2, -118, 74, 0, 2).rough(film.noise(), 5, 1), 2, 7);
    });
  }

  private static void gas(BoneFilm film) {
    var noise = film.noise();
    double[][] bubbles = {
      {-118, -118, 17, 20},
      {-110, -78, 15, 18},
      {96, -128, 16, 15},
      {120, -96, 13, 22},
      {8, 26, 15, 13},
      {-20, -104, 13, 9},
      {34, -70, 12, 8}
    };
    for (var b : bubbles) {
      film.lucent(Solid.ellipsoid(b[0], b[1], 0, b[2], b[3], 9).rough(noise, 12, 3), 10, 6);
    }
  }

  /** Wide loops of small bowel in the middle, with folds all the way across; no gas below. */
  List<ImageSeries> abdomen() {
    var plane = Darkroom.flat(760, 680, 0.52, 0, -52);
    return film("Abdomen supine AP", plane, Map.of("ViewPosition", "AP"), film -> {
      var noise = lab.noise();
      var pelvis = new PelvisFilm(film);
      pelvis.softParts();
      pelvis.spine();
      pelvis.hipBones();
      film.bone(pelvis.femur().onBothSides(), 16, 2.2);
      for (var i = 0; i < 3; i++) {
        film.bone(
            Solid.tube(
                    36,
                    -196 + 32 * i,
                    0,
                    4,
                    96,
                    -184 + 36 * i,
                    0,
                    5,
                    138 - 6 * i,
                    -150 + 40 * i,
                    0,
                    5)
                .onBothSides(),
            4,
            1.2);
      }
      double[][] loops = {
        {-84, -118, -30, -142, 34, -136, 86, -108, 18}, {-88, -76, -36, -96, 26, -92, 84, -66, 19},
        {-70, -36, -24, -52, 28, -50, 72, -26, 18}, {-40, -2, -12, -12, 20, -12, 44, 2, 16}
      };
      for (var l : loops) {
        var loop = Solid.tube(
                l[0], l[1], 0, l[8] - 2, l[2], l[3], 0, l[8], l[4], l[5], 0, l[8], l[6], l[7], 0,
                l[8] - 1)
            .rough(noise, 22, 1.2);
        film.lucent(loop, l[8], 13.5);
        var folds = loop.where((x, y, z) -> 4.6
            * (Math.abs(StrictMath.sin(
                    (x + 0.16 * (y - l[1]) + 2.5 * noise.at(x / 30, y / 30, 2)) / 2.9))
                - 0.17));
        film.dense(folds, 0.5, 2.4);
      }
    });
  }

  private List<ImageSeries> film(
      String description,
      Plane plane,
      Map<String, String> attributes,
      java.util.function.Consumer<BoneFilm> body) {
    var dark = new Darkroom(lab);
    return List.of(dark.develop("DX", description, attributes, List.of(plane), List.of(() -> {
      var film = dark.bones(plane);
      body.accept(film);
      return Darkroom.processed(film);
    })));
  }
}
