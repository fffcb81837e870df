package org.radcase.database.boundary;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.radcase.database.entity.Move;
import org.radcase.database.entity.MovePhase;
import org.radcase.database.entity.MoveStatus;
import org.radcase.database.entity.TableProgress;

/**
 * A move as it travels.
 *
 * @param phase none, copying, verifying, ready, switched, rolled-back, finished or cancelled
 * @param rows of all tables, as far as they are known
 * @param done rows copied, or compared while it is verifying
 * @param secondsLeft of the phase, at the rate of now; null if unknown
 */
public record MoveView(
    String phase,
    String from,
    @Nullable String to,
    @Nullable Instant startedAt,
    @Nullable Instant since,
    long rows,
    long done,
    double rowsPerSecond,
    @Nullable Long secondsLeft,
    long pending,
    long lagMillis,
    List<TableView> tables,
    List<MismatchView> mismatches,
    long mismatchesFound,
    long longestPauseMillis,
    @Nullable Instant keptUntil,
    @Nullable String problem) {

  /** One table. */
  public record TableView(
      String name, long rows, long copied, long compared, String checksum, long mismatches) {
    static TableView of(TableProgress table) {
      return new TableView(
          table.table(),
          table.rows(),
          table.copied(),
          table.compared(),
          Long.toHexString(table.checksum()),
          table.mismatches());
    }
  }

  /** A row that was not the same in both databases. */
  public record MismatchView(String table, List<Object> key, String kind) {}

  static MoveView of(MoveStatus status) {
    return status.move().map(move -> of(status, move)).orElseGet(() -> none(status));
  }

  private static MoveView none(MoveStatus status) {
    return new MoveView(
        "none",
        status.from(),
        status.to().orElse(null),
        null,
        null,
        0,
        0,
        0,
        null,
        0,
        0,
        List.of(),
        List.of(),
        0,
        0,
        null,
        status.problem().orElse(null));
  }

  private static MoveView of(MoveStatus status, Move move) {
    var rows = move.tables().stream().mapToLong(TableProgress::rows).sum();
    var comparing = move.phase() == MovePhase.VERIFYING;
    var done = move.tables().stream()
        .mapToLong(table -> comparing ? table.compared() : table.copied())
        .sum();
    var works = comparing || move.phase() == MovePhase.COPYING;
    var left = works && status.rowsPerSecond() > 1
        ? (Long) Math.round(Math.max(0, rows - done) / status.rowsPerSecond())
        : null;
    return new MoveView(
        move.phase().term(),
        status.from(),
        status.to().orElse(null),
        move.startedAt(),
        move.since(),
        rows,
        done,
        works ? status.rowsPerSecond() : 0,
        left,
        status.pending(),
        status.lagMillis(),
        move.tables().stream().map(TableView::of).toList(),
        move.found().stream()
            .map(one -> new MismatchView(one.table(), one.key(), one.kind().term()))
            .toList(),
        move.foundInAll(),
        move.longestPauseMillis(),
        status.keptUntil().orElse(null),
        status.problem().orElse(null));
  }
}
