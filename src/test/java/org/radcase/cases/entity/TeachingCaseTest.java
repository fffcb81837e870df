package org.radcase.cases.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.accounts.entity.PersonId;
import org.radcase.accounts.entity.Role;

class TeachingCaseTest {
  private static final InstitutionId NORTH = new InstitutionId(new UUID(1, 1));
  private static final InstitutionId SOUTH = new InstitutionId(new UUID(1, 2));
  private static final InstitutionId WEST = new InstitutionId(new UUID(1, 3));
  private static final Caller AUTHOR = caller(1, NORTH, Role.EDUCATOR);
  private static final Instant MADE = Instant.parse("2026-11-20T08:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "DRAFT, INSTITUTION, false, false, false",
    "DRAFT, PUBLIC, false, false, false",
    "ARCHIVED, PUBLIC, false, false, false",
    "PUBLISHED, PRIVATE, false, false, false",
    "PUBLISHED, INSTITUTION, true, false, false",
    "PUBLISHED, SHARED, true, true, false",
    "PUBLISHED, PUBLIC, true, true, true"
  })
  void who_sees_a_case(
      Status status, Visibility visibility, boolean north, boolean south, boolean west) {
    var teachingCase = aCase(status, visibility);

    for (var role : List.of(Role.LEARNER, Role.EDUCATOR, Role.DIRECTOR, Role.ADMIN)) {
      assertThat(teachingCase.visibleTo(caller(2, NORTH, role))).isEqualTo(north);
      assertThat(teachingCase.visibleTo(caller(3, SOUTH, role))).isEqualTo(south);
      assertThat(teachingCase.visibleTo(caller(4, WEST, role))).isEqualTo(west);
    }
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void its_author_always_sees_and_edits_it(Status status) {
    for (var visibility : Visibility.values()) {
      assertThat(aCase(status, visibility).visibleTo(AUTHOR)).isTrue();
      assertThat(aCase(status, visibility).editableBy(AUTHOR)).isTrue();
    }
  }

  @Test
  void of_the_others_only_an_administrator_of_its_institution_edits_what_she_sees() {
    var published = aCase(Status.PUBLISHED, Visibility.PUBLIC);

    assertThat(published.editableBy(caller(2, NORTH, Role.ADMIN))).isTrue();
    assertThat(published.editableBy(caller(2, SOUTH, Role.ADMIN))).isFalse();
    assertThat(published.editableBy(caller(2, NORTH, Role.EDUCATOR))).isFalse();
    assertThat(aCase(Status.DRAFT, Visibility.INSTITUTION).editableBy(caller(2, NORTH, Role.ADMIN)))
        .isFalse();
  }

  @Test
  void an_author_who_is_a_learner_now_does_not_edit_any_more() {
    var learner = new Caller(AUTHOR.person(), "Ada", NORTH, Role.LEARNER);

    assertThat(aCase(Status.DRAFT, Visibility.PRIVATE).visibleTo(learner)).isTrue();
    assertThat(aCase(Status.DRAFT, Visibility.PRIVATE).editableBy(learner)).isFalse();
  }

  @Test
  void nobody_edits_what_she_does_not_see() {
    var random = new Random(3);
    var roles = List.of(Role.values());
    for (var i = 0; i < 2_000; i++) {
      var institutions = List.of(NORTH, SOUTH, WEST);
      var content = Contents.random(random, institutions);
      var teachingCase = aCase(content);
      var caller = caller(
          random.nextInt(3),
          institutions.get(random.nextInt(3)),
          roles.get(random.nextInt(roles.size())));

      if (teachingCase.editableBy(caller)) {
        assertThat(teachingCase.visibleTo(caller)).isTrue();
      }
    }
  }

  @Test
  void the_time_of_publishing_is_the_last_time_that_it_became_published() {
    var draft = aCase(Status.DRAFT, Visibility.INSTITUTION);
    var published = draft.revised(content(Status.PUBLISHED), MADE.plusSeconds(1));
    var corrected = published.revised(content(Status.PUBLISHED), MADE.plusSeconds(2));
    var withdrawn = corrected.revised(content(Status.DRAFT), MADE.plusSeconds(3));
    var again = withdrawn.revised(content(Status.PUBLISHED), MADE.plusSeconds(4));

    assertThat(draft.times().publishedAt()).isNull();
    assertThat(published.times().publishedAt()).isEqualTo(MADE.plusSeconds(1));
    assertThat(corrected.times().publishedAt()).isEqualTo(MADE.plusSeconds(1));
    assertThat(withdrawn.times().publishedAt()).isEqualTo(MADE.plusSeconds(1));
    assertThat(again.times().publishedAt()).isEqualTo(MADE.plusSeconds(4));
    assertThat(again.revision()).isEqualTo(5);
  }

  private static CaseContent content(Status status) {
    return Contents.with(status, Visibility.INSTITUTION, Contents.ofDiagnosis("Stone"));
  }

  private static TeachingCase aCase(Status status, Visibility visibility) {
    var sharedWith = visibility == Visibility.SHARED ? List.of(SOUTH) : List.<InstitutionId>of();
    return aCase(Contents.ofDiagnosis("Stone").with(new Sharing(status, visibility, sharedWith)));
  }

  private static TeachingCase aCase(CaseContent content) {
    return new TeachingCase(
        new CaseId(new UUID(0, 0)),
        1,
        content,
        new Author(AUTHOR.person(), "Ada", NORTH),
        new CaseTimes(MADE, MADE, null),
        Pictures.NONE);
  }

  private static Caller caller(long person, InstitutionId institution, Role role) {
    return new Caller(new PersonId(new UUID(2, person)), "Somebody", institution, role);
  }
}
