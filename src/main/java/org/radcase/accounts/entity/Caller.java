package org.radcase.accounts.entity;

/** Who asks. Passed down as an argument, never kept in a shared bean. */
public record Caller(PersonId person, String name, InstitutionId institution, Role role) {}
