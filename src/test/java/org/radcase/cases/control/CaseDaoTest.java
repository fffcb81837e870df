package org.radcase.cases.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.radcase.accounts.control.GivenPeople;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.cases.entity.CaseContent;
import org.radcase.cases.entity.Contents;
import org.radcase.cases.entity.TeachingCase;
import org.radcase.platform.jdbc.Database;
import org.radcase.testing.EachDatabase;
import org.radcase.testing.TurnableClock;

class CaseDaoTest {
  private static final int SHAPES = 60;

  private final TurnableClock clock = new TurnableClock();

  @EachDatabase
  void what_was_written_is_read_back_whatever_its_shape(Database database) {
    var people = GivenPeople.in(database);
    var author = people.educator("Ada", "North");
    people.educator("Berta", "South");
    people.educator("Clara", "West");
    var others = institutions("South", "West");
    var cases = GivenCases.in(database, clock);
    var random = new Random(20261120);

    for (var i = 0; i < SHAPES; i++) {
      var made = cases.aDraft(author, "Stone");
      cases.images.added(made.id(), "thumbnail");
      var written = next(cases.cases.get(made.id()), Contents.random(random, others));
      cases.cases.revise(made, written);

      assertThat(cases.cases.get(made.id())).as("shape %d", i).isEqualTo(written);
    }
  }

  @EachDatabase
  void a_second_writer_with_an_old_revision_changes_nothing(Database database) {
    var author = GivenPeople.in(database).educator("Ada", "North");
    var dao = new CaseWritingDao(database);
    var stored = GivenCases.in(database, clock).aDraft(author, "Aortic dissection");

    assertThat(dao.update(next(stored, Contents.ofDiagnosis("Type A dissection"))))
        .isTrue();
    assertThat(dao.update(next(stored, Contents.ofDiagnosis("Type B dissection"))))
        .isFalse();

    assertThat(new CaseDao(database).find(stored.id()))
        .get()
        .extracting(read -> read.content().answer().diagnosis())
        .isEqualTo("Type A dissection");
  }

  @EachDatabase
  void a_deleted_case_is_gone_with_its_tags(Database database) {
    var author = GivenPeople.in(database).educator("Ada", "North");
    var stored = GivenCases.in(database, clock).aDraft(author, "Aortic dissection");

    new CaseWritingDao(database).delete(stored.id());

    assertThat(new CaseDao(database).find(stored.id())).isEmpty();
    assertThat(database.<List<String>>read(
            sql -> sql.list("SELECT tag_key FROM case_tag", row -> row.getString(1))))
        .isEmpty();
  }

  private TeachingCase next(TeachingCase stored, CaseContent content) {
    return stored.revised(content, clock.instant());
  }

  private static List<InstitutionId> institutions(String... names) {
    return List.of(names).stream().map(GivenPeople::institution).toList();
  }
}
