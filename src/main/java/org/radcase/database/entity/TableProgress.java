package org.radcase.database.entity;

/**
 * One table of a move.
 *
 * @param rows that the original had when its copying began
 * @param copied how many of them were carried over
 * @param compared rows compared in the verification that runs, or ran last
 * @param checksum of the compared rows, the same in both databases; 0 before
 * @param mismatches found and repaired in that verification
 */
public record TableProgress(
    String table, long rows, long copied, long compared, long checksum, long mismatches) {
  public static TableProgress of(String table) {
    return new TableProgress(table, 0, 0, 0, 0, 0);
  }

  public TableProgress ofRows(long count) {
    return new TableProgress(table, count, copied, compared, checksum, mismatches);
  }

  public TableProgress plusCopied(long more) {
    return new TableProgress(table, rows, copied + more, compared, checksum, mismatches);
  }

  public TableProgress plusCompared(long more, long sum, long different) {
    return new TableProgress(
        table, rows, copied, compared + more, checksum + sum, mismatches + different);
  }

  public TableProgress notCompared() {
    return new TableProgress(table, rows, copied, 0, 0, 0);
  }
}
