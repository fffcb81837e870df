package org.radcase.cases.entity.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.radcase.cases.entity.search.Search.Clause;
import org.radcase.cases.entity.search.Search.Match;
import org.radcase.cases.entity.search.Search.Phrase;
import org.radcase.cases.entity.search.Search.Sign;

/**
 * Words that stand for each other, such as {@code MI} and {@code myocardial infarction}.
 *
 * @param groups keys, as {@link #key} makes them; a key may be in several groups
 */
public record Synonyms(List<List<String>> groups) {
  /** A synonym of more words is none that somebody would type. */
  public static final int MOST_WORDS = 6;

  public static final Synonyms NONE = new Synonyms(List.of());

  public Synonyms {
    groups = List.copyOf(groups);
  }

  /** How a term is compared: its tokens with a space between them; empty if it has no word. */
  public static String key(String term) {
    return String.join(" ", Word.tokensOf(term));
  }

  /** The key of neighbouring clauses as they were typed, if they can be a synonym together. */
  static Optional<String> keyOf(List<Clause> neighbours) {
    var tokens = new ArrayList<String>();
    for (var clause : neighbours) {
      if (clause.anyOf().size() != 1) return Optional.empty();
      if (neighbours.size() > 1 && clause.sign() == Sign.UNWANTED) return Optional.empty();
      for (var phrase : clause.anyOf().get(0)) {
        if (phrase.match() == Match.QUOTED) return Optional.empty();
        tokens.addAll(phrase.tokens());
      }
      if (tokens.size() > MOST_WORDS) return Optional.empty();
    }
    return Optional.of(String.join(" ", tokens));
  }

  /** The search with every synonym as an alternative; of several neighbours the most at once. */
  public Search expand(Search typed) {
    if (groups.isEmpty()) return typed;
    var expanded = new ArrayList<Clause>();
    var clauses = typed.clauses();
    for (var from = 0; from < clauses.size(); ) {
      var to = clauses.size();
      while (to > from + 1 && alternatives(clauses.subList(from, to)).isEmpty()) to--;
      var neighbours = clauses.subList(from, to);
      var others = alternatives(neighbours);
      if (others.isEmpty()) expanded.add(clauses.get(from));
      else expanded.add(together(neighbours, others));
      from = to;
    }
    return new Search(expanded);
  }

  private static Clause together(List<Clause> neighbours, List<List<Phrase>> others) {
    var all = new ArrayList<List<Phrase>>();
    all.add(
        neighbours.stream().flatMap(clause -> clause.anyOf().get(0).stream()).toList());
    all.addAll(others);
    return new Clause(neighbours.get(0).sign(), all);
  }

  private List<List<Phrase>> alternatives(List<Clause> neighbours) {
    var key = keyOf(neighbours);
    if (key.isEmpty()) return List.of();
    var others = new LinkedHashSet<String>();
    for (var group : groups) {
      if (group.contains(key.get())) others.addAll(group);
    }
    others.remove(key.get());
    return others.stream()
        .map(other -> List.of(new Phrase(List.of(other.split(" ")), Match.WHOLE)))
        .toList();
  }
}
