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

class CaseRightsTest {
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
  void who_reads_a_case(
      Status status, Visibility visibility, boolean north, boolean south, boolean west) {
    var teachingCase = aCase(status, visibility);

    for (var role : List.of(Role.EDUCATOR, Role.DIRECTOR)) {
      assertThat(view(teachingCase, caller(2, NORTH, role))).isEqualTo(fullIf(north));
      assertThat(view(teachingCase, caller(3, SOUTH, role))).isEqualTo(fullIf(south));
      assertThat(view(teachingCase, caller(4, WEST, role))).isEqualTo(fullIf(west));
    }
    assertThat(view(teachingCase, caller(3, SOUTH, Role.ADMIN))).isEqualTo(fullIf(south));
    assertThat(view(teachingCase, caller(4, WEST, Role.ADMIN))).isEqualTo(fullIf(west));
    var learner = caller(2, NORTH, Role.LEARNER);
    assertThat(view(teachingCase, learner)).isEqualTo(north ? View.STUDY : View.NONE);
    assertThat(CaseRights.of(learner, teachingCase, new Ties(false, true)).view())
        .isEqualTo(fullIf(north));
    assertThat(view(teachingCase, caller(5, InstitutionId.NONE, Role.OPERATOR)))
        .isEqualTo(View.NONE);
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void its_author_and_her_administrator_always_may_do_everything(Status status) {
    for (var visibility : Visibility.values()) {
      for (var caller : List.of(AUTHOR, caller(2, NORTH, Role.ADMIN))) {
        var rights = CaseRights.of(caller, aCase(status, visibility), Ties.NONE);
        assertThat(rights.view()).isEqualTo(View.FULL);
        assertThat(rights.mayEdit()).isTrue();
        assertThat(rights.mayManage()).isTrue();
      }
    }
  }

  @Test
  void an_administrators_look_at_what_is_not_for_readers_is_by_her_office() {
    var admin = caller(2, NORTH, Role.ADMIN);

    assertThat(CaseRights.of(admin, aCase(Status.DRAFT, Visibility.PUBLIC), Ties.NONE)
            .byOffice())
        .isTrue();
    assertThat(CaseRights.of(admin, aCase(Status.PUBLISHED, Visibility.PUBLIC), Ties.NONE)
            .byOffice())
        .isFalse();
  }

  @Test
  void a_co_author_edits_and_does_not_delete() {
    var draft = aCase(Status.DRAFT, Visibility.PRIVATE);
    var colleague = caller(2, NORTH, Role.EDUCATOR);

    assertThat(CaseRights.of(colleague, draft, new Ties(true, false)))
        .isEqualTo(new CaseRights(View.FULL, true, false, false));
    assertThat(CaseRights.of(caller(2, NORTH, Role.LEARNER), draft, new Ties(true, true))
            .view())
        .isEqualTo(View.NONE);
  }

  @Test
  void an_author_who_is_a_learner_now_does_not_see_her_drafts_any_more() {
    var learner = new Caller(AUTHOR.person(), "Ada", NORTH, Role.LEARNER);

    assertThat(view(aCase(Status.DRAFT, Visibility.PRIVATE), learner)).isEqualTo(View.NONE);
    assertThat(view(aCase(Status.PUBLISHED, Visibility.PUBLIC), learner)).isEqualTo(View.STUDY);
  }

  @Test
  void nobody_edits_what_she_does_not_see_in_full() {
    var random = new Random(3);
    var roles = List.of(Role.values());
    for (var i = 0; i < 2_000; i++) {
      var institutions = List.of(NORTH, SOUTH, WEST);
      var caller = caller(
          random.nextInt(3),
          institutions.get(random.nextInt(3)),
          roles.get(random.nextInt(roles.size())));

      var rights = CaseRights.of(
          caller,
          aCase(Contents.random(random, institutions)),
          new Ties(random.nextBoolean(), random.nextBoolean()));

      if (rights.mayEdit()) assertThat(rights.view()).isEqualTo(View.FULL);
      if (rights.mayManage()) assertThat(rights.mayEdit()).isTrue();
    }
  }

  private static View view(TeachingCase teachingCase, Caller caller) {
    return CaseRights.of(caller, teachingCase, Ties.NONE).view();
  }

  private static View fullIf(boolean visible) {
    return visible ? View.FULL : View.NONE;
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
