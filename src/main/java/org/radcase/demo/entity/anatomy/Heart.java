package org.radcase.demo.entity.anatomy;

import static org.radcase.demo.entity.image.Tissue.BLOOD;
import static org.radcase.demo.entity.image.Tissue.FAT;
import static org.radcase.demo.entity.image.Tissue.MUSCLE;
import static org.radcase.demo.entity.image.Tissue.VEIN;

import org.radcase.demo.entity.image.Canvas;
import org.radcase.demo.entity.image.Contrast;
import org.radcase.demo.entity.shape.Noise;
import org.radcase.demo.entity.shape.Ramp;
import org.radcase.demo.entity.shape.Solid;

/**
 * Heart and great vessels; the apex points to the patient's left.
 *
 * @param size 1 in health
 */
public record Heart(Noise noise, double size) {

  /** The heart with its fat and pericardium. */
  public Solid outline() {
    var s = size;
    var left = Solid.ellipsoid(26 * s, -30, -74, 56 * s, 38, 42).turned(26 * s, -30, -24);
    var right = Solid.ellipsoid(-20 * s, -24, -62, 36 * s, 38, 44);
    return left.join(right, 22).rough(noise, 24, 1.2);
  }

  /** Aorta, pulmonary trunk and central veins. */
  public Solid vessels() {
    return aorta().join(pulmonary(), 0).join(veins(), 0);
  }

  /** The aorta from its root to the upper abdomen. */
  public Solid aorta() {
    return Solid.tube(
        8, -14, -50, 14, -8, -22, -20, 15, -12, -22, 20, 15, -4, -10, 40, 14, 8, 10, 47, 13, 22, 32,
        38, 12.5, 28, 40, 12, 12, 27, 40, -60, 11.5, 16, 36, -140, 11);
  }

  /** The pulmonary trunk and its two main branches. */
  public Solid pulmonary() {
    return Solid.tube(22, -44, -44, 15, 22, -34, -16, 14, 24, -16, -4, 13)
        .join(Solid.tube(24, -16, -4, 12.5, 4, -4, -10, 12, -22, 4, -13, 11, -44, 8, -18, 8), 4)
        .join(Solid.tube(24, -16, -4, 12, 38, 4, -4, 11, 50, 16, -18, 8), 4);
  }

  private Solid veins() {
    return Solid.tube(-27, -16, 60, 9, -27, -14, 20, 10, -26, -10, -40, 10)
        .join(Solid.tube(-27, -16, 60, 9, -4, -30, 66, 8, 26, -30, 78, 7), 4)
        .join(Solid.tube(-27, -16, 60, 9, -36, -22, 90, 7), 4);
  }

  void paint(Canvas canvas, Contrast contrast) {
    var blood = contrast.of(BLOOD);
    var vein = Ramp.mix(contrast.of(VEIN), blood, 0.5);
    var heart = outline();
    canvas.paint(heart, contrast.of(FAT) + 20);
    canvas.paint(heart.grow(-4).rough(noise, 10, 1), contrast.of(MUSCLE) * 1.5);
    canvas.paint(Solid.ellipsoid(4, 10, -48, 34, 16, 22), blood);
    canvas.paint(Solid.ellipsoid(-36 * size, -20, -62, 19, 23, 30), vein);
    canvas.paint(
        Solid.ellipsoid(2, -50, -74, 36 * size, 13, 30).turned(2, -50, -20).rough(noise, 8, 1),
        vein);
    canvas.paint(
        Solid.ellipsoid(42 * size, -26, -78, 27 * size, 16, 30)
            .turned(42, -26, 32)
            .rough(noise, 9, 1.4),
        blood);
    canvas.paint(Solid.ellipsoid(66 * size, -12, -78, 4, 4, 10), contrast.of(MUSCLE) * 1.5);
    canvas.paint(veins(), vein);
    canvas.paint(pulmonary().grow(1), contrast.of(MUSCLE));
    canvas.paint(pulmonary(), blood);
    canvas.paint(aorta().grow(1.4), contrast.of(MUSCLE));
    canvas.paint(aorta(), blood);
    canvas.paint(Solid.tube(-4, -10, 42, 6, -14, -12, 70, 6, -22, -8, 120, 4.5), blood);
    canvas.paint(Solid.tube(8, 8, 46, 4.5, 14, -2, 80, 4, 20, -4, 130, 4), blood);
    canvas.paint(Solid.tube(18, 22, 46, 5.5, 26, 14, 80, 5, 48, 4, 108, 5), blood);
  }
}
