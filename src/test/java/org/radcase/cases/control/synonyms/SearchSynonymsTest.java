package org.radcase.cases.control.synonyms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.radcase.accounts.control.GivenPeople;
import org.radcase.accounts.entity.Role;
import org.radcase.cases.entity.search.Search;
import org.radcase.cases.entity.search.Synonyms;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.problem.Problem;
import org.radcase.testing.EachDatabase;

class SearchSynonymsTest {
  @EachDatabase
  void a_new_database_knows_the_usual_ones(Database database) {
    var synonyms = GivenSynonyms.in(database);

    assertThat(synonyms.of(Search.of("cxr")).groups())
        .containsExactly(List.of("cxr", "chest radiograph", "chest x ray", "chest film"));
    assertThat(synonyms.of(Search.of("old myocardial infarction")).groups())
        .containsExactly(List.of("mi", "myocardial infarction", "heart attack"));
    assertThat(synonyms.of(Search.of("zebra")).groups()).isEmpty();
  }

  @EachDatabase
  void every_key_of_a_new_database_is_that_of_its_term(Database database) {
    var terms = database.read(sql -> sql.list(
        "SELECT term, term_key FROM search_synonym",
        row -> List.of(row.getString("term"), row.getString("term_key"))));

    assertThat(terms).hasSizeGreaterThan(150);
    for (var term : terms) assertThat(Synonyms.key(term.get(0))).isEqualTo(term.get(1));
  }

  @EachDatabase
  void an_operator_replaces_them_and_searches_know_at_once(Database database) {
    var olga = GivenPeople.in(database).person("Olga", "Nowhere", Role.OPERATOR);
    var synonyms = GivenSynonyms.in(database);
    var groups =
        List.of(List.of("LAM", "lymphangioleiomyomatosis"), List.of("Wilms", "nephroblastoma"));

    var replaced = synonyms.replace(olga, revision -> revision == 1, groups);

    assertThat(replaced).isEqualTo(new SynonymList(2, groups));
    assertThat(synonyms.read(olga)).isEqualTo(replaced);
    assertThat(synonyms.of(Search.of("lam")).groups())
        .containsExactly(List.of("lam", "lymphangioleiomyomatosis"));
    assertThat(synonyms.of(Search.of("cxr")).groups()).isEmpty();
  }

  @EachDatabase
  void who_read_an_older_revision_replaces_nothing(Database database) {
    var olga = GivenPeople.in(database).person("Olga", "Nowhere", Role.OPERATOR);
    var synonyms = GivenSynonyms.in(database);
    synonyms.replace(olga, revision -> true, List.of(List.of("a", "b")));

    var stale = catchThrowableOfType(
        Problem.class, () -> synonyms.replace(olga, revision -> revision == 1, List.of()));

    assertThat(stale.kind()).isEqualTo(SynonymProblem.STALE);
    assertThat(synonyms.read(olga).groups()).containsExactly(List.of("a", "b"));
  }

  @EachDatabase
  void nobody_but_an_operator_may(Database database) {
    var people = GivenPeople.in(database);
    var synonyms = GivenSynonyms.in(database);

    for (var role : List.of(Role.LEARNER, Role.EDUCATOR, Role.DIRECTOR, Role.ADMIN)) {
      var caller = people.person(role.term(), "North", role);
      var reading = catchThrowableOfType(Problem.class, () -> synonyms.read(caller));
      var writing = catchThrowableOfType(
          Problem.class, () -> synonyms.replace(caller, revision -> true, List.of()));
      assertThat(reading.kind().code()).isEqualTo("admin.not-allowed");
      assertThat(writing.kind().code()).isEqualTo("admin.not-allowed");
    }
  }
}
