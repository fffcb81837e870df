package org.radcase.caches.entity;

import java.time.Instant;

/**
 * Something that an operator should look at.
 *
 * @param subject a cache by its name, or {@code redis}
 * @param since when it was first over its limit
 * @param value as last measured, in the unit of its kind
 * @param limit that it should not pass
 */
public record Alert(AlertKind kind, String subject, Instant since, double value, double limit) {}
