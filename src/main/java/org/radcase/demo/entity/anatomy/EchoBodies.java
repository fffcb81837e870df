package org.radcase.demo.entity.anatomy;

import org.radcase.demo.entity.shape.Noise;
import org.radcase.demo.entity.shape.Outline;
import org.radcase.demo.entity.shape.Ramp;
import org.radcase.demo.entity.shape.Solid;

/** What the demo's ultrasound probes look at. */
public final class EchoBodies {
  private EchoBodies() {}

  /**
   * Liver and gallbladder below the right ribs; a stone lies on the gallbladder's lower wall.
   *
   * @param breath how far the organs have moved down the picture and sideways, mm
   */
  public static Echo.Body gallstone(Noise noise, double breath) {
    var bladder = Outline.through(-8, 52, 8, 40, 30, 36, 46, 42, 50, 52, 42, 62, 24, 68, 4, 66)
        .flat()
        .rough(noise, 14, 1);
    var stone = Solid.ellipsoid(21, 58.5, 0, 8.5, 6.5, 9).rough(noise, 4, 0.8);
    var kidney =
        Solid.ellipsoid(-38, 104, 0, 44, 21, 20).turned(-38, 104, 12).rough(noise, 18, 1.2);
    var sinus = Solid.ellipsoid(-38, 103, 0, 28, 8, 20).turned(-38, 103, 12).rough(noise, 8, 2.4);
    var portal = Solid.tube(-52, 42, 0, 3.4, -30, 56, 0, 4, -14, 72, 0, 4.2);
    var vein = Solid.tube(-60, 66, 0, 3, -40, 70, 0, 3.4, -20, 84, 0, 3.8);
    return (px, py, echo) -> {
      var x = px - 0.6 * breath;
      var y = py - breath;
      wall(noise, px, py, echo);
      if (py < 11 + 1.5 * noise.at(px / 30, 0, 2)) return;
      tissue(noise, x, y, 1, 1, echo);
      var diaphragm = y - 122 + 0.004 * (x + 20) * (x + 20) - 0.15 * x;
      if (diaphragm > 0) tissue(noise, x, y, diaphragm < 2.5 ? 9 : 0.5, 1.3, echo);
      if (near(portal, x, y) < 1.3) tissue(noise, x, y, 2.6, 1, echo);
      if (near(portal, x, y) < 0 || near(vein, x, y) < 0) fluid(echo);
      var k = near(kidney, x, y);
      if (k < 0) tissue(noise, x, y, k > -1.2 ? 2.2 : 0.62, 1, echo);
      if (near(sinus, x, y) < 0) tissue(noise, x, y, 3, 1.2, echo);
      var b = near(bladder, x, y);
      if (b < 2.2) tissue(noise, x, y, 2.4, 1, echo);
      if (b < 0) fluid(echo);
      var s = near(stone, x, y);
      if (s < 0) tissue(noise, x, y, s > -2 ? 14 : 4, 6.5, echo);
    };
  }

  /**
   * A heart from its apex with four chambers in a ring of fluid.
   *
   * @param phase of the beat, 0 to 1; the ventricles are smallest at 0.4
   */
  public static Echo.Body heart(Noise noise, double phase) {
    var systole = 0.5 - 0.5 * StrictMath.cos(2 * Math.PI * Math.min(1, phase * 1.25));
    var swing = 5 * StrictMath.sin(2 * Math.PI * phase);
    var squeeze = 1 - 0.25 * systole;
    var ventricle = Solid.ellipsoid(16, 66, 0, 17 * squeeze, 33 * (1 - 0.12 * systole), 20);
    var rightVentricle =
        Solid.ellipsoid(-21, 72, 0, 12 * squeeze, 26 * (1 - 0.1 * systole), 20).turned(-21, 72, -8);
    var atrium = Solid.ellipsoid(19, 118, 0, 21 + 3 * systole, 18 + 2 * systole, 20);
    var rightAtrium = Solid.ellipsoid(-25, 116, 0, 19 - 4 * systole, 17, 20);
    var muscle = Solid.ellipsoid(0, 80, 0, 47 - 3 * systole, 58, 30)
        .join(Solid.ellipsoid(-2, 118, 0, 46, 26, 20), 10)
        .rough(noise, 22, 1.2);
    var sac = Solid.ellipsoid(-1, 88, 0, 69, 78, 30).rough(noise, 30, 2);
    var leaf = 4 + 13 * (1 - systole);
    var mitral = Solid.tube(2, 99, 0, 1, 9, 99 - 0.6 * leaf, 0, 0.8, 14, 99 - leaf, 0, 0.7)
        .join(Solid.tube(36, 99, 0, 1, 28, 99 - 0.5 * leaf, 0, 0.8, 22, 99 - leaf, 0, 0.7), 0);
    var tricuspid = Solid.tube(-8, 97, 0, 1, -14, 97 - 0.6 * leaf, 0, 0.8, -18, 97 - leaf, 0, 0.7)
        .join(Solid.tube(-38, 97, 0, 1, -31, 97 - 0.5 * leaf, 0, 0.8, -25, 97 - leaf, 0, 0.7), 0);
    return (px, py, echo) -> {
      var x = px - swing;
      var y = py - 2 * systole;
      wall(noise, px, py, echo);
      var s = near(sac, px, py);
      if (py < 9 && s > 0) return;
      tissue(noise, px, py, s < 4 ? 4.5 : 0.85, 1.15, echo);
      if (s > 0) return;
      fluid(echo);
      if (near(muscle, x, y) < 0) tissue(noise, x, y, 0.85, 0.95, echo);
      var chamber = Math.min(
          Math.min(near(ventricle, x, y), near(rightVentricle, x, y)),
          Math.min(near(atrium, x, y), near(rightAtrium, x, y)));
      if (chamber < 1.2) tissue(noise, x, y, 1.9, 0.95, echo);
      if (chamber < 0) blood(noise, x, y, echo);
      if (Math.min(near(mitral, x, y), near(tricuspid, x, y)) < 0.7) {
        tissue(noise, x, y, 3.4, 1, echo);
      }
    };
  }

  /** The distance to a solid, or more than enough far outside its box. */
  private static double near(Solid solid, double x, double y) {
    var away = solid.bounds().away(x, y, 0);
    return away > 6 ? away : solid.at(x, y, 0);
  }

  private static void wall(Noise noise, double x, double y, double[] echo) {
    var layer = noise.at(x / 26, y / 1.9, 6);
    echo[0] = (y < 2 ? 5 : 1.1) * (1 + 0.8 * Ramp.unit(layer));
    echo[1] = 1;
  }

  private static void tissue(
      Noise noise, double x, double y, double bright, double loss, double[] echo) {
    echo[0] = bright * (0.55 + 0.09 * noise.at(x / 5, y / 4, 1));
    echo[1] = loss;
  }

  private static void fluid(double[] echo) {
    echo[0] = 0.008;
    echo[1] = 0.62;
  }

  private static void blood(Noise noise, double x, double y, double[] echo) {
    echo[0] = 0.035 + 0.02 * Ramp.unit(noise.at(x / 6, y / 6, 2));
    echo[1] = 0.75;
  }
}
