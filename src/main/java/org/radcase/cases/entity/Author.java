package org.radcase.cases.entity;

import org.radcase.accounts.entity.InstitutionId;
import org.radcase.accounts.entity.PersonId;

/** Who made a case; it belongs to the institution of its author. */
public record Author(PersonId person, String name, InstitutionId institution) {}
