package org.radcase.cases.control;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.radcase.cases.entity.search.Search;
import org.radcase.cases.entity.search.Search.Clause;
import org.radcase.cases.entity.search.Search.Match;
import org.radcase.cases.entity.search.Search.Phrase;
import org.radcase.cases.entity.search.Search.Sign;
import org.radcase.platform.jdbc.Dialect;

/**
 * A search in the language of a database's index. Words are tokens, of letters and digits only, and
 * stand in quotes: nobody can type an operator. Sources: PostgreSQL's tsquery, SQLite's FTS5 §3.
 */
enum SearchSql {
  TSQUERY(" & ", " | ") {
    @Override
    String phrase(Phrase phrase) {
      var words = phrase.tokens().stream()
          .map(token -> "'" + token + "'")
          .collect(Collectors.joining(" <-> "));
      return "(" + words + (phrase.match() == Match.BEGINNING ? ":*" : "") + ")";
    }
  },
  FTS5(" AND ", " OR ") {
    @Override
    String phrase(Phrase phrase) {
      var words = String.join(" ", phrase.tokens());
      return "\"" + words + (phrase.match() == Match.BEGINNING ? "\" *" : "\"");
    }
  };

  private final String and;
  private final String or;

  SearchSql(String and, String or) {
    this.and = and;
    this.or = or;
  }

  static SearchSql of(Dialect dialect) {
    return dialect == Dialect.POSTGRESQL ? TSQUERY : FTS5;
  }

  abstract String phrase(Phrase phrase);

  /** What must be there; the search has at least one such clause. */
  String allWanted(Search search) {
    return joined(search.clauses(Sign.WANTED).stream(), this::clause, and);
  }

  String anyWanted(Search search) {
    return joined(search.clauses(Sign.WANTED).stream(), this::clause, or);
  }

  /** What must not be there; the search has at least one such clause. */
  String anyUnwanted(Search search) {
    return joined(search.clauses(Sign.UNWANTED).stream(), this::clause, or);
  }

  private String clause(Clause clause) {
    return joined(clause.anyOf().stream(), this::alternative, or);
  }

  private String alternative(List<Phrase> allOf) {
    return joined(allOf.stream(), this::phrase, and);
  }

  private static <T> String joined(Stream<T> parts, Function<T, String> written, String by) {
    return parts.map(written).collect(Collectors.joining(by, "(", ")"));
  }
}
