package org.radcase.reading.entity;

import java.util.List;

/**
 * How far somebody is in finding the key findings of a case.
 *
 * @param toFind how many there are to be found in all
 * @param found those that she has found
 */
public record FindingsProgress(int toFind, List<KeyFinding> found, int attemptsLeft) {
  public FindingsProgress {
    found = List.copyOf(found);
  }

  /** How many are not found yet. */
  public int left() {
    return toFind - found.size();
  }
}
