package org.radcase.cases.entity;

/**
 * How hard a case is to read.
 *
 * @param value 1, for a student's first week, to 5, for fellows
 */
public record Difficulty(int value) {
  public static final int EASIEST = 1;
  public static final int HARDEST = 5;

  public Difficulty {
    if (value < EASIEST || value > HARDEST) {
      throw new IllegalArgumentException("Difficulty is " + value + ", must be 1 to 5");
    }
  }
}
