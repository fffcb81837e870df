package org.radcase.cases.entity;

/**
 * What ties somebody to a case beyond her role and institution.
 *
 * @param coAuthor whether its author has invited her to write it with her
 * @param revealed whether she has committed to an answer and seen the truth
 */
public record Ties(boolean coAuthor, boolean revealed) {
  public static final Ties NONE = new Ties(false, false);
}
