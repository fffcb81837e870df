package org.radcase.cases.entity;

/**
 * What a reader is told before she answers.
 *
 * @param presentation one neutral line, or empty
 * @param clinicalHistory a text, or empty
 */
public record Question(String presentation, String clinicalHistory) {
  public static final Question NONE = new Question("", "");
}
