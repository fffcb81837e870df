package org.radcase.demo.entity.shape;

/** One-dimensional curves. */
public final class Ramp {
  private Ramp() {}

  /** {@code value}, held in [0, 1]. */
  public static double unit(double value) {
    return value < 0 ? 0 : Math.min(value, 1);
  }

  /** 0 up to {@code from}, 1 beyond {@code to}, a smooth way between; also falls if from > to. */
  public static double smooth(double from, double to, double value) {
    var t = unit((value - from) / (to - from));
    return t * t * (3 - 2 * t);
  }

  /** From {@code a} (t = 0) to {@code b} (t = 1), in a straight line. */
  public static double mix(double a, double b, double t) {
    return a + (b - a) * t;
  }

  /** A hill of height 1 around 0 that has come down to nothing at {@code width}. */
  public static double hill(double offset, double width) {
    var t = offset / width;
    var left = 1 - t * t;
    return left <= 0 ? 0 : left * left;
  }

  /** An angle in radians, within 0.005; the same on every machine, unlike {@code Math.atan2}. */
  public static double angle(double y, double x) {
    var ax = Math.abs(x);
    var ay = Math.abs(y);
    if (ax + ay == 0) return 0;
    var a = Math.min(ax, ay) / Math.max(ax, ay);
    var s = a * a;
    var r = ((-0.0464964749 * s + 0.15931422) * s - 0.327622764) * s * a + a;
    if (ay > ax) r = Math.PI / 2 - r;
    if (x < 0) r = Math.PI - r;
    return y < 0 ? -r : r;
  }
}
