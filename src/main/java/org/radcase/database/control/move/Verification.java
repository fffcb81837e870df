package org.radcase.database.control.move;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.radcase.database.control.move.Carrier.Seen;
import org.radcase.database.entity.Mismatch;
import org.radcase.database.entity.Move;
import org.radcase.database.entity.Move.Place;
import org.radcase.platform.jdbc.Pool;

/**
 * Compares each row with its copy, and each copy with its row, while people write: what was written
 * up to the state that is read is carried over first, so the two must be the same then.
 */
final class Verification {
  private static final int BATCH = 1_000;

  private final Pool from;
  private final Pool to;
  private final Carrier carrier;
  private final TableShapes tables;

  Verification(Pool from, Pool to, Carrier carrier, TableShapes tables) {
    this.from = from;
    this.to = to;
    this.carrier = carrier;
    this.tables = tables;
  }

  /** Whether all tables are compared. */
  boolean isDone(Move move) {
    return move.place().table() == tables.inOrder().size();
  }

  /** One batch, in either direction; mismatches are repaired and listed. */
  Move step(Move move) {
    var table = tables.inOrder().get(move.place().table());
    var next = move.place().backwards() ? searchCopy(move, table) : compare(move, table);
    from.write(sql -> {
      MoveDao.write(sql, next);
      return true;
    });
    return next;
  }

  private record Taken(Seen seen, List<List<Object>> rows) {}

  private Move compare(Move move, TableShape table) {
    var after = move.place().after();
    var taken = from.snapshot(sql -> {
      var seen = carrier.look(sql);
      return new Taken(seen, seen.whole() ? Rows.after(sql, table, after, BATCH) : List.of());
    });
    carry(taken.seen);
    if (!taken.seen.whole()) return move;
    var keys = taken.rows.stream().map(table::keyOf).toList();
    var copies = to.read(sql -> Rows.byKeys(sql, table, keys));
    var different = new ArrayList<List<Object>>();
    var found = new ArrayList<Mismatch>();
    var checksum = 0L;
    for (var row : taken.rows) {
      var key = table.keyOf(row);
      var copy = copies.get(key);
      checksum += row.hashCode() * 0x9E37_79B9_7F4A_7C15L;
      if (row.equals(copy)) continue;
      different.add(row);
      found.add(new Mismatch(
          table.name(), key, copy == null ? Mismatch.Kind.MISSING : Mismatch.Kind.DIFFERENT));
    }
    if (!different.isEmpty()) carrier.put(nothing(), Map.of(table, different));
    var progress = move.current().plusCompared(taken.rows.size(), checksum, found.size());
    return move.at(next(move.place(), keys), progress).plus(found);
  }

  private Move searchCopy(Move move, TableShape table) {
    var keys = to.read(sql -> Rows.keysAfter(sql, table, move.place().after(), BATCH));
    record Known(Seen seen, Collection<List<Object>> keys) {}
    var known = from.snapshot(sql -> new Known(carrier.look(sql), Rows.existing(sql, table, keys)));
    carry(known.seen);
    if (!known.seen.whole()) return move;
    var extra = new HashSet<>(keys);
    extra.removeAll(new HashSet<>(known.keys));
    // What the journal named as deleted is gone by now.
    var left = to.read(sql -> Rows.existing(sql, table, extra));
    if (!left.isEmpty()) {
      to.write(sql -> {
        Rows.delete(sql, table, left);
        return true;
      });
    }
    var found = left.stream()
        .map(key -> new Mismatch(table.name(), key, Mismatch.Kind.EXTRA))
        .toList();
    var progress = move.current().plusCompared(0, 0, found.size());
    return move.at(next(move.place(), keys), progress).plus(found);
  }

  private void carry(Seen seen) {
    if (seen.entries().isEmpty()) return;
    carrier.put(seen, Map.of());
    from.write(sql -> {
      Journal.remove(sql, seen.entries());
      return true;
    });
  }

  private static Seen nothing() {
    return new Seen(List.of(), true, Map.of(), Map.of(), 0);
  }

  private static Place next(Place place, List<List<Object>> keys) {
    if (keys.size() == BATCH) {
      return new Place(place.table(), place.backwards(), keys.get(keys.size() - 1));
    }
    return place.backwards()
        ? new Place(place.table() + 1, false, List.of())
        : new Place(place.table(), true, List.of());
  }
}
