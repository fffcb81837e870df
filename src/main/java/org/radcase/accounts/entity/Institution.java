package org.radcase.accounts.entity;

import java.time.Instant;

/**
 * An institution of this server.
 *
 * @param active whether its people may sign in
 * @param openRegistration whether strangers may register as its learners, where the server allows it
 * @param revision from 1, one more with every change
 */
public record Institution(
    InstitutionId id,
    String name,
    boolean active,
    boolean openRegistration,
    Instant createdAt,
    int revision) {}
