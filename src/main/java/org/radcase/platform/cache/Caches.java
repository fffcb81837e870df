package org.radcase.platform.cache;

import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.beans.Direct;
import org.radcase.platform.time.Timings;

/**
 * Looks for what is kept, and keeps it. Whatever fails here means only that nothing was found. With
 * Redis, entries are in Redis and near in this process; an entry that does not hold any more is none,
 * wherever it is. Thread-safe.
 */
@Direct
public class Caches {
  private static final Logger LOG = System.getLogger("org.radcase.cache");

  /** How a cache was used. */
  static final class Counts {
    final LongAdder hits = new LongAdder();
    final LongAdder misses = new LongAdder();
    final LongAdder nanos = new LongAdder();
  }

  private final ProcessTier process;
  private final RedisTier redis;
  private final RedisLink link;
  private final Stamps stamps;

  /** Whether other instances write, too. */
  private final boolean shared;

  private final Changes changes;
  private final Clock clock;
  private final Map<CacheName, Counts> counts = new EnumMap<>(CacheName.class);

  @Inject
  Caches(
      ProcessTier process,
      RedisTier redis,
      RedisLink link,
      Stamping stamping,
      Changes changes,
      Clock clock) {
    this.process = process;
    this.redis = redis;
    this.link = link;
    stamps = stamping.stamps();
    shared = stamping.isShared();
    this.changes = changes;
    this.clock = clock;
    for (var name : CacheName.values()) counts.put(name, new Counts());
  }

  /**
   * Whether nothing may be taken or kept now: a transaction is open, whose reads are its own; or other
   * instances write, and nobody can tell what.
   */
  public boolean isBypassed() {
    return changes.isOpen() || (shared && !link.isConnected());
  }

  /**
   * Finds an entry that holds and is not too old.
   *
   * @param shape of what kind the value must be
   */
  public @Nullable Entry look(CacheName name, String key, String shape) {
    if (isBypassed()) return null;
    var start = System.nanoTime();
    var found = findOrMiss(name, key, shape);
    var nanos = System.nanoTime() - start;
    Timings.cache(nanos);
    var count = countsOf(name);
    count.nanos.add(nanos);
    (found == null ? count.misses : count.hits).increment();
    return found;
  }

  private @Nullable Entry findOrMiss(CacheName name, String key, String shape) {
    try {
      return find(name, key, shape);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, name.term() + " cannot be read: " + e.getMessage());
      return null;
    }
  }

  private @Nullable Entry find(CacheName name, String key, String shape) {
    var now = clock.millis();
    var near = process.get(name, key);
    if (near != null) {
      if (near.freshUntilMillis() > now && fits(near, shape)) return near;
      // What is not shared has changed in Redis as well.
      if (!shared) return null;
    }
    if (!link.isConnected()) return null;
    var far = redis.get(name, key);
    if (far == null || far.freshUntilMillis() <= now || !fits(far, shape)) return null;
    process.put(name, key, far);
    return far;
  }

  private boolean fits(Entry entry, String shape) {
    return entry.shape().equals(shape) && stamps.hold(entry.tags(), entry.stamps());
  }

  /**
   * Finds an entry that has had its time, but of which nothing has changed since: for when the
   * database is away.
   */
  public @Nullable Entry aged(CacheName name, String key, String shape) {
    if (isBypassed()) return null;
    var near = process.get(name, key);
    return near != null && fits(near, shape) ? near : null;
  }

  /** To be called before anything is read that is to be kept; null if nothing may be. */
  public @Nullable Fill begin(CacheName name, List<String> tags) {
    if (isBypassed()) return null;
    var all = new ArrayList<>(tags);
    all.add(tagOf(name));
    all.add(RedisLink.ALL);
    var taken = stamps.of(all);
    return taken == null ? null : new Fill(all, taken);
  }

  /** Keeps what was read since the fill began. */
  public void keep(
      CacheName name, String key, Fill fill, byte[] bytes, String shape, Duration life) {
    var now = clock.millis();
    var entry = new Entry(bytes, shape, fill.tags(), fill.stamps(), now, now + life.toMillis());
    try {
      process.put(name, key, entry);
      redis.put(name, key, entry);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, name.term() + " cannot be written: " + e.getMessage());
    }
  }

  /** Changed to clear a whole cache, on every instance. */
  static String tagOf(CacheName name) {
    return "cache:" + name.term();
  }

  Counts countsOf(CacheName name) {
    var known = counts.get(name);
    if (known == null) throw new IllegalStateException("Nobody counts " + name);
    return known;
  }
}
