package org.radcase.monitoring.control.history;

/** A mean that can be added to. */
record Mean(double sum, long count) {
  static Mean of(double value) {
    return new Mean(value, 1);
  }

  double value() {
    return sum / count;
  }

  Mean plus(Mean other) {
    return new Mean(sum + other.sum, count + other.count);
  }
}
