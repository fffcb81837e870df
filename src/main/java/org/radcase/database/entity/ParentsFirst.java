package org.radcase.database.entity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The order of tables in which each comes after those to which its rows refer. */
public final class ParentsFirst {
  private ParentsFirst() {}

  /**
   * Puts tables in that order; where it leaves a choice, in theirs.
   *
   * @param parents of each table, by name; others than these, and itself, do not count
   * @throws IllegalStateException if tables refer to each other
   */
  public static List<String> order(Map<String, Set<String>> parents) {
    var placed = new ArrayList<String>();
    var left = new LinkedHashMap<>(parents);
    while (!left.isEmpty()) {
      var next = left.entrySet().stream()
          .filter(table -> table.getValue().stream()
              .noneMatch(parent -> !parent.equals(table.getKey()) && left.containsKey(parent)))
          .map(Map.Entry::getKey)
          .findFirst()
          .orElseThrow(
              () -> new IllegalStateException("Tables that refer to each other: " + left.keySet()));
      placed.add(next);
      left.remove(next);
    }
    return placed;
  }
}
