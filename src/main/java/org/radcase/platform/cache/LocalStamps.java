package org.radcase.platform.cache;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The stamps of a server that has its database alone, in its own memory: they live exactly as long as
 * who changes them. Tags share places; that only makes a change end more than it had to. Thread-safe.
 */
final class LocalStamps implements Stamps {
  private static final int PLACES = 1 << 16;

  private final AtomicLongArray places = new AtomicLongArray(PLACES);

  /** @param start random, so that what another process kept does not hold here */
  LocalStamps(long start) {
    for (var place = 0; place < PLACES; place++) places.set(place, start);
  }

  @Override
  public long[] of(List<String> tags) {
    var stamps = new long[tags.size()];
    for (var i = 0; i < stamps.length; i++) stamps[i] = places.get(placeOf(tags.get(i)));
    return stamps;
  }

  @Override
  public boolean hold(List<String> tags, long[] stamps) {
    for (var i = 0; i < stamps.length; i++) {
      if (places.get(placeOf(tags.get(i))) != stamps[i]) return false;
    }
    return true;
  }

  @Override
  public void changing(Collection<String> tags, long mark) {
    // Who reads now may be answered as before; what she keeps ends with the change.
  }

  @Override
  public void changed(Collection<String> tags, long mark) {
    for (var tag : tags) places.incrementAndGet(placeOf(tag));
  }

  private static int placeOf(String tag) {
    var hash = tag.hashCode() * 0x9E3779B9;
    return hash >>> 16;
  }
}
