package org.radcase.reading.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.io.TempDir;
import org.radcase.accounts.control.GivenPeople;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.Role;
import org.radcase.audit.control.GivenAudit;
import org.radcase.cases.control.CaseDeleted;
import org.radcase.cases.control.CaseProblem;
import org.radcase.cases.control.GivenCases;
import org.radcase.cases.entity.CaseId;
import org.radcase.cases.entity.Visibility;
import org.radcase.dicom.Generated;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.VR;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.problem.Problem;
import org.radcase.reading.entity.Annotation;
import org.radcase.reading.entity.AnnotationType;
import org.radcase.reading.entity.Display;
import org.radcase.reading.entity.HangingProtocol;
import org.radcase.reading.entity.KeyFinding;
import org.radcase.reading.entity.Point;
import org.radcase.reading.entity.ReferencedFrame;
import org.radcase.reading.entity.Revised;
import org.radcase.reading.entity.Shape;
import org.radcase.reading.entity.Verdict;
import org.radcase.studies.control.intake.GivenInstances;
import org.radcase.studies.control.manifests.GivenManifests;
import org.radcase.studies.entity.InstanceUid;
import org.radcase.studies.entity.SeriesUid;
import org.radcase.testing.EachDatabase;
import org.radcase.testing.TurnableClock;

/** Annotations, display and key findings of one case, of two slices 4 mm apart. */
class ReadingUseCasesTest {
  private static final ReferencedFrame LOWER = frame("2.25.31");
  private static final ReferencedFrame UPPER = frame("2.25.32");
  private static final ReferencedFrame NOWHERE = frame("2.25.99");

  private final TurnableClock clock = new TurnableClock();

  @TempDir
  Path folder;

  private static ReferencedFrame frame(String instance) {
    return new ReferencedFrame(new SeriesUid("2.25.3"), new InstanceUid(instance), 1);
  }

  /** The use cases over a database, with a published case and its people. */
  private final class Scene {
    private final Caller author;
    private final Caller learner;
    private final Caller colleague;
    private final CaseId id;
    private final GivenCases cases;
    private final GivenInstances instances;
    private final CaseLayers layers;
    private final Annotate annotate;
    private final ArrangeDisplay display;
    private final MarkKeyFindings mark;
    private final FindFindings find;

    Scene(Database database) throws DicomException {
      var people = GivenPeople.in(database);
      author = people.educator("Ada", "North");
      colleague = people.educator("Berta", "North");
      learner = people.person("Lea", "North", Role.LEARNER);
      cases = GivenCases.in(database, clock);
      id = cases.published(author, "Nodule", Visibility.INSTITUTION).id();
      instances = GivenInstances.in(database);
      slice(LOWER, 0);
      slice(UPPER, 4);
      var manifests = GivenManifests.in(database, folder);
      layers = new CaseLayers(
          cases.read, manifests, new LayerDao(database), database, GivenAudit.anywhere());
      annotate =
          new Annotate(cases.read, manifests, new OwnAnnotationsDao(database), layers, database);
      display = new ArrangeDisplay(cases.read, manifests, layers);
      mark = new MarkKeyFindings(layers);
      find = new FindFindings(cases.read, manifests, mark, new FindingAttemptDao(database), clock);
    }

    /** Its pixels are four times as high as wide. */
    private void slice(ReferencedFrame frame, double z) throws DicomException {
      var header = Generated.slice().toBuilder()
          .putString(Tag.SOP_INSTANCE_UID, frame.instance().value())
          .putDecimals(Tag.IMAGE_POSITION_PATIENT, VR.DS, 0, 0, z)
          .putDecimals(Tag.IMAGE_ORIENTATION_PATIENT, VR.DS, 1, 0, 0, 0, 1, 0)
          .putDecimals(Tag.PIXEL_SPACING, VR.DS, 2, 0.5)
          .build();
      instances.show(id, author.institution(), header);
    }

