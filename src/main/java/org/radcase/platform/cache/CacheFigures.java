package org.radcase.platform.cache;

/**
 * How a cache does, in this instance, since its start.
 *
 * @param provider {@code ehcache} or {@code redis}: where its entries are now
 * @param entries of this instance's memory
 * @param bytes of this instance's memory
 * @param evictions for want of room in this instance's memory
 * @param averageGetMicros how long a look takes on average, in microseconds
 */
public record CacheFigures(
    CacheName cache,
    String provider,
    long hits,
    long misses,
    long entries,
    long bytes,
    long maxBytes,
    long evictions,
    double averageGetMicros) {}
