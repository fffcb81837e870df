package org.radcase.demo.entity.anatomy;

import static org.radcase.demo.entity.image.Tissue.CSF;
import static org.radcase.demo.entity.image.Tissue.GREY;
import static org.radcase.demo.entity.image.Tissue.WHITE;

import org.radcase.demo.entity.image.Canvas;
import org.radcase.demo.entity.image.Contrast;
import org.radcase.demo.entity.image.Shade;
import org.radcase.demo.entity.image.Tissue;
import org.radcase.demo.entity.shape.Bounds;
import org.radcase.demo.entity.shape.Noise;
import org.radcase.demo.entity.shape.Ramp;
import org.radcase.demo.entity.shape.Solid;

/**
 * A brain in its cavity; the origin lies between the thalami. Sulci are sheets that run from the
 * surface towards the core of each hemisphere, where a noise on directions is zero.
 *
 * @param sulci width of the sulci in mm: 1.6 in the young, 3 in the old
 * @param shift what a mass does to its neighbours
 */
public record Brain(Noise noise, double sulci, double ventricles, Shift shift) {
  private static final double GYRUS = 10.5;
  private static final double RIBBON = 3.1;

  /** The space inside the skull. */
  public Solid cavity() {
    var vault = new Solid(new Bounds(-74, -86, -60, 74, 90, 79), (x, y, z) -> {
      var base = floor(Math.abs(x), y) - z;
      return Math.max(egg(x, y, z), base);
    });
    var fossa = Solid.ellipsoid(0, 40, -34, 53, 41, 33);
    var canal = Solid.rod(0, 18, -50, 16, 0, 22, -95, 13);
    return vault.join(fossa, 8).join(canal, 8);
  }

  /** Paints all that lies in the cavity. */
  public void paint(Canvas canvas, Contrast contrast) {
    canvas.paint(cavity(), contrast.of(CSF));
    canvas.paint(cerebrum(), cerebrumShade(contrast));
    new HindBrain(noise).paint(canvas, contrast);
    deepGrey(canvas, contrast);
    canvas.paint(shift.on(ventricularSystem()), contrast.of(CSF));
    canvas.paint(shift.on(caudate()), contrast.of(GREY));
    falx(canvas, contrast);
  }

  /** The distance to the inner table of the vault, mm, negative inside. */
  public static double egg(double x, double y, double z) {
    var ex = x / (67 + 6.5 * y / 86);
    var ey = (y - 2) / 86;
    var ez = z > 0 ? z / 77 : z / 66;
    var k = Math.sqrt(ex * ex + ey * ey + ez * ez);
    var r = Math.sqrt(x * x + y * y + z * z);
    return k < 0.05 ? -60 : r - r / k;
  }

  /** The floor of the anterior and middle fossae; far below where the tentorium takes over. */
  private static double floor(double a, double y) {
    var side = Ramp.smooth(11, 24, a);
    var middle = Ramp.mix(-22, -44 + 0.006 * (a - 34) * (a - 34), side);
    var front = Ramp.mix(middle, -21 + 0.0009 * a * a, Ramp.smooth(-24, -38, y));
    return Ramp.mix(front, -100, Ramp.smooth(-4, 6, behindRidge(a, y)));
  }

  /** How far behind the ridge of the petrous bone, mm. */
  static double behindRidge(double a, double y) {
    return y + 6 - 0.74 * Math.max(0, a - 16);
  }

  static double tentorium(double x, double y) {
    var slope = 0.5 - 0.22 * Ramp.smooth(25, 80, y);
    return -2 - slope * Math.sqrt(x * x + 30) - 0.16 * (y - 14);
  }

  /** Lies below zero in the cerebrum: inside the vault, above the floor and the tentorium. */
  private static double supratentorial(double x, double y, double z) {
    var a = Math.abs(x);
    var under = Ramp.mix(floor(a, y), tentorium(x, y) - 1.2, Ramp.smooth(-3, 3, behindRidge(a, y)));
    if (a < 16) under = Math.max(under, y < -8 ? -24 : tentorium(x, Math.max(y, 14)));
    return Math.max(egg(x, y, z), 0.85 * (under - z));
  }

  private Solid cerebrum() {
    var bounds = new Bounds(-72, -84, -46, 72, 88, 77);
    return shift.on(new Solid(bounds, (x, y, z) -> supratentorial(x, y, z) + 2.2));
  }

  private Shade cerebrumShade(Contrast contrast) {
    var grey = contrast.of(GREY);
    var white = contrast.of(WHITE);
    var csf = contrast.of(CSF);
    return (ox, oy, oz, ignored) -> {
      var p = shift.source(ox, oy, oz);
      var outer = -supratentorial(p[0], p[1], p[2]) - 2.2;
      var convex = Math.min(outer, medial(p[0], p[1], p[2]));
      var depth = Math.min(convex, insula(Math.abs(p[0]), p[1], p[2]));
      if (convex > 28 && depth > RIBBON + 1) return white;
      var sheet = sheet(p[0], p[1], p[2]);
      var reach = 15 + 5 * noise.at(p[0] / 30, p[1] / 30, p[2] / 30 + 4);
      var half = 0.5 * sulci * Ramp.unit(1.15 - convex / reach);
      var past = Math.max(0, convex - reach);
      var toCsf = Math.min(Math.max(sheet - half, 0.8 * past), Math.max(0, depth));
      var wet = half > 0 ? Ramp.smooth(half + 0.7, half - 0.5, sheet) : 0;
      if (past > 0) wet = 0;
      wet = Math.max(wet, Ramp.smooth(0.9, -0.3, depth));
      var matter = Ramp.mix(grey, white, Ramp.smooth(RIBBON - 0.8, RIBBON + 1.0, toCsf));
      matter *= 1 + 0.012 * noise.at(p[0] / 7, p[1] / 7, p[2] / 7);
      return Ramp.mix(matter, csf, wet);
    };
  }

