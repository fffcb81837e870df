package org.radcase.accounts.control;

import org.jspecify.annotations.Nullable;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.accounts.entity.Role;
import org.radcase.accounts.entity.TraineeLevel;
import org.radcase.accounts.entity.Username;

/**
 * Somebody who gets an account.
 *
 * @param institution NONE for operators
 * @param passwordHash in PHC form
 */
public record NewPerson(
    Username username,
    String name,
    InstitutionId institution,
    Role role,
    @Nullable TraineeLevel traineeLevel,
    String passwordHash) {}
