package org.radcase.cases.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.radcase.accounts.control.GivenPeople;
import org.radcase.accounts.entity.Role;
import org.radcase.audit.control.GivenAudit;
import org.radcase.cases.entity.CaseContent;
import org.radcase.cases.entity.CaseId;
import org.radcase.cases.entity.Contents;
import org.radcase.cases.entity.Pictures;
import org.radcase.cases.entity.Sharing;
import org.radcase.cases.entity.Status;
import org.radcase.cases.entity.Visibility;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.problem.HttpProblem;
import org.radcase.platform.problem.Problem;
import org.radcase.testing.EachDatabase;
import org.radcase.testing.Fired;
import org.radcase.testing.TurnableClock;

class CaseUseCasesTest {
  private final TurnableClock clock = new TurnableClock();

  @EachDatabase
  void a_new_case_is_its_makers_draft(Database database) {
    var ada = GivenPeople.in(database).educator("Ada", "North");
    var cases = GivenCases.in(database, clock);

    var made = cases.aDraft(ada, "Stone");

    assertThat(cases.read.as(ada, made.id()).teachingCase()).isEqualTo(made);
    assertThat(made.revision()).isEqualTo(1);
    assertThat(made.author().person()).isEqualTo(ada.person());
    assertThat(made.times().createdAt()).isEqualTo(TurnableClock.START);
  }

  @EachDatabase
  void a_learner_makes_no_cases(Database database) {
    var learner = GivenPeople.in(database).person("Lea", "North", Role.LEARNER);

    refused(CaseProblem.NOT_MAKER, () -> GivenCases.in(database, clock).aDraft(learner, "Stone"));
  }

  @EachDatabase
  void a_draft_is_not_there_for_anybody_else(Database database) {
    var people = GivenPeople.in(database);
    var cases = GivenCases.in(database, clock);
    var draft = cases.aDraft(people.educator("Ada", "North"), "Stone").id();
    var colleague = people.educator("Berta", "North");

    refused(CaseProblem.NOT_FOUND, () -> cases.read.as(colleague, draft));
    refused(CaseProblem.NOT_FOUND, () -> cases.read.toEdit(colleague, draft));
  }

  @EachDatabase
  void a_colleagues_published_case_can_be_read_but_not_changed(Database database) {
    var people = GivenPeople.in(database);
    var cases = GivenCases.in(database, clock);
    var published =
        cases.published(people.educator("Ada", "North"), "Stone", Visibility.INSTITUTION);
    var colleague = people.educator("Berta", "North");

    assertThat(cases.read.as(colleague, published.id()).teachingCase()).isEqualTo(published);
    refused(
        CaseProblem.NOT_EDITABLE,
        () -> cases.revised(colleague, published.id(), Contents.ofDiagnosis("Mine")));
  }

  @EachDatabase
  void publishing_tells_all_that_is_missing(Database database) {
    var ada = GivenPeople.in(database).educator("Ada", "North");
    var cases = GivenCases.in(database, clock);
    var empty = CaseContent.EMPTY;
    var id = cases.make.as(ada, empty).id();

    var problem = refused(
        HttpProblem.INVALID,
        () ->
            cases.revised(ada, id, Contents.with(Status.PUBLISHED, Visibility.INSTITUTION, empty)));

    assertThat(problem.faults())
        .extracting(Problem.Fault::pointer)
        .containsExactlyInAnyOrder("/presentation", "/diagnosis", "/imageCount");
  }

  @EachDatabase
  void publishing_keeps_the_time(Database database) {
    var ada = GivenPeople.in(database).educator("Ada", "North");
    var cases = GivenCases.in(database, clock);
    var draft = cases.aDraft(ada, "Stone");
    cases.images.added(draft.id(), null);
    clock.turn(Duration.ofHours(1));

    var published = cases.revised(
        ada, draft.id(), Contents.with(Status.PUBLISHED, Visibility.PUBLIC, draft.content()));

    assertThat(published.times().publishedAt()).isEqualTo(clock.instant());
    assertThat(cases.read.as(ada, draft.id()).teachingCase()).isEqualTo(published);
  }

  @EachDatabase
  void a_case_is_shared_only_with_institutions_that_there_are(Database database) {
    var people = GivenPeople.in(database);
    var ada = people.educator("Ada", "North");
    var clara = people.educator("Clara", "South");
    var cases = GivenCases.in(database, clock);
    var nowhere = GivenPeople.institution("Nowhere");

    var shared = cases.published(ada, "Stone", Visibility.SHARED, clara.institution());
    var problem = refused(
        HttpProblem.INVALID,
        () -> cases.published(ada, "Stone", Visibility.SHARED, clara.institution(), nowhere));

    assertThat(cases.read.as(clara, shared.id()).teachingCase()).isEqualTo(shared);
    assertThat(problem.faults())
        .extracting(Problem.Fault::pointer)
        .containsExactly("/sharedWith/1");
  }

  @EachDatabase
  void a_change_of_another_revision_is_refused(Database database) {
    var ada = GivenPeople.in(database).educator("Ada", "North");
    var cases = GivenCases.in(database, clock);
    var id = cases.aDraft(ada, "Stone").id();
    cases.revised(ada, id, Contents.ofDiagnosis("Two stones"));

    refused(
        CaseProblem.STALE,
        () -> cases.revise.as(
            ada, id, revision -> revision == 1, stored -> Contents.ofDiagnosis("No stone")));
  }

