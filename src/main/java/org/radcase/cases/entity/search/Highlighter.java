package org.radcase.cases.entity.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.radcase.cases.entity.search.Highlight.Mark;
import org.radcase.cases.entity.search.Search.Match;
import org.radcase.cases.entity.search.Search.Phrase;
import org.radcase.cases.entity.search.Search.Sign;

/** Marks in texts what a search has found there. */
public final class Highlighter {
  /** A line or two on a card, in UTF-16 units. */
  private static final int LENGTH = 160;

  /** What stands before the first mark, in UTF-16 units. */
  private static final int BEFORE = 40;

  private final List<Phrase> phrases;

  public Highlighter(Search search) {
    phrases = search.clauses(Sign.WANTED).stream()
        .flatMap(clause -> clause.anyOf().stream())
        .flatMap(List::stream)
        .toList();
  }

  /** The stretch around the first thing found; nothing if the text has none of it. */
  public Optional<Highlight> in(String field, String text) {
    var marks = marks(Word.allOf(text));
    if (marks.isEmpty()) return Optional.empty();
    var from = beginning(text, marks.get(0).start());
    var to = end(text, Math.max(from + LENGTH, marks.get(0).end()));
    var before = from == 0 ? "" : "… ";
    var after = to == text.length() ? "" : " …";
    var moved = before.length() - from;
    var shown = marks.stream()
        .filter(mark -> mark.start() < to)
        .map(mark -> new Mark(mark.start() + moved, Math.min(mark.end(), to) + moved))
        .toList();
    return Optional.of(new Highlight(field, before + text.substring(from, to) + after, shown));
  }

  private List<Mark> marks(List<Word> words) {
    var found = new ArrayList<Mark>();
    for (var at = 0; at < words.size(); at++) {
      for (var phrase : phrases) {
        var size = phrase.tokens().size();
        if (standsAt(phrase, words, at)) {
          found.add(new Mark(words.get(at).start(), words.get(at + size - 1).end()));
        }
      }
    }
    return merged(found);
  }

  private static boolean standsAt(Phrase phrase, List<Word> words, int at) {
    var tokens = phrase.tokens();
    var last = tokens.size() - 1;
    if (at + last >= words.size()) return false;
    for (var i = 0; i <= last; i++) {
      var token = words.get(at + i).token();
      var open = i == last && phrase.match() == Match.BEGINNING;
      if (open ? !token.startsWith(tokens.get(i)) : !token.equals(tokens.get(i))) return false;
    }
    return true;
  }

  private static List<Mark> merged(List<Mark> found) {
    found.sort(Comparator.comparingInt(Mark::start).thenComparingInt(Mark::end));
    var merged = new ArrayList<Mark>();
    for (var mark : found) {
      var last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last == null || mark.start() >= last.end()) {
        merged.add(mark);
      } else {
        var end = Math.max(last.end(), mark.end());
        merged.set(merged.size() - 1, new Mark(last.start(), end));
      }
    }
    return merged;
  }

  /** After a space some way before the mark, so that no word is cut. */
  private static int beginning(String text, int mark) {
    if (mark <= BEFORE) return 0;
    for (var at = mark - BEFORE; at < mark; at++) {
      if (Character.isWhitespace(text.charAt(at))) return at + 1;
    }
    return mark;
  }

  /** Before the last space up to there, or before a character that would be cut in two. */
  private static int end(String text, int most) {
    if (most >= text.length()) return text.length();
    for (var at = most; at > most - BEFORE; at--) {
      if (Character.isWhitespace(text.charAt(at))) return at;
    }
    return Character.isLowSurrogate(text.charAt(most)) ? most - 1 : most;
  }
}