    private FindFindings.Judged attempt(
        Caller caller, ReferencedFrame frame, double column, double row) {
      return find.attempt(
          caller, id, shown -> new FindFindings.Place(frame, new Point(column, row)));
    }
  }

  private static List<Annotation> probe(String id, ReferencedFrame frame) {
    return List.of(
        new Annotation(id, AnnotationType.PROBE, frame, List.of(new Point(1.25, 2.5)), "Look"));
  }

  private static KeyFinding finding(String id, ReferencedFrame frame, double column, double row) {
    var shape = new Shape(Shape.Type.POINT, List.of(new Point(column, row)));
    return new KeyFinding(id, "Nodule", frame, shape, 5, true);
  }

  @EachDatabase
  void ones_own_annotations_are_read_again_by_oneself_alone(Database database)
      throws DicomException {
    var scene = new Scene(database);

    var written = scene.annotate.replaceOwn(
        scene.learner, scene.id, revision -> revision == 0, shown -> probe("a", LOWER));

    assertThat(written).isEqualTo(new Revised<>(1, probe("a", LOWER)));
    assertThat(scene.annotate.read(scene.learner, scene.id).own()).isEqualTo(written);
    for (var other : List.of(scene.author, scene.colleague)) {
      var seen = scene.annotate.read(other, scene.id);
      assertThat(seen.own()).isEqualTo(new Revised<>(0, List.of()));
      assertThat(seen.shared()).contains(new Revised<>(0, List.of()));
    }
  }

  @EachDatabase
  void the_cases_annotations_come_with_the_answer(Database database) throws DicomException {
    var scene = new Scene(database);
    scene.annotate.replaceShared(
        scene.author, scene.id, revision -> true, shown -> probe("a", UPPER));

    assertThat(scene.annotate.read(scene.learner, scene.id).shared()).isEmpty();
    scene.cases.reveal.as(scene.learner, scene.id, List.of(), null);

    assertThat(scene.annotate.read(scene.learner, scene.id).shared())
        .contains(new Revised<>(1, probe("a", UPPER)));
  }

  @EachDatabase
  void only_who_may_edit_the_case_writes_for_all(Database database) throws DicomException {
    var scene = new Scene(database);

    for (var caller : List.of(scene.learner, scene.colleague)) {
      refused(
          CaseProblem.NOT_EDITABLE,
          () ->
              scene.annotate.replaceShared(caller, scene.id, revision -> true, shown -> List.of()));
      refused(
          CaseProblem.NOT_EDITABLE,
          () -> scene.display.replace(caller, scene.id, revision -> true, shown -> Display.NONE));
      refused(
          CaseProblem.NOT_EDITABLE,
          () -> scene.mark.replace(caller, scene.id, revision -> true, shown -> List.of()));
    }
  }

  @EachDatabase
  void an_old_revision_is_stale(Database database) throws DicomException {
    var scene = new Scene(database);
    scene.annotate.replaceOwn(scene.author, scene.id, revision -> true, shown -> List.of());
    scene.annotate.replaceShared(scene.author, scene.id, revision -> true, shown -> List.of());

    refused(
        ReadingProblem.STALE,
        () -> scene.annotate.replaceOwn(
            scene.author, scene.id, revision -> revision == 0, shown -> probe("a", LOWER)));
    refused(
        ReadingProblem.STALE,
        () -> scene.annotate.replaceShared(
            scene.author, scene.id, revision -> revision == 0, shown -> probe("a", LOWER)));

    var again = scene.annotate.replaceShared(
        scene.author, scene.id, revision -> revision == 1, shown -> probe("b", LOWER));
    assertThat(again.revision()).isEqualTo(2);
    assertThat(scene.annotate.read(scene.author, scene.id).shared()).contains(again);
  }