  @EachDatabase
  void a_change_that_changes_nothing_makes_no_revision(Database database) {
    var ada = GivenPeople.in(database).educator("Ada", "North");
    var cases = GivenCases.in(database, clock);
    var draft = cases.aDraft(ada, "Stone");
    clock.turn(Duration.ofHours(1));

    assertThat(cases.revised(ada, draft.id(), draft.content())).isEqualTo(draft);
  }

  @EachDatabase
  void the_first_image_gives_the_thumbnail_and_each_makes_a_revision(Database database) {
    var ada = GivenPeople.in(database).educator("Ada", "North");
    var cases = GivenCases.in(database, clock);
    var id = cases.aDraft(ada, "Stone").id();
    clock.turn(Duration.ofHours(1));

    assertThat(cases.images.added(id, null)).isEqualTo(2);
    assertThat(cases.images.added(id, "first")).isEqualTo(3);
    assertThat(cases.images.added(id, "second")).isEqualTo(4);

    var read = cases.read.as(ada, id).teachingCase();
    assertThat(read.pictures()).isEqualTo(new Pictures(3, "first"));
    assertThat(read.times().updatedAt()).isEqualTo(clock.instant());
    assertThat(cases.images.changed(id, 1, "third")).isEqualTo(5);
    assertThat(cases.read.as(ada, id).teachingCase().pictures())
        .isEqualTo(new Pictures(1, "third"));
  }

  @EachDatabase
  void a_published_case_keeps_its_last_image(Database database) {
    var ada = GivenPeople.in(database).educator("Ada", "North");
    var cases = GivenCases.in(database, clock);
    var id = cases.published(ada, "Stone", Visibility.INSTITUTION).id();

    refused(CaseProblem.NEEDS_IMAGES, () -> cases.images.changed(id, 0, null));

    assertThat(cases.read.as(ada, id).teachingCase().pictures().count()).isEqualTo(1);
  }

  @EachDatabase
  void images_of_a_case_that_is_not_there_are_refused(Database database) {
    var cases = GivenCases.in(database, clock);
    var nowhere = new CaseId(new UUID(0, 0));

    refused(CaseProblem.NOT_FOUND, () -> cases.images.added(nowhere, null));
    refused(CaseProblem.NOT_FOUND, () -> cases.images.changed(nowhere, 1, null));
  }

  @EachDatabase
  void deleting_tells_the_others_while_the_case_is_still_there(Database database) {
    var ada = GivenPeople.in(database).educator("Ada", "North");
    var cases = GivenCases.in(database, clock);
    var id = cases.aDraft(ada, "Stone").id();
    var fired = new Fired<CaseDeleted>(event -> cases.read.as(ada, event.id()));

    deleteCase(cases, database, fired).as(ada, id, revision -> revision == 1);

    assertThat(fired.events()).containsExactly(new CaseDeleted(id));
    refused(CaseProblem.NOT_FOUND, () -> cases.read.as(ada, id));
  }

  @EachDatabase
  void a_case_stays_if_one_of_the_others_cannot_follow(Database database) {
    var ada = GivenPeople.in(database).educator("Ada", "North");
    var cases = GivenCases.in(database, clock);
    var draft = cases.aDraft(ada, "Stone");
    var failing = new Fired<CaseDeleted>(event -> {
      throw new IllegalStateException("The pixels cannot go");
    });

    assertThatThrownBy(
            () -> deleteCase(cases, database, failing).as(ada, draft.id(), revision -> true))
        .hasMessage("The pixels cannot go");

    assertThat(cases.read.as(ada, draft.id()).teachingCase()).isEqualTo(draft);
  }

  @EachDatabase
  void an_old_revision_is_not_deleted(Database database) {
    var ada = GivenPeople.in(database).educator("Ada", "North");
    var cases = GivenCases.in(database, clock);
    var id = cases.aDraft(ada, "Stone").id();
    var fired = new Fired<CaseDeleted>(event -> {});

    refused(CaseProblem.STALE, () -> deleteCase(cases, database, fired)
        .as(ada, id, revision -> revision == 2));

    assertThat(fired.events()).isEmpty();
  }

  @EachDatabase
  void unpublishing_shares_with_nobody_any_more(Database database) {
    var people = GivenPeople.in(database);
    var ada = people.educator("Ada", "North");
    var clara = people.educator("Clara", "South");
    var cases = GivenCases.in(database, clock);
    var shared = cases.published(ada, "Stone", Visibility.SHARED, clara.institution());

    cases.revised(
        ada,
        shared.id(),
        shared
            .content()
            .with(new Sharing(Status.DRAFT, Visibility.SHARED, List.of(clara.institution()))));

    refused(CaseProblem.NOT_FOUND, () -> cases.read.as(clara, shared.id()));
  }

  private static DeleteCase deleteCase(
      GivenCases cases, Database database, Fired<CaseDeleted> fired) {
    return new DeleteCase(cases.read, cases.cases, database, fired, GivenAudit.anywhere());
  }

  private static Problem refused(Problem.Kind kind, ThrowingCallable act) {
    var thrown = catchThrowableOfType(Problem.class, act);
    assertThat(thrown).isNotNull();
    assertThat(thrown.kind()).isEqualTo(kind);
    return thrown;
  }
}
