package org.radcase.cases.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.radcase.cases.entity.search.CaseFilter;
import org.radcase.cases.entity.search.CaseOrder;
import org.radcase.cases.entity.search.CaseQuery;
import org.radcase.cases.entity.search.Search;
import org.radcase.platform.http.QueryParameters;
import org.radcase.platform.problem.Problem;

class CaseQueryReaderTest {
  private final MultivaluedHashMap<String, String> given = new MultivaluedHashMap<>();

  @Test
  void without_parameters_it_is_everything() {
    assertThat(reader().query()).isEqualTo(CaseQuery.EVERYTHING);
    assertThat(reader().order(CaseQuery.EVERYTHING)).isEqualTo(CaseOrder.LAST_CHANGED_FIRST);
  }

  @Test
  void a_repeated_filter_has_several_values() {
    given.addAll("modality", "CT", "MR", "CT");
    given.addAll("tag", "Stone");
    given.add("q", "Flank PAIN");

    var query = reader().query();

    assertThat(query.filters())
        .containsEntry(CaseFilter.MODALITY, Set.of("CT", "MR"))
        .containsEntry(CaseFilter.TAG, Set.of("stone"));
    assertThat(query.search()).isEqualTo(Search.of("flank pain"));
    assertThat(reader().order(query)).isEqualTo(CaseOrder.BEST_FIRST);
  }

  @Test
  void every_fault_and_every_unknown_parameter_is_named() {
    given.add("modality", "XX");
    given.add("author", "me");
    given.addAll("q", "a", "b");
    given.add("sort", "price");
    given.add("colour", "red");
    var parameters = new QueryParameters(given);
    var reader = new CaseQueryReader(parameters);
    reader.order(reader.query());

    var problem = catchThrowableOfType(Problem.class, parameters::check);

    assertThat(problem.kind().code()).isEqualTo("request.parameter");
    assertThat(problem.detail()).contains("modality", "author", "q must not be", "sort", "colour");
  }

  @Test
  void nothing_is_relevant_without_a_search() {
    given.add("sort", "relevance");
    var parameters = new QueryParameters(given);
    var reader = new CaseQueryReader(parameters);
    reader.order(reader.query());

    assertThat(catchThrowableOfType(Problem.class, parameters::check).detail())
        .contains("relevance without q");
  }

  @Test
  void a_search_of_very_many_words_is_refused() {
    given.add(
        "q", IntStream.range(0, 21).mapToObj(Integer::toString).collect(Collectors.joining(" ")));
    var parameters = new QueryParameters(given);
    new CaseQueryReader(parameters).query();

    assertThat(catchThrowableOfType(Problem.class, parameters::check)).isNotNull();
  }

  @Test
  void a_text_that_is_none_is_refused() {
    for (var text : List.of("\u0000", "\ud800", "\ufffd", "x".repeat(5_000))) {
      given.putSingle("q", text);
      var parameters = new QueryParameters(given);
      new CaseQueryReader(parameters).query();

      assertThat(catchThrowableOfType(Problem.class, parameters::check)).isNotNull();
    }
  }

  private CaseQueryReader reader() {
    return new CaseQueryReader(new QueryParameters(given));
  }
}
