package org.radcase.dicom.lut;

/**
 * A VOI LUT by Window Center and Width, in modality units (HU for CT). Source: PS3.3 C.11.2.1.2,
 * C.11.2.1.3.
 *
 * @param width at least 1 if linear, else more than 0
 */
public record Window(double center, double width, Function function) implements VoiLut {

  /** VOI LUT Function (0028,1056). */
  public enum Function {
    LINEAR,
    LINEAR_EXACT,
    SIGMOID
  }

  public Window {
    if (!Double.isFinite(center) || !Double.isFinite(width)) {
      throw new IllegalArgumentException("Window " + center + "/" + width + " is not finite");
    }
    if (!(function == Function.LINEAR ? width >= 1 : width > 0)) {
      throw new IllegalArgumentException("Window Width is " + width + " of a " + function);
    }
  }

  public static Window linear(double center, double width) {
    return new Window(center, width, Function.LINEAR);
  }

  /** Maps {@code from} to black and {@code to} to white; widened where the two are the same. */
  public static Window spanning(double from, double to) {
    return new Window((from + to) / 2, Math.max(to - from, 1e-6), Function.LINEAR_EXACT);
  }

  /** Maps a modality value to a display value in [0, 1]. */
  @Override
  public double displayOf(double modalityValue) {
    return switch (function) {
      case LINEAR -> ramp(modalityValue - (center - 0.5), width - 1);
      case LINEAR_EXACT -> ramp(modalityValue - center, width);
      case SIGMOID -> 1 / (1 + Math.exp(-4 * (modalityValue - center) / width));
    };
  }

  /** {@code range} of 0 is a step: the two comparisons come first. */
  private static double ramp(double fromCenter, double range) {
    if (fromCenter <= -range / 2) {
      return 0;
    }
    return fromCenter > range / 2 ? 1 : fromCenter / range + 0.5;
  }
}
