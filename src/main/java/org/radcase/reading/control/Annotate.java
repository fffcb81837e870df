package org.radcase.reading.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.radcase.accounts.entity.Caller;
import org.radcase.cases.control.CaseDeleted;
import org.radcase.cases.control.ReadCase;
import org.radcase.cases.entity.CaseId;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.json.Json;
import org.radcase.reading.entity.Annotation;
import org.radcase.reading.entity.Revised;
import org.radcase.studies.control.manifests.Manifests;

/** Draws on the images of a case: for oneself, or with those who write it for all readers. */
@ApplicationScoped
public class Annotate {
  /**
   * What somebody sees drawn on a case.
   *
   * @param shared nothing before the answer
   */
  public record Seen(Revised<List<Annotation>> own, Optional<Revised<List<Annotation>>> shared) {}

  private final ReadCase readCase;
  private final Manifests manifests;
  private final OwnAnnotationsDao own;
  private final CaseLayers layers;
  private final Database database;

  @Inject
  Annotate(
      ReadCase readCase,
      Manifests manifests,
      OwnAnnotationsDao own,
      CaseLayers layers,
      Database database) {
    this.readCase = readCase;
    this.manifests = manifests;
    this.own = own;
    this.layers = layers;
    this.database = database;
  }

  /**
   * Her own, and in the full view those of the case, on frames that it shows.
   *
   * @throws org.radcase.platform.problem.Problem case.not-found
   */
  public Seen read(Caller caller, CaseId id) {
    var seen = readCase.as(caller, id);
    var frames = new ShownFrames(manifests.of(id));
    var hers = Layer.ANNOTATIONS.parse(own.find(id, caller.person()));
    var shared = seen.isFull()
        ? Optional.of(shown(layers.get(id, Layer.ANNOTATIONS), frames))
        : Optional.<Revised<List<Annotation>>>empty();
    return new Seen(shown(hers, frames), shared);
  }

  private static Revised<List<Annotation>> shown(
      Revised<List<Annotation>> written, ShownFrames frames) {
    return new Revised<>(
        written.revision(),
        written.content().stream()
            .filter(annotation -> frames.has(annotation.frame()))
            .toList());
  }

  /**
   * Puts others in the place of her own.
   *
   * @param expected whether the caller means this revision
   * @param reading makes the new ones, of frames that the case shows
   * @throws org.radcase.platform.problem.Problem case.not-found; reading.stale
   */
  public Revised<List<Annotation>> replaceOwn(
      Caller caller,
      CaseId id,
      IntPredicate expected,
      Function<ShownFrames, List<Annotation>> reading) {
    readCase.as(caller, id);
    var content = reading.apply(new ShownFrames(manifests.of(id)));
    return database.transaction(() -> {
      var stored = own.find(id, caller.person()).revision();
      if (!expected.test(stored) || !own.replace(id, caller.person(), stored, Json.text(content))) {
        throw ReadingProblem.STALE.because("They are at revision " + stored);
      }
      return new Revised<>(stored + 1, content);
    });
  }

  /**
   * Puts others in the place of those of the case.
   *
   * @param expected whether the caller means this revision
   * @param reading makes the new ones, of frames that the case shows
   * @throws org.radcase.platform.problem.Problem case.not-found; case.not-editable; reading.stale
   */
  public Revised<List<Annotation>> replaceShared(
      Caller caller,
      CaseId id,
      IntPredicate expected,
      Function<ShownFrames, List<Annotation>> reading) {
    return layers.replace(caller, id, Layer.ANNOTATIONS, expected, reading);
  }

  void forget(@Observes CaseDeleted event) {
    own.remove(event.id());
  }
}
