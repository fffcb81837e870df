package org.radcase.cases.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.accounts.entity.PersonId;
import org.radcase.accounts.entity.Role;

class TeachingCaseTest {
  private static final InstitutionId NORTH = new InstitutionId(new UUID(1, 1));
  private static final InstitutionId SOUTH = new InstitutionId(new UUID(1, 2));
  private static final Caller AUTHOR = caller(1, NORTH, Role.EDUCATOR);
  private static final Instant MADE = Instant.parse("2026-11-20T08:00:00Z");

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
