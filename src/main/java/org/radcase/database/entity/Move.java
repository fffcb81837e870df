package org.radcase.database.entity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A move to another database, as it is kept from step to step.
 *
 * @param since when the phase began
 * @param place where copying or comparing goes on
 * @param tables in the order in which they are copied
 * @param found the mismatches found last
 * @param foundInAll mismatches since the move began
 * @param longestPauseMillis that writers had to wait for a switch
 */
public record Move(
    MovePhase phase,
    Instant startedAt,
    Instant since,
    Place place,
    List<TableProgress> tables,
    List<Mismatch> found,
    long foundInAll,
    long longestPauseMillis) {
  private static final int MOST_SHOWN = 100;

  /**
   * A place in a table.
   *
   * @param table its index
   * @param backwards whether the copy is searched for rows that the original lacks
   * @param after the key of the last row that is done; empty at the beginning
   */
  public record Place(int table, boolean backwards, List<Object> after) {
    public static final Place FIRST = new Place(0, false, List.of());

    public Place {
      after = List.copyOf(after);
    }
  }

  public Move {
    tables = List.copyOf(tables);
    found = List.copyOf(found);
  }

  public static Move begin(Instant now, List<String> tables) {
    return new Move(
        MovePhase.COPYING,
        now,
        now,
        Place.FIRST,
        tables.stream().map(TableProgress::of).toList(),
        List.of(),
        0,
        0);
  }

  public Move in(MovePhase next, Instant now) {
    return new Move(
        next, startedAt, now, Place.FIRST, tables, found, foundInAll, longestPauseMillis);
  }

  public Move at(Place next, TableProgress progress) {
    var all = new ArrayList<>(tables);
    all.set(place.table(), progress);
    return new Move(phase, startedAt, since, next, all, found, foundInAll, longestPauseMillis);
  }

  /** The table at which the move is. */
  public TableProgress current() {
    return tables.get(place.table());
  }

  public Move plus(List<Mismatch> more) {
    var shown = new ArrayList<>(found);
    shown.addAll(more);
    return new Move(
        phase,
        startedAt,
        since,
        place,
        tables,
        shown.subList(Math.max(0, shown.size() - MOST_SHOWN), shown.size()),
        foundInAll + more.size(),
        longestPauseMillis);
  }

  /** Before all is compared once more. */
  public Move notCompared() {
    return new Move(
        phase,
        startedAt,
        since,
        Place.FIRST,
        tables.stream().map(TableProgress::notCompared).toList(),
        found,
        foundInAll,
        longestPauseMillis);
  }

  public Move paused(long millis) {
    return new Move(
        phase,
        startedAt,
        since,
        place,
        tables,
        found,
        foundInAll,
        Math.max(longestPauseMillis, millis));
  }

  /** Whether the verification that ran last found nothing. */
  public boolean isClean() {
    return tables.stream().allMatch(table -> table.mismatches() == 0);
  }
}
