package org.radcase.audit.entity;

import org.jspecify.annotations.Nullable;

/**
 * Where the trail is not as it was written.
 *
 * @param sequence null for a fault of a whole segment
 */
public record AuditFault(int segment, @Nullable Long sequence, String code, String detail) {}
