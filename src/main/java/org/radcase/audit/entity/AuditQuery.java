package org.radcase.audit.entity;

import org.jspecify.annotations.Nullable;

/**
 * Which records are wanted; null for any.
 *
 * @param institution whose: of its people, or about what is its
 * @param from milliseconds since 1970, included
 * @param to milliseconds since 1970, not included
 * @param words that name, object or detail contains
 */
public record AuditQuery(
    @Nullable String institution,
    @Nullable Long from,
    @Nullable Long to,
    @Nullable String action,
    @Nullable String outcome,
    @Nullable String person,
    @Nullable String teachingCase,
    @Nullable String study,
    @Nullable String words) {}
