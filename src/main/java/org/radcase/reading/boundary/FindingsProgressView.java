package org.radcase.reading.boundary;

import java.util.List;
import org.radcase.reading.boundary.KeyFindingsView.ShapeView;
import org.radcase.reading.entity.FindingsProgress;
import org.radcase.reading.entity.KeyFinding;

/** How far one is before the answer: never what a finding is, only where those are that one found. */
public record FindingsProgressView(int toFind, List<FoundView> found, int attemptsLeft) {
  /** One of them. */
  public record FoundView(
      String id, String seriesUid, String instanceUid, int frame, ShapeView shape) {
    static FoundView of(KeyFinding finding) {
      return new FoundView(
          finding.id(),
          finding.frame().series().value(),
          finding.frame().instance().value(),
          finding.frame().number(),
          ShapeView.of(finding.shape()));
    }
  }

  static FindingsProgressView of(FindingsProgress progress) {
    return new FindingsProgressView(
        progress.toFind(),
        progress.found().stream().map(FoundView::of).toList(),
        progress.attemptsLeft());
  }
}
