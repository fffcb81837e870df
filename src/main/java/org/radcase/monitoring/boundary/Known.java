package org.radcase.monitoring.boundary;

import org.jspecify.annotations.Nullable;

/** Numbers as JSON has them. */
final class Known {
  private Known() {}

  /** Null for what is not a number: JSON has no other word for it. */
  static @Nullable Double orNull(double number) {
    return Double.isNaN(number) ? null : (Double) number;
  }
}
