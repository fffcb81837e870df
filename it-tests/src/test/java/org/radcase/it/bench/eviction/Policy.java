package org.radcase.it.bench.eviction;

/** A cache that keeps so many entries and no more; what is asked for and not there is put in. */
public interface Policy {
  /** Asks for it, and tells whether it was there. */
  boolean holds(String key);
}
