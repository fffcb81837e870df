package org.radcase.reading.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.radcase.accounts.entity.Caller;
import org.radcase.cases.control.ReadCase;
import org.radcase.cases.entity.CaseId;
import org.radcase.reading.entity.Display;
import org.radcase.reading.entity.Revised;
import org.radcase.studies.control.manifests.Manifests;

/** Says how a case is to be seen. */
@ApplicationScoped
public class ArrangeDisplay {
  /** A display as somebody sees it; the key images only in the full view. */
  public record Seen(Revised<Display> display, boolean isFull) {}

  private final ReadCase readCase;
  private final Manifests manifests;
  private final CaseLayers layers;

  @Inject
  ArrangeDisplay(ReadCase readCase, Manifests manifests, CaseLayers layers) {
    this.readCase = readCase;
    this.manifests = manifests;
    this.layers = layers;
  }

  /**
   * Of frames that the case shows.
   *
   * @throws org.radcase.platform.problem.Problem case.not-found
   */
  public Seen read(Caller caller, CaseId id) {
    var seen = readCase.as(caller, id);
    var frames = new ShownFrames(manifests.of(id));
    var written = layers.get(id, Layer.DISPLAY);
    var display = written.content().of(frames::has);
    return new Seen(
        new Revised<>(written.revision(), seen.isFull() ? display : display.withoutKeyImages()),
        seen.isFull());
  }

  /**
   * Puts another in its place.
   *
   * @param expected whether the caller means this revision
   * @param reading makes the new one, of frames that the case shows
   * @throws org.radcase.platform.problem.Problem case.not-found; case.not-editable; reading.stale
   */
  public Revised<Display> replace(
      Caller caller, CaseId id, IntPredicate expected, Function<ShownFrames, Display> reading) {
    return layers.replace(caller, id, Layer.DISPLAY, expected, reading);
  }
}
