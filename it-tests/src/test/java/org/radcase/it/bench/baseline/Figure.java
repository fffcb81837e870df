package org.radcase.it.bench.baseline;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One figure of a baseline.
 *
 * @param value the median of its turns
 * @param peerValue the same of what was measured beside it
 * @param ratio the median of the turns' ratios; 1 is as good as the peer, more is better
 * @param spread standard deviation of the turns' ratios as a part of the ratio, by the median of the
 *     deviations, so that one disturbed turn does not make it large
 */
public record Figure(
    String group,
    String name,
    Unit unit,
    double value,
    String peer,
    double peerValue,
    double ratio,
    double spread,
    int turns) {
  /** Of a normal distribution: its standard deviation over the median of deviations from its median. */
  private static final double NORMAL = 1.4826;

  private static final MathContext FOUR_DIGITS = new MathContext(4);

  public Figure {
    if (!(ratio > 0) || !(spread >= 0)) {
      throw new IllegalArgumentException(name + " has the ratio " + ratio + " ± " + spread);
    }
  }

  public static Figure of(Turns turns) {
    var ratios = new ArrayList<Double>();
    for (var i = 0; i < turns.values().size(); i++) {
      ratios.add(turns.unit().ratio(turns.values().get(i), turns.peers().get(i)));
    }
    var ratio = median(ratios);
    var deviations = ratios.stream().map(each -> Math.abs(each - ratio)).toList();
    return new Figure(
        turns.group(),
        turns.name(),
        turns.unit(),
        rounded(median(turns.values())),
        turns.peer(),
        rounded(median(turns.peers())),
        rounded(ratio),
        rounded(NORMAL * median(deviations) / ratio),
        ratios.size());
  }

  private static double median(List<Double> values) {
    var sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    var middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** Further digits would be noise. */
  private static double rounded(double value) {
    return BigDecimal.valueOf(value).round(FOUR_DIGITS).doubleValue();
  }
}
