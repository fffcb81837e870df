package org.radcase.demo.entity.anatomy;

import org.radcase.demo.entity.shape.Outline;
import org.radcase.demo.entity.shape.Solid;

/**
 * A growing right knee from the front: open growth plates; y down, the joint at the origin, the
 * fibula on the image's left.
 */
public record KneeFilm(BoneFilm film) {

  /** Skin and muscles; the swelling lies above the joint on the inner side. */
  public void softParts(double swelling) {
    film.soft(
        Outline.through(
                -66,
                -190,
                -64,
                -80,
                -54,
                -20,
                -50,
                40,
                -52,
                190,
                48,
                190,
                50,
                40,
                54,
                -20,
                62 + swelling,
                -80,
                64,
                -190)
            .flat(),
        52);
    film.soft(Solid.ellipsoid(0, 110, 0, 40, 110, 9), 30);
  }

  /** Femur, tibia, fibula and kneecap. */
  public void bones() {
    film.bone(
        Outline.through(
                -17, -190, -17, -110, -20, -80, -30, -52, -39, -34, -36, -28, 0, -24, 36, -28, 40,
                -34, 31, -54, 21, -80, 17, -110, 17, -190)
            .flat(),
        15,
        4.2,
        0.9);
    film.bone(
        Outline.through(
                -38, -24, -41, -14, -36, -3, -22, 0, -9, -5, 0, -13, 9, -5, 22, 0, 37, -3, 42, -14,
                38, -24, 0, -20)
            .flat(),
        19,
        1.1,
        1.05);
    film.bone(
        Outline.through(
                -38, 8, -36, 17, 0, 20, 36, 17, 39, 8, 24, 6.5, 8, 7, 3, 2, 0, 5, -3, 2, -9, 7, -24,
                6.5)
            .flat(),
        18,
        1.1,
        1.05);
    film.bone(
        Outline.through(
                -36, 21, -31, 34, -22, 58, -16, 84, -13, 190, 17, 190, 18, 84, 23, 56, 31, 34, 36,
                21, 0, 24)
            .flat(),
        15,
        3.6,
        0.9);
    film.bone(Solid.ellipsoid(-38, 24, 0, 7, 6, 7), 5, 0.9);
    film.bone(Solid.tube(-38, 36, 0, 8, -36, 60, 0, 5, -34, 190, 0, 5.4), 5, 1.9);
    film.bone(
        Outline.through(-20, -52, 0, -56, 18, -50, 21, -34, 12, -20, 0, -15, -13, -20, -22, -34)
            .flat(),
        8,
        0.8,
        0.7);
  }
}