  @EachDatabase
  void of_writers_at_once_only_one_wins(Database database)
      throws DicomException, InterruptedException, ExecutionException {
    var scene = new Scene(database);
    var first = new LayerDao(database);

    var won = atOnce(8, () -> first.replace(scene.id, "display", 0, "{}"));
    var then = atOnce(8, () -> first.replace(scene.id, "display", 1, "{}"));

    assertThat(won).containsOnlyOnce(true);
    assertThat(then).containsOnlyOnce(true);
    assertThat(first.find(scene.id, "display").revision()).isEqualTo(2);
  }

  @EachDatabase
  void a_display_is_read_as_it_was_written(Database database) throws DicomException {
    var scene = new Scene(database);
    var cell = new Display.Cell(
        LOWER, new Display.Window(40, 400), 1.5, new Display.Offset(3, -4), 90, true, false);
    var cells = new ArrayList<Display.Cell>();
    cells.add(null);
    cells.add(cell);
    var written = new Display(
        HangingProtocol.COMPARE,
        new Display.Layout(1, 2),
        cells,
        List.of(new Display.KeyImage(UPPER, "The nodule")));

    scene.display.replace(scene.author, scene.id, revision -> true, shown -> written);

    assertThat(scene.display.read(scene.author, scene.id).display())
        .isEqualTo(new Revised<>(1, written));
    assertThat(scene.display.read(scene.learner, scene.id).display())
        .isEqualTo(new Revised<>(1, written.withoutKeyImages()));
  }

  @EachDatabase
  void what_lies_on_frames_that_are_not_shown_any_more_is_left_out(Database database)
      throws DicomException {
    var scene = new Scene(database);
    var cells = new ArrayList<Display.Cell>();
    for (var frame : List.of(NOWHERE, LOWER)) {
      cells.add(new Display.Cell(frame, null, null, Display.Offset.NONE, 0, false, false));
    }
    var images = List.of(new Display.KeyImage(NOWHERE, ""), new Display.KeyImage(LOWER, ""));
    var both = new ArrayList<>(probe("a", LOWER));
    both.addAll(probe("b", NOWHERE));
    scene.annotate.replaceOwn(scene.author, scene.id, revision -> true, shown -> both);
    scene.annotate.replaceShared(scene.author, scene.id, revision -> true, shown -> both);
    scene.display.replace(
        scene.author,
        scene.id,
        revision -> true,
        shown -> new Display(null, new Display.Layout(1, 2), cells, images));
    scene.mark.replace(
        scene.author,
        scene.id,
        revision -> true,
        shown -> List.of(finding("c", NOWHERE, 0, 0), finding("d", LOWER, 0, 0)));

    var seen = scene.annotate.read(scene.author, scene.id);
    assertThat(seen.own().content()).isEqualTo(probe("a", LOWER));
    assertThat(seen.shared().orElseThrow().content()).isEqualTo(probe("a", LOWER));
    var display = scene.display.read(scene.author, scene.id).display().content();
    assertThat(display.cells()).containsExactly(null, cells.get(1));
    assertThat(display.keyImages()).containsExactly(images.get(1));
    assertThat(scene.find.read(scene.author, scene.id).inFull().orElseThrow().content())
        .containsExactly(finding("d", LOWER, 0, 0));
    assertThat(scene.find.read(scene.learner, scene.id).progress().toFind()).isEqualTo(1);
  }

