package org.radcase.studies.boundary;

import org.radcase.studies.control.StudyProblem;

/** A frame number from an address; frames count from 1. */
public record FrameNumber(int value) {
  private static final int MOST_DIGITS = 9;

  /** @throws org.radcase.platform.problem.Problem frame.not-found if it is no such number */
  public static FrameNumber fromString(String text) {
    if (!text.matches("\\d{1," + MOST_DIGITS + "}")) {
      throw StudyProblem.NO_FRAME.because("Frames are numbered from 1");
    }
    return new FrameNumber(Integer.parseInt(text));
  }
}
