package org.radcase.platform.cache;

/** How long getting and setting an entry of 10 KB takes now, in microseconds. */
public record BenchmarkFigures(
    String provider,
    int rounds,
    long getP50Micros,
    long getP95Micros,
    long setP50Micros,
    long setP95Micros) {}
