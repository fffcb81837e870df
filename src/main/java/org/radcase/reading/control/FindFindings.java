package org.radcase.reading.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.radcase.accounts.entity.Caller;
import org.radcase.cases.control.CaseDeleted;
import org.radcase.cases.control.ReadCase;
import org.radcase.cases.entity.CaseId;
import org.radcase.reading.entity.Click;
import org.radcase.reading.entity.FindingsProgress;
import org.radcase.reading.entity.Judgement;
import org.radcase.reading.entity.KeyFinding;
import org.radcase.reading.entity.Point;
import org.radcase.reading.entity.ReferencedFrame;
import org.radcase.reading.entity.Revised;
import org.radcase.studies.control.manifests.Manifests;

/** Find the lesion: a reader clicks where she thinks a key finding is, and the server judges. */
@ApplicationScoped
public class FindFindings {
  /** Enough to find what one sees; too few to find it by a raster. */
  private static final int MOST_ATTEMPTS = 30;

  /** Where somebody clicked, before anybody knows what that means. */
  public record Place(ReferencedFrame frame, Point point) {}

  /** What is said to an attempt, and how far she is after it. */
  public record Judged(Judgement judgement, FindingsProgress progress) {}

  /**
   * What somebody sees.
   *
   * @param inFull nothing before the answer
   */
  public record Seen(Optional<Revised<List<KeyFinding>>> inFull, FindingsProgress progress) {}

  private final ReadCase readCase;
  private final Manifests manifests;
  private final MarkKeyFindings findings;
  private final FindingAttemptDao dao;
  private final Clock clock;

  @Inject
  FindFindings(
      ReadCase readCase,
      Manifests manifests,
      MarkKeyFindings findings,
      FindingAttemptDao dao,
      Clock clock) {
    this.readCase = readCase;
    this.manifests = manifests;
    this.findings = findings;
    this.dao = dao;
    this.clock = clock;
  }

  /** @throws org.radcase.platform.problem.Problem case.not-found */
  public Seen read(Caller caller, CaseId id) {
    var seen = readCase.as(caller, id);
    var all = findings.of(id, new ShownFrames(manifests.of(id)));
    return new Seen(
        Optional.of(all).filter(it -> seen.isFull()),
        progress(findable(all), dao.of(id, caller.person())));
  }

  /**
   * Judges an attempt and keeps it.
   *
   * @param reading makes the place, on a frame that the case shows
   * @throws org.radcase.platform.problem.Problem case.not-found; key-findings.no-attempts-left
   */
  public Judged attempt(Caller caller, CaseId id, Function<ShownFrames, Place> reading) {
    readCase.as(caller, id);
    var frames = new ShownFrames(manifests.of(id));
    var place = reading.apply(frames);
    var click = new Click(place.frame, place.point, frames.geometryOf(place.frame));
    var findable = findable(findings.of(id, frames));
    while (true) {
      var before = dao.of(id, caller.person());
      if (before.count() >= MOST_ATTEMPTS) {
        throw ReadingProblem.NO_ATTEMPTS_LEFT.because("At most " + MOST_ATTEMPTS + " at a case");
      }
      var judgement = Judgement.of(click, findable, frames::geometryOf, before.found());
      // Of two attempts at once one comes second, and is judged after the other.
      if (dao.add(
          id,
          caller.person(),
          before.count() + 1,
          judgement.verdict(),
          judgement.found().map(KeyFinding::id).orElse(null),
          clock.millis())) {
        return new Judged(judgement, progress(findable, dao.of(id, caller.person())));
      }
    }
  }

  private static List<KeyFinding> findable(Revised<List<KeyFinding>> all) {
    return all.content().stream().filter(KeyFinding::findable).toList();
  }

  private static FindingsProgress progress(
      List<KeyFinding> findable, FindingAttemptDao.Attempts attempts) {
    return new FindingsProgress(
        findable.size(),
        findable.stream()
            .filter(finding -> attempts.found().contains(finding.id()))
            .toList(),
        MOST_ATTEMPTS - attempts.count());
  }

  void forget(@Observes CaseDeleted event) {
    dao.remove(event.id());
  }
}
