package org.radcase.demo.entity.anatomy;

import org.radcase.demo.entity.image.Canvas;
import org.radcase.demo.entity.shape.Noise;
import org.radcase.demo.entity.shape.Ramp;
import org.radcase.demo.entity.shape.Solid;

/**
 * A body from the vertex to the thighs as FDG fills it, in SUV times 1000. The origin lies at the
 * carina; arms are raised out of the picture.
 */
public record Uptake(Noise noise) {

  /** Paints the tracer of a healthy body. */
  public void paint(Canvas canvas) {
    body(canvas);
    chest(canvas);
    abdomen(canvas);
    head(canvas);
  }

  private void body(Canvas canvas) {
    var trunk =
        Solid.tube(0, 6, 150, 70, 0, 4, 60, 108, 0, 2, -60, 104, 0, 2, -200, 98, 0, 4, -330, 108);
    var wide = new Solid(trunk.bounds().grow(90), (x, y, z) -> 0.8 * trunk.at(0.64 * x, y, z));
    var legs = Solid.rod(84, 6, -350, 82, 84, 6, -620, 66).onBothSides();
    var neck = Solid.rod(0, 10, 130, 56, 0, 6, 230, 54);
    var head = Solid.ellipsoid(0, 0, 300, 78, 98, 108);
    var all = wide.join(legs, 30).join(neck, 30).join(head, 30);
    canvas.paint(
        all, (x, y, z, depth) -> depth < 9 ? 260 : 520 + 70 * noise.rough(x / 30, y / 30, z / 30));
    var marrow = Solid.tube(
        0, 58, 210, 13, 0, 60, 60, 17, 0, 58, -120, 20, 0, 48, -260, 22, 0, 70, -330, 24);
    canvas.paint(
        marrow,
        (x, y, z, depth) ->
            1350 * (0.8 + 0.2 * Ramp.smooth(4, 9, Math.abs(z - 30 * Math.round(z / 30)))));
    canvas.paint(
        Solid.tube(70, 40, -290, 16, 100, 20, -330, 20, 96, 6, -390, 24).onBothSides(), 900);
  }

  private void chest(Canvas canvas) {
    var lung = Solid.ellipsoid(70, 4, -10, 52, 76, 122).onBothSides();
    canvas.paint(
        lung, (x, y, z, depth) -> 340 + 0.9 * (y + 60) + 40 * noise.at(x / 20, y / 20, z / 20));
    var heart = Solid.ellipsoid(30, -28, -84, 52, 40, 46);
    canvas.paint(heart.join(Solid.ellipsoid(0, -16, -20, 30, 34, 60), 10), 1250);
    canvas.paint(Solid.ellipsoid(44, -30, -88, 36, 28, 38), 3600);
    canvas.paint(Solid.ellipsoid(42, -32, -84, 24, 17, 30), 1250);
  }

  private void abdomen(Canvas canvas) {
    var liver = Solid.ellipsoid(-72, -6, -168, 76, 84, 74)
        .join(Solid.ellipsoid(10, -46, -150, 62, 36, 40), 20);
    canvas.paint(liver, (x, y, z, depth) -> 2250 + 130 * noise.rough(x / 14, y / 14, z / 14));
    canvas.paint(Solid.ellipsoid(104, 34, -158, 26, 46, 52), 1850);
    canvas.paint(Solid.ellipsoid(66, -20, -160, 36, 36, 44), 1500);
    var kidney = Solid.ellipsoid(62, 46, -230, 28, 26, 54).turned(62, 46, 28).onBothSides();
    canvas.paint(kidney, 2600);
    canvas.paint(Solid.ellipsoid(50, 38, -230, 14, 10, 26).onBothSides(), 14000);
    canvas.paint(Solid.tube(42, 34, -270, 4, 36, 30, -340, 3.6, 26, 20, -400, 3.4), 4200);
    var bowel = new Solid(
        Solid.ellipsoid(0, -30, -290, 110, 60, 80).bounds(),
        (x, y, z) -> Math.max(
            Solid.ellipsoid(0, -30, -290, 110, 60, 80).at(x, y, z),
            9 * (0.75 - noise.at(x / 30, y / 26, z / 26))));
    canvas.paint(bowel, (x, y, z, depth) -> 1500 + 500 * noise.at(x / 16, y / 16, z / 16));
    canvas.paint(Solid.ellipsoid(0, -10, -432, 44, 40, 32), 19000);
  }

  private void head(Canvas canvas) {
    var brain = Solid.ellipsoid(0, -2, 322, 66, 84, 68);
    canvas.paint(brain.grow(9), 700);
    canvas.paint(brain, (x, y, z, depth) -> {
      var rim = Ramp.smooth(22, 9, -brain.at(x, y, z));
      var fold = 0.75 + 0.25 * noise.at(x / 11, y / 11, z / 11);
      return 4300 + 5200 * rim * fold - 2200 * Ramp.hill(x, 7);
    });
    canvas.paint(Solid.ellipsoid(14, -6, 322, 12, 26, 14).onBothSides(), 9200);
    canvas.paint(Solid.ellipsoid(0, 46, 268, 46, 30, 22), 6800);
    canvas.paint(Solid.ellipsoid(20, -30, 222, 9, 9, 11).onBothSides(), 2600);
  }
}
