package org.radcase.it.bench.baseline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One figure beside the recorded one.
 *
 * @param change of the ratio, as a factor: 0.5 is half as good; nothing where one of them is missing
 * @param tolerance how far the ratio may go, as a part: 0.15 lets it come down to 1/1.15
 */
record Judged(
    Optional<Figure> now,
    Optional<Figure> recorded,
    Optional<Double> change,
    double tolerance,
    Verdict verdict) {
  /** Two builds of the same source differ by as much: by where code and data come to lie. */
  static final double LEAST_TOLERANCE = 0.15;

  /** Standard deviations. */
  private static final double FAR = 3;

  /** Every figure of both, in the order of now. */
  static List<Judged> all(Baseline now, Optional<Baseline> recorded) {
    Map<String, Figure> known = new LinkedHashMap<>();
    recorded.ifPresent(it -> it.figures().forEach(figure -> known.put(key(figure), figure)));
    var all = new ArrayList<Judged>();
    for (var figure : now.figures()) {
      all.add(of(figure, Optional.ofNullable(known.remove(key(figure)))));
    }
    known
        .values()
        .forEach(gone -> all.add(new Judged(
            Optional.empty(), Optional.of(gone), Optional.empty(), LEAST_TOLERANCE, Verdict.GONE)));
    return all;
  }

  /** With its peer: beside another it is another figure. */
  private static String key(Figure figure) {
    return figure.group() + ": " + figure.name() + ", beside " + figure.peer();
  }

  private static Judged of(Figure now, Optional<Figure> recorded) {
    if (recorded.isEmpty()) {
      return new Judged(Optional.of(now), recorded, Optional.empty(), LEAST_TOLERANCE, Verdict.NEW);
    }
    var before = recorded.get();
    var change = now.ratio() / before.ratio();
    var tolerance = Math.max(LEAST_TOLERANCE, FAR * Math.hypot(now.spread(), before.spread()));
    return new Judged(
        Optional.of(now), recorded, Optional.of(change), tolerance, verdict(change, 1 + tolerance));
  }

  /** By factors both ways: also what may double is worse when it is less than half. */
  private static Verdict verdict(double change, double factor) {
    if (change * factor < 1) return Verdict.WORSE;
    return change > factor ? Verdict.BETTER : Verdict.SAME;
  }

  /** For a console. */
  String line() {
    return figure().group() + ", " + figure().name() + ": "
        + verdict.word().toLowerCase(Locale.ROOT)
        + change
            .map(it -> ", ratio × " + BaselinePage.number(it) + " where 1/"
                + BaselinePage.number(1 + tolerance) + " is tolerated")
            .orElse("");
  }

  /** What is known of it. */
  Figure figure() {
    return now.or(() -> recorded).orElseThrow();
  }
}
