package org.radcase.demo.entity.anatomy;

import org.radcase.demo.entity.shape.Outline;
import org.radcase.demo.entity.shape.Solid;

/**
 * A pelvis with the lower spine and both hips from the front; the patient's right is on the image's
 * left, y down, the origin in the middle of the sacrum.
 */
public record PelvisFilm(BoneFilm film) {

  /** Skin, fat and muscles. */
  public void softParts() {
    film.soft(
        Outline.through(
                -160, -340, -164, -200, -168, -60, -182, 20, -190, 100, -178, 200, -96, 205, -22,
                200, 0, 150, 22, 200, 96, 205, 178, 200, 190, 100, 182, 20, 168, -60, 164, -200,
                160, -340)
            .flat(),
        95);
    film.soft(Solid.ellipsoid(72, 160, 0, 60, 110, 9).onBothSides(), 50);
  }

  /** Lumbar spine and sacrum. */
  public void spine() {
    for (var i = 0; i < 4; i++) {
      var y = -60 - 36 * i;
      film.bone(
          Outline.through(
                  -25, y - 14, 0, y - 11.5, 25, y - 14, 23, y, 25, y + 14, 0, y + 12, -25, y + 14,
                  -23, y)
              .flat(),
          19,
          0.9,
          0.95);
      film.bone(Solid.ellipsoid(13, y - 3, 0, 4, 6.5, 5).onBothSides(), 4, 1.2);
      film.bone(Solid.tube(22, y - 4, 0, 4, 44, y - 8, 0, 2.5).onBothSides(), 2.4, 1);
      film.bone(Solid.tube(0, y + 4, 0, 3, 0, y + 18, 0, 3.6), 3.4, 1.2);
    }
    film.bone(
        Outline.through(
                -48, -34, -22, -38, 0, -36, 22, -38, 48, -34, 45, 0, 28, 30, 10, 54, 0, 58, -10, 54,
                -28, 30, -45, 0)
            .flat(),
        13,
        0.9,
        1.0);
    for (var i = 0; i < 4; i++) {
      film.lucent(
          Solid.ellipsoid(21 - 3 * i, -14 + 15 * i, 0, 4.5, 3.4, 4).onBothSides(), 3.4, 2.4);
    }
    film.bone(Outline.through(-9, 58, 0, 56, 9, 58, 5, 72, 0, 80, -5, 72).flat(), 5, 0.8);
  }

  /** The hip bones. */
  public void hipBones() {
    var wing = Outline.through(
            46, -30, 62, -62, 92, -84, 122, -80, 139, -52, 138, -26, 122, 4, 117, 34, 122, 52, 108,
            66, 84, 70, 76, 40, 58, 16, 47, -2)
        .flat()
        .onBothSides();
    film.bone(wing, 7, 1.5, 1.0);
    film.dense(
        Solid.tube(60, -60, 0, 3, 92, -82, 0, 3.5, 122, -78, 0, 3.5, 137, -50, 0, 3)
            .onBothSides(),
        3.5,
        4);
    film.dense(Solid.tube(50, 2, 0, 2.5, 66, 24, 0, 2.5, 78, 46, 0, 3).onBothSides(), 3, 3);
    var rami = Outline.through(
            80, 66, 104, 66, 106, 84, 92, 104, 84, 128, 66, 136, 42, 122, 14, 112, 5, 96, 5, 74, 14,
            66, 36, 72, 60, 66)
        .flat()
        .cut(Solid.ellipsoid(55, 97, 0, 23, 16, 9).turned(55, 97, -22))
        .onBothSides();
    film.bone(rami, 8, 1.5, 1.0);
    film.dense(
        Solid.tube(83, 42, 0, 2, 92, 34, 0, 2.4, 108, 36, 0, 2.4, 119, 48, 0, 2).onBothSides(),
        2.4,
        5);
  }

  /** Head, neck and shaft of a femur on the patient's left; mirror it for the right. */
  public Solid femur() {
    return head().join(neck(), 8).join(shaft(), 6);
  }

  /** The head of the left femur. */
  public Solid head() {
    return Solid.ball(98, 66, 0, 25);
  }

  /** The neck of the left femur. */
  public Solid neck() {
    return Solid.rod(104, 70, 0, 18, 136, 100, 0, 19);
  }

  /** Trochanters and shaft of the left femur. */
  public Solid shaft() {
    return Outline.through(
            128, 84, 144, 74, 158, 82, 160, 102, 156, 130, 154, 160, 150, 230, 120, 230, 121, 170,
            119, 146, 109, 134, 112, 124, 124, 116)
        .flat();
  }
}
