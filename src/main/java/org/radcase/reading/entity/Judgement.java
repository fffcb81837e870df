package org.radcase.reading.entity;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What is said to a click.
 *
 * @param nearest the finding that it is about; nothing if it missed all
 */
public record Judgement(Verdict verdict, Optional<Nearest> nearest) {
  private static final Judgement MISSED = new Judgement(Verdict.MISSED, Optional.empty());

  /** A finding, and how far the click is from it. */
  public record Nearest(KeyFinding finding, Distance distance) {
    private Verdict verdict() {
      return distance.verdict(finding.toleranceMm());
    }
  }

  /**
   * Judges by the finding that gives the best verdict; of several with the same by one that was not
   * found before, and then by the nearest.
   *
   * @param findable what there is to be found
   * @param geometry where a finding's frame lies
   * @param found the ids of those found before
   */
  public static Judgement of(
      Click click,
      Collection<KeyFinding> findable,
      Function<ReferencedFrame, FrameGeometry> geometry,
      Set<String> found) {
    return findable.stream()
        .flatMap(finding -> click
            .from(finding, geometry.apply(finding.frame()))
            .map(distance -> new Nearest(finding, distance))
            .stream())
        .min(Comparator.comparing(Nearest::verdict)
            .thenComparing(nearest -> found.contains(nearest.finding.id()))
            .thenComparingDouble(nearest -> nearest.distance.value()))
        .filter(nearest -> nearest.verdict() != Verdict.MISSED)
        .map(nearest -> new Judgement(nearest.verdict(), Optional.of(nearest)))
        .orElse(MISSED);
  }

  /** The finding that was found. */
  public Optional<KeyFinding> found() {
    return verdict == Verdict.FOUND ? nearest.map(Nearest::finding) : Optional.empty();
  }
}
