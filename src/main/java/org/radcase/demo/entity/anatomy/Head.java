package org.radcase.demo.entity.anatomy;

import static org.radcase.demo.entity.image.Tissue.AIR;
import static org.radcase.demo.entity.image.Tissue.CORTEX;
import static org.radcase.demo.entity.image.Tissue.FAT;
import static org.radcase.demo.entity.image.Tissue.MUSCLE;
import static org.radcase.demo.entity.image.Tissue.SKIN;
import static org.radcase.demo.entity.image.Tissue.SPONGY;

import org.radcase.demo.entity.image.Canvas;
import org.radcase.demo.entity.image.Contrast;
import org.radcase.demo.entity.image.Shade;
import org.radcase.demo.entity.shape.Bounds;
import org.radcase.demo.entity.shape.Noise;
import org.radcase.demo.entity.shape.Ramp;
import org.radcase.demo.entity.shape.Solid;

/** A head: scalp, skull with its base and air spaces, orbits, and the brain. */
public record Head(Noise noise, Brain brain) {

  /** Paints everything, from the skin inwards. */
  public void paint(Canvas canvas, Contrast contrast) {
    softParts(canvas, contrast);
    skull(canvas, contrast);
    new Face(noise).paint(canvas, contrast);
    brain.paint(canvas, contrast);
    new Face(noise).base(canvas, contrast);
  }

  /** The skull's outer table and all inside. */
  public Solid vault() {
    var cavity = brain.cavity();
    return new Solid(new Bounds(-84, -96, -76, 84, 100, 92), (x, y, z) -> {
      var inner = cavity.at(x, y, z);
      return inner < -2 || inner > 14 ? inner - 7 : inner - thickness(x, y, z);
    });
  }

  private double thickness(double x, double y, double z) {
    return 5.6 + noise.at(x / 30, y / 30, z / 30) + 1.6 * Ramp.smooth(40, 85, Math.abs(y));
  }

  private Solid skin() {
    var scalp = new Solid(
        new Bounds(-90, -102, -70, 90, 106, 100),
        (x, y, z) -> Math.max(Brain.egg(x, y, z) - 14, -64 - z));
    var face = Solid.ellipsoid(0, -50, -62, 62, 52, 74);
    var nose = Solid.rod(0, -92, -38, 7, 0, -108, -62, 11);
    var nape = Solid.ellipsoid(0, 30, -84, 64, 58, 70);
    return scalp.join(face, 22).join(nape, 22).join(nose, 10);
  }

  private void softParts(Canvas canvas, Contrast contrast) {
    var skin = skin();
    var fat = contrast.of(FAT);
    canvas.paint(skin, contrast.of(SKIN));
    var flesh = Ramp.mix(fat, contrast.of(MUSCLE), 0.6);
    canvas.paint(
        skin.grow(-2).cut(brain.cavity().grow(3)),
        (x, y, z, depth) -> Ramp.mix(
            fat,
            flesh,
            Ramp.smooth(-14, -34, z) * Ramp.smooth(0.1, 0.8, noise.at(x / 9, y / 9, z / 9))));
    ears(canvas, contrast);
    var muscle = strands(contrast);
    var temporalis =
        Solid.ellipsoid(68, -26, -12, 13, 26, 46).rough(noise, 12, 1.5).onBothSides();
    canvas.paint(temporalis.within(skin.grow(-4)), muscle);
    var masseter = Solid.ellipsoid(54, -34, -66, 9, 20, 24).onBothSides();
    var pterygoid = Solid.ellipsoid(33, -22, -60, 10, 17, 16).onBothSides();
    canvas.paint(masseter.join(pterygoid, 0).within(skin.grow(-4)), muscle);
    var nape = Solid.ellipsoid(20, 62, -84, 21, 22, 40)
        .join(Solid.ellipsoid(46, 34, -90, 12, 20, 44), 3)
        .onBothSides();
    canvas.paint(nape.rough(noise, 10, 2).within(skin.grow(-6)), muscle);
    canvas.paint(Solid.ellipsoid(0, -6, -84, 34, 22, 36), muscle);
  }

  private void ears(Canvas canvas, Contrast contrast) {
    var ear = Solid.ellipsoid(85, 14, -34, 4, 15, 26).turned(85, 14, 22);
    canvas.paint(ear.cut(Solid.ellipsoid(89, 12, -34, 3, 9, 18)).onBothSides(), contrast.of(SKIN));
  }

  private Shade strands(Contrast contrast) {
    var muscle = contrast.of(MUSCLE);
    var fat = contrast.of(FAT);
    return (x, y, z, depth) ->
        Ramp.mix(muscle, fat, 0.35 * Ramp.smooth(1.1, 2.2, noise.at(x / 4, y / 4, z / 14)));
  }

  private void skull(Canvas canvas, Contrast contrast) {
    var cavity = brain.cavity();
    var cortex = contrast.of(CORTEX);
    var diploe = Ramp.mix(contrast.of(SPONGY), cortex, 0.28);
    var shell = new Solid(vault().bounds(), (x, y, z) -> {
      var inner = cavity.at(x, y, z);
      if (inner < -1) return -1 - inner;
      return inner > 14 ? inner - 9 : Math.max(inner - thickness(x, y, z), -1 - inner);
    });
    canvas.paint(shell, (x, y, z, ignored) -> {
      var inner = cavity.at(x, y, z);
      var table = Math.min(thickness(x, y, z) - inner, inner);
      var spongy = Ramp.smooth(1.5, 2.6, table) * (0.85 + 0.12 * noise.at(x / 3, y / 3, z / 3));
      return Ramp.mix(cortex, diploe, spongy);
    });
    if (canvas.plane().z() > 30) return;
    var frontal = Solid.ellipsoid(9, -89, -6, 10, 5, 11).rough(noise, 6, 1.2).onBothSides();
    canvas.paint(frontal.grow(1.6), cortex);
    canvas.paint(frontal, contrast.of(AIR));
  }
}
