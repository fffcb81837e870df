package org.radcase.cases.control;

import org.radcase.cases.entity.CaseId;

/**
 * Fired while a case is being deleted, in the same transaction and before its row goes: who keeps
 * rows that refer to it deletes them now, and touches nothing but the database.
 */
public record CaseDeleted(CaseId id) {}
