package org.radcase.cases.entity.search;

import java.util.List;

/**
 * A part of a text in which something was found. The text is as its author wrote it: whoever shows
 * it escapes it.
 *
 * @param field the field's name in JSON, such as {@code findings}
 * @param text a stretch of it, with … where something was left out
 * @param marks what was found, in order, without overlap
 */
public record Highlight(String field, String text, List<Mark> marks) {
  public Highlight {
    marks = List.copyOf(marks);
  }

  /** A range of the text, in UTF-16 units; the end is exclusive. */
  public record Mark(int start, int end) {}
}
