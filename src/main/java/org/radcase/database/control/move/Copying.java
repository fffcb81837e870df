package org.radcase.database.control.move;

import java.util.List;
import java.util.Map;
import org.radcase.database.control.move.Carrier.Seen;
import org.radcase.database.entity.Move;
import org.radcase.database.entity.Move.Place;
import org.radcase.platform.jdbc.Pool;

/** Carries over the rows that were there before the journal began, a batch at a time. */
final class Copying {
  private static final int BATCH = 1_000;

  private final Pool from;
  private final Carrier carrier;
  private final TableShapes tables;

  Copying(Pool from, Carrier carrier, TableShapes tables) {
    this.from = from;
    this.carrier = carrier;
    this.tables = tables;
  }

  private record Taken(Seen seen, List<List<Object>> rows, long count) {}

  /** Whether all tables are copied. */
  boolean isDone(Move move) {
    return move.place().table() == tables.inOrder().size();
  }

  /** One batch, and what was written meanwhile; of one state, so that no row lacks its parent. */
  Move step(Move move) {
    var table = tables.inOrder().get(move.place().table());
    var after = move.place().after();
    var taken = from.snapshot(sql -> {
      var seen = carrier.look(sql, move.place().table() + 1);
      var count = after.isEmpty() ? sql.first(table.count(), row -> row.getLong(1)) : null;
      return new Taken(
          seen,
          seen.whole() ? Rows.after(sql, table, after, BATCH) : List.of(),
          count == null ? move.current().rows() : count.orElseThrow());
    });
    carrier.put(taken.seen, Map.of(table, taken.rows));
    var progress = move.current().ofRows(taken.count).plusCopied(taken.rows.size());
    var next = move.at(next(move.place(), table, taken), progress);
    from.write(sql -> {
      Journal.remove(sql, taken.seen.entries());
      MoveDao.write(sql, next);
      return true;
    });
    return next;
  }

  private static Place next(Place place, TableShape table, Taken taken) {
    if (!taken.seen.whole()) return place;
    if (taken.rows.size() < BATCH) return new Place(place.table() + 1, false, List.of());
    return new Place(place.table(), false, table.keyOf(taken.rows.get(taken.rows.size() - 1)));
  }
}