  @EachDatabase
  void a_learner_sees_how_many_there_are_and_what_she_has_found(Database database)
      throws DicomException {
    var scene = new Scene(database);
    var small = finding("a", LOWER, 4.5, 3.5);
    var hidden = new KeyFinding("h", "Not asked for", LOWER, small.shape(), 5, false);
    scene.mark.replace(
        scene.author,
        scene.id,
        revision -> true,
        shown -> List.of(hidden, small, finding("b", UPPER, 700, 3)));

    var before = scene.find.read(scene.learner, scene.id);
    assertThat(before.inFull()).isEmpty();
    assertThat(before.progress().toFind()).isEqualTo(2);
    assertThat(before.progress().found()).isEmpty();
    assertThat(before.progress().attemptsLeft()).isEqualTo(30);

    // 3 mm along the row on the next slice, 4 mm away.
    var judged = scene.attempt(scene.learner, UPPER, 10.5, 3.5);

    assertThat(judged.judgement().verdict()).isEqualTo(Verdict.FOUND);
    assertThat(judged.judgement().found()).contains(small);
    assertThat(judged.judgement().nearest().orElseThrow().distance().value())
        .isCloseTo(5, within(1e-9));
    assertThat(judged.progress().left()).isEqualTo(1);
    var after = scene.find.read(scene.learner, scene.id).progress();
    assertThat(after.found()).containsExactly(small);
    assertThat(after.attemptsLeft()).isEqualTo(29);
    assertThat(scene.find.read(scene.colleague, scene.id).progress().found()).isEmpty();
  }

  @EachDatabase
  void what_is_no_finding_any_more_was_not_found(Database database) throws DicomException {
    var scene = new Scene(database);
    scene.mark.replace(
        scene.author, scene.id, revision -> true, shown -> List.of(finding("a", LOWER, 1, 1)));
    scene.attempt(scene.learner, LOWER, 1, 1);

    scene.mark.replace(
        scene.author, scene.id, revision -> true, shown -> List.of(finding("b", LOWER, 1, 1)));

    var progress = scene.find.read(scene.learner, scene.id).progress();
    assertThat(progress.found()).isEmpty();
    assertThat(progress.left()).isEqualTo(1);
    assertThat(progress.attemptsLeft()).isEqualTo(29);
  }

  @EachDatabase
  void there_are_thirty_attempts_also_at_once(Database database)
      throws DicomException, InterruptedException, ExecutionException {
    var scene = new Scene(database);

    var done = atOnce(36, () -> {
      try {
        scene.attempt(scene.learner, LOWER, 1, 1);
        return true;
      } catch (Problem e) {
        assertThat(e.kind()).isEqualTo(ReadingProblem.NO_ATTEMPTS_LEFT);
        return false;
      }
    });

    assertThat(done).filteredOn(it -> it).hasSize(30);
    assertThat(scene.find.read(scene.learner, scene.id).progress().attemptsLeft())
        .isZero();
    assertThat(scene.attempt(scene.colleague, LOWER, 1, 1).progress().attemptsLeft())
        .isEqualTo(29);
  }

  @EachDatabase
  void all_of_it_goes_with_the_case(Database database) throws DicomException {
    var scene = new Scene(database);
    scene.annotate.replaceOwn(
        scene.learner, scene.id, revision -> true, shown -> probe("a", LOWER));
    scene.annotate.replaceShared(
        scene.author, scene.id, revision -> true, shown -> probe("a", LOWER));
    scene.attempt(scene.learner, LOWER, 1, 1);

    var deleted = new CaseDeleted(scene.id);
    scene.annotate.forget(deleted);
    scene.layers.forget(deleted);
    scene.find.forget(deleted);

    for (var table : List.of("own_annotations", "case_layer", "finding_attempt")) {
      assertThat(database.<Optional<Integer>>read(
              sql -> sql.first("SELECT COUNT(*) FROM " + table, row -> row.getInt(1))))
          .as(table)
          .contains(0);
    }
  }

  private static <T> List<T> atOnce(int times, Callable<T> work)
      throws InterruptedException, ExecutionException {
    var threads = Executors.newFixedThreadPool(8);
    try {
      var futures = new ArrayList<Future<T>>();
      for (var i = 0; i < times; i++) futures.add(threads.submit(work));
      var results = new ArrayList<T>();
      for (var future : futures) results.add(future.get());
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  private static void refused(Problem.Kind kind, ThrowingCallable act) {
    var thrown = catchThrowableOfType(Problem.class, act);
    assertThat(thrown).isNotNull();
    assertThat(thrown.kind()).isEqualTo(kind);
  }
}
