package org.radcase.viewing.entity;

import java.time.Instant;

/**
 * So many visits on a kind of device had a measure in a bucket.
 *
 * @param began the hour or the day, in UTC
 */
public record Tally(Instant began, Measure measure, Device device, int bucket, long visits) {}
