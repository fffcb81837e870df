package org.radcase.it.cache;

import java.util.Arrays;
import java.util.Random;

/** Chooses numbers from 0, each the more often the smaller it is. Source: Zipf's law with s = 1. */
final class Zipf {
  private final double[] cumulated;

  Zipf(int count) {
    cumulated = new double[count];
    var sum = 0.0;
    for (var i = 0; i < count; i++) {
      sum += 1.0 / (i + 1);
      cumulated[i] = sum;
    }
  }

  int next(Random random) {
    var at = Arrays.binarySearch(cumulated, random.nextDouble() * cumulated[cumulated.length - 1]);
    return Math.min(at < 0 ? -at - 1 : at, cumulated.length - 1);
  }
}
