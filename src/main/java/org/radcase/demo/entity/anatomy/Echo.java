package org.radcase.demo.entity.anatomy;

import org.radcase.demo.entity.shape.Grain;
import org.radcase.demo.entity.shape.Ramp;

/**
 * One frame of an ultrasound sector: what the beams meet is turned into lines of speckle, then into
 * a fan. Sound loses strength on its way, so stones throw shadows and fluid brightens what lies
 * behind.
 *
 * @param rows of the picture, also its columns
 * @param apex of the fan above the skin, mm: 0 for a sector probe, 40 for a curved one
 * @param half angle of the fan, degrees
 * @param depth the fan reaches from the skin, mm
 */
public record Echo(Grain grain, int rows, double apex, double half, double depth) {
  private static final int LINES = 150;
  private static final int SAMPLES = 340;
  private static final double DECIBELS = 64;
  private static final double GAIN = 32; // dB above liver that are white

  /** What the sound meets. */
  @FunctionalInterface
  public interface Body {
    /**
     * The echo at a point, x mm to the right of the probe's middle and y mm deep: element 0 gets
     * the brightness (1 is liver), element 1 the loss of sound (1 is liver).
     */
    void at(double x, double y, double[] echo);
  }

  /** The frame as {@code short[rows * rows]} of 0 to 255; {@code place} moves the speckle. */
  public short[] frame(Body body, int place) {
    return fan(lines(body, place));
  }

  private float[] lines(Body body, int place) {
    var lines = new float[LINES * SAMPLES];
    var echo = new double[2];
    for (var line = 0; line < LINES; line++) {
      var angle = Math.toRadians(half * (2.0 * line / (LINES - 1) - 1));
      var sin = StrictMath.sin(angle);
      var cos = StrictMath.cos(angle);
      var strength = 0.0; // dB
      for (var s = 0; s < SAMPLES; s++) {
        var r = apex + depth * s / SAMPLES;
        body.at(r * sin, r * cos - apex, echo);
        var a = grain.at(line, s * 2 / 3, place);
        var b = grain.at(line + 131, s * 2 / 3 + 77, place);
        var speckle = 0.12 + a * a + b * b;
        var db = 10 * StrictMath.log10(echo[0] * echo[0] * speckle + 1e-7) + strength;
        lines[line * SAMPLES + s] = (float) db;
        strength += (1 - echo[1]) * 0.11;
        strength = Math.max(-60, Math.min(7, strength));
      }
    }
    return lines;
  }

  private short[] fan(float[] lines) {
    var picture = new short[rows * rows];
    var scale = (depth + 8) / rows;
    var top = apex * StrictMath.cos(Math.toRadians(half)) - 3;
    for (int row = 0, i = 0; row < rows; row++) {
      for (var column = 0; column < rows; column++, i++) {
        var x = (column - 0.5 * rows) * scale;
        var y = row * scale + top;
        var r = Math.sqrt(x * x + y * y) - apex;
        var line = (Math.toDegrees(Ramp.angle(x, y)) / half + 1) * 0.5 * (LINES - 1);
        var sample = r / depth * SAMPLES;
        if (sample < 0 || sample > SAMPLES - 2 || line < 0 || line > LINES - 2 || y <= 0) continue;
        var db = read(lines, line, sample);
        picture[i] = (short) Math.max(3, Math.min(255, 255 * (1 + (db - GAIN) / DECIBELS)));
      }
    }
    return picture;
  }

  private static double read(float[] lines, double line, double sample) {
    var l = (int) line;
    var s = (int) sample;
    var at = l * SAMPLES + s;
    var near = Ramp.mix(lines[at], lines[at + 1], sample - s);
    var far = Ramp.mix(lines[at + SAMPLES], lines[at + SAMPLES + 1], sample - s);
    return Ramp.mix(near, far, line - l);
  }
}
