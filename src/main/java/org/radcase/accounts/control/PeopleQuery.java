package org.radcase.accounts.control;

import org.jspecify.annotations.Nullable;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.accounts.entity.Role;

/**
 * Which people are wanted.
 *
 * @param words that name or username contains; may be empty
 * @param role null for any
 * @param active null for any
 * @param institution null for all
 */
public record PeopleQuery(
    String words,
    @Nullable Role role,
    @Nullable Boolean active,
    @Nullable InstitutionId institution) {}
