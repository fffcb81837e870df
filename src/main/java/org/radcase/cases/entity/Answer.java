package org.radcase.cases.entity;

import java.util.List;

/**
 * What the images show, and what they mean.
 *
 * @param title a line, which may name the diagnosis
 */
public record Answer(
    String title,
    String findings,
    String diagnosis,
    List<String> differential,
    List<String> teachingPoints) {
  public static final Answer NONE = new Answer("", "", "", List.of(), List.of());

  public Answer {
    differential = List.copyOf(differential);
    teachingPoints = List.copyOf(teachingPoints);
  }
}
