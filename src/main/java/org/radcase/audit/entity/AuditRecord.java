package org.radcase.audit.entity;

import org.jspecify.annotations.Nullable;

/**
 * An event as it is kept. The order of the components is that of the text under its mac.
 *
 * @param id a UUID, by which a record that comes twice is known
 * @param at milliseconds since 1970, UTC
 * @param action the action's term
 * @param outcome the outcome's term
 */
public record AuditRecord(
    String id,
    long at,
    String action,
    String outcome,
    @Nullable String actorId,
    @Nullable String actorName,
    @Nullable String actorRole,
    @Nullable String actorInstitution,
    @Nullable String owner,
    @Nullable String caseId,
    @Nullable String studyUid,
    @Nullable String object,
    @Nullable String detail,
    String address,
    String requestId) {
  public static AuditRecord of(
      AuditEvent event, String id, long at, String address, String requestId) {
    var actor = event.actor();
    return new AuditRecord(
        id,
        at,
        event.action().term(),
        event.outcome().term(),
        actor == null ? null : actor.id(),
        actor == null ? null : actor.name(),
        actor == null ? null : actor.role(),
        actor == null ? null : actor.institution(),
        event.owner(),
        event.caseId(),
        event.studyUid(),
        event.object(),
        event.detail(),
        address,
        requestId);
  }
}
