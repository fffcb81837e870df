package org.radcase.reading.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.radcase.accounts.entity.Caller;
import org.radcase.cases.entity.CaseId;
import org.radcase.reading.entity.KeyFinding;
import org.radcase.reading.entity.Revised;

/** Says what there is to be seen on the images of a case. */
@ApplicationScoped
public class MarkKeyFindings {
  private final CaseLayers layers;

  @Inject
  MarkKeyFindings(CaseLayers layers) {
    this.layers = layers;
  }

  /** Those of frames that the case shows; for who sees it in full. */
  Revised<List<KeyFinding>> of(CaseId id, ShownFrames frames) {
    var written = layers.get(id, Layer.KEY_FINDINGS);
    return new Revised<>(
        written.revision(),
        written.content().stream()
            .filter(finding -> frames.has(finding.frame()))
            .toList());
  }

  /**
   * Puts others in their place.
   *
   * @param expected whether the caller means this revision
   * @param reading makes the new ones, of frames that the case shows
   * @throws org.radcase.platform.problem.Problem case.not-found; case.not-editable; reading.stale
   */
  public Revised<List<KeyFinding>> replace(
      Caller caller,
      CaseId id,
      IntPredicate expected,
      Function<ShownFrames, List<KeyFinding>> reading) {
    return layers.replace(caller, id, Layer.KEY_FINDINGS, expected, reading);
  }
}