  /** Depth below the medial surface, where no corpus callosum joins the hemispheres. */
  private double medial(double x, double y, double z) {
    var bridge = (y / 40) * (y / 40) + ((z - 4) / 23) * ((z - 4) / 23);
    if (bridge <= 0.4) return 60;
    var straight = Math.abs(x);
    var a = straight > 8 ? straight : Math.abs(x - 0.9 * noise.at(y / 16, z / 16, 7));
    return bridge > 1 ? a - 0.4 : a + 40 * (1 - bridge);
  }

  /** Distance to the Sylvian fissure: a sheet from the temple inwards, then around the insula. */
  private double insula(double a, double y, double z) {
    if (a < 26 || Math.abs(y + 4) > 46 || Math.abs(z) > 34) return 15;
    var sheetZ = -6 + 0.28 * (y + 10) + 1.5 * noise.at(a / 14, y / 14, 2);
    var along = Math.max(0, Math.max(-34 - y, y - 26));
    var across = Math.max(0, 41 - a);
    var fissure = Math.sqrt(along * along + across * across + (z - sheetZ) * (z - sheetZ));
    var iy = Math.max(0, Math.abs(y + 6) - 18);
    var iz = Math.max(0, Math.abs(z - 3) - 11);
    var ix = a - 41.5 - 1.2 * noise.at(y / 9, z / 9, 5);
    var island = Math.sqrt(ix * ix + iy * iy + iz * iz);
    return Math.min(fissure, island) - 0.35 * sulci;
  }

  private double sheet(double x, double y, double z) {
    var side = x < 0 ? -1 : 1;
    var along = Math.max(-38, Math.min(44, y));
    var qx = x - side * 21;
    var qy = y - along;
    var qz = z - 10;
    var length = Math.max(38, Math.sqrt(qx * qx + qy * qy + qz * qz));
    var f = 58 / (length * GYRUS);
    var u = qx * f + side * 3.3;
    var v = qy * f + along / GYRUS;
    var w = qz * f + length / 55;
    var bend = 0.45 * noise.at(x / 22, y / 22, z / 22);
    return Math.abs(noise.at(u + bend, v - bend, w + 0.5 * bend)) * GYRUS * 0.42;
  }

  private void deepGrey(Canvas canvas, Contrast contrast) {
    var grey = contrast.of(GREY);
    var thalamus = Solid.ellipsoid(10.5, 7, 4, 8, 14, 9).rough(noise, 9, 0.6).onBothSides();
    var putamen = Solid.ellipsoid(26, -7, 3, 5.2, 16, 10)
        .turned(26, -7, -12)
        .rough(noise, 9, 0.7)
        .onBothSides();
    var pallidum = Solid.ellipsoid(19.5, -3, 1, 4, 9, 6.5).turned(19, -3, -16).onBothSides();
    canvas.paint(shift.on(thalamus), Ramp.mix(grey, contrast.of(WHITE), 0.15));
    canvas.paint(shift.on(putamen), grey);
    canvas.paint(shift.on(pallidum), Ramp.mix(grey, contrast.of(WHITE), 0.45));
  }

  private Solid caudate() {
    var head = Solid.ellipsoid(13.5, -25, 7, 5, 10, 9);
    return head.join(Solid.tube(14, -22, 12, 5, 17, -4, 19, 3.4, 20, 14, 20, 2.4), 3)
        .onBothSides();
  }

  private Solid ventricularSystem() {
    var v = ventricles;
    var lateral = Solid.tube(
            13, -35, 3, 3.4 * v, 10, -28, 10, 5.2 * v, 8.5, -8, 17, 5 * v, 13, 14, 18, 5.2 * v, 23,
            30, 9, 7 * v)
        .join(Solid.tube(23, 30, 8, 5.5 * v, 25, 46, 4, 3.2 * v, 21, 56, 3, 1.5), 4)
        .join(Solid.tube(24, 29, 4, 4.6 * v, 31, 16, -12, 2.4 * v, 32, 0, -19, 1.8), 4)
        .cut((x, y, z) -> Math.abs(x) - 1.1 + 0.02 * Math.abs(y))
        .onBothSides();
    var third = Solid.box(0, 0, -2, 1.9 * v, 13, 9, 1.8);
    var fourth = Solid.ellipsoid(0, 35, -35, 7 * v, 5, 9)
        .join(Solid.rod(0, 24, -18, 1.2, 0, 32, -28, 1.8), 3);
    return lateral.join(third, 0).join(fourth, 0).rough(noise, 14, 0.5);
  }

  private void falx(Canvas canvas, Contrast contrast) {
    var dura = Ramp.mix(contrast.of(GREY), contrast.of(Tissue.TENDON), 0.8);
    var sheet = new Solid(new Bounds(-3, -84, -24, 3, 90, 79), (x, y, z) -> {
      var arch = (y / 46) * (y / 46) + ((z - 2) / 34) * ((z - 2) / 34);
      var inside = Math.max(egg(x, y, z) - 0.5, y > 0 ? tentorium(0, y) - z : -18 - z);
      return Math.max(Math.max(Math.abs(x) - 0.75, 14 * (1 - arch)), inside);
    });
    canvas.tint(sheet, 0.85, dura);
    var sinus = new Solid(
        new Bounds(-6, 0, -8, 6, 90, 79),
        (x, y, z) ->
            Math.max(Math.abs(egg(x, y, z) + 3) - 4, Math.abs(x) + 0.7 * egg(x, y, z) - 2.2));
    canvas.paint(sinus, Ramp.mix(contrast.of(Tissue.VEIN), contrast.of(GREY), 0.3));
  }
}
