package org.radcase.cases.entity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a case was made, changed and published, in whole milliseconds.
 *
 * @param publishedAt the last time that it became published; null if it never was
 */
public record CaseTimes(Instant createdAt, Instant updatedAt, @Nullable Instant publishedAt) {}
