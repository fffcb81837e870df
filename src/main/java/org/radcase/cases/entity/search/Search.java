package org.radcase.cases.entity.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What somebody looks for in texts; every clause must hold.
 *
 * <p>Words must all occur, in any place. {@code "Words in quotes"} must follow each other; a {@code
 * -} before either excludes; {@code word*} and the last word find all that begins so. Everything
 * else is no more than what stands between words: there is no query that is malformed.
 */
public record Search(List<Clause> clauses) {
  /** No condition at all. */
  public static final Search ANYTHING = new Search(List.of());

  /** What was asked for has no word in it, so that nothing can have it. */
  private static final Search NOTHING = new Search(List.of(new Clause(Sign.WANTED, List.of())));

  private static final Pattern QUOTES = Pattern.compile("[“”„‟«»＂]");
  private static final Pattern TERM = Pattern.compile("(-)?(?:\"([^\"]*)\"|([^\\s\"]+))");

  /** One letter would begin too many. */
  private static final int LEAST_BEGINNING = 2;

  /** Whether a text must have it, or must not. */
  public enum Sign {
    WANTED,
    UNWANTED
  }

  /** How a phrase is compared. */
  public enum Match {
    /** Word by word, and without synonyms. */
    QUOTED,
    /** Word by word. */
    WHOLE,
    /** The last word may go on. */
    BEGINNING
  }

  /** Tokens that follow each other; at least one. */
  public record Phrase(List<String> tokens, Match match) {
    public Phrase {
      tokens = List.copyOf(tokens);
    }
  }

  /** Holds if a text has all phrases of at least one alternative; with none it never holds. */
  public record Clause(Sign sign, List<List<Phrase>> anyOf) {
    public Clause {
      anyOf = List.copyOf(anyOf);
    }

    static Clause of(Sign sign, Phrase phrase) {
      return new Clause(sign, List.of(List.of(phrase)));
    }
  }

  public Search {
    clauses = List.copyOf(clauses);
  }

  /** Reads what somebody typed; blank finds everything, signs without a word find nothing. */
  public static Search of(String typed) {
    var text = QUOTES.matcher(typed).replaceAll("\"");
    if (text.isBlank()) return ANYTHING;
    var clauses = new ArrayList<Clause>();
    var terms = TERM.matcher(text);
    while (terms.find()) {
      var sign = terms.group(1) == null ? Sign.WANTED : Sign.UNWANTED;
      var quoted = terms.group(2) != null;
      var term = quoted ? terms.group(2) : terms.group(3);
      var tokens = Word.tokensOf(term);
      if (tokens.isEmpty()) continue;
      var goesOn = term.endsWith("*")
          || (sign == Sign.WANTED && terms.end() == text.stripTrailing().length());
      var open = goesOn && tokens.get(tokens.size() - 1).length() >= LEAST_BEGINNING;
      var match = quoted ? Match.QUOTED : open ? Match.BEGINNING : Match.WHOLE;
      clauses.add(Clause.of(sign, new Phrase(tokens, match)));
    }
    return clauses.isEmpty() ? NOTHING : new Search(clauses);
  }

  /** How many words it has, each of which costs a look into the index. */
  public long size() {
    return clauses.stream()
        .flatMap(clause -> clause.anyOf().stream())
        .flatMap(List::stream)
        .mapToLong(phrase -> phrase.tokens().size())
        .sum();
  }

  public boolean isAnything() {
    return clauses.isEmpty();
  }

  /** The clauses of one sign. */
  public List<Clause> clauses(Sign sign) {
    return clauses.stream().filter(clause -> clause.sign() == sign).toList();
  }

  /** What may stand in the table of synonyms: words and neighbours, as {@link Synonyms#key}. */
  public Set<String> keys() {
    var keys = new TreeSet<String>();
    for (var from = 0; from < clauses.size(); from++) {
      for (var to = from + 1; to <= clauses.size(); to++) {
        Synonyms.keyOf(clauses.subList(from, to)).ifPresent(keys::add);
      }
    }
    return keys;
  }
}
