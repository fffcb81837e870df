package org.radcase.audit.entity;

import org.jspecify.annotations.Nullable;

/**
 * Something that leaves a record. Never holds patient data, tokens or passwords.
 *
 * @param actor null for somebody unknown
 * @param owner id of the institution to which the object belongs; its administrators see the
 *     record, as do those of the actor's
 * @param caseId the case, if it is about one
 * @param studyUid Study Instance UID, if it is about one
 * @param object what else it is about: the id of a person, link, token, or the name that was tried
 * @param detail a few words more, such as {@code role learner to educator}
 */
public record AuditEvent(
    AuditAction action,
    Outcome outcome,
    @Nullable Actor actor,
    @Nullable String owner,
    @Nullable String caseId,
    @Nullable String studyUid,
    @Nullable String object,
    @Nullable String detail) {

  /** Something done by somebody, with success. */
  public static AuditEvent done(AuditAction action, Actor actor) {
    return new AuditEvent(
        action, Outcome.SUCCESS, actor, actor.institution(), null, null, null, null);
  }

  /** Something that somebody, known or not, was not allowed to do. */
  public static AuditEvent refused(AuditAction action, @Nullable Actor actor) {
    var owner = actor == null ? null : actor.institution();
    return new AuditEvent(action, Outcome.REFUSED, actor, owner, null, null, null, null);
  }

  public AuditEvent ownedBy(String institution) {
    return new AuditEvent(action, outcome, actor, institution, caseId, studyUid, object, detail);
  }

  public AuditEvent ofCase(String id) {
    return new AuditEvent(action, outcome, actor, owner, id, studyUid, object, detail);
  }

  public AuditEvent ofStudy(String uid) {
    return new AuditEvent(action, outcome, actor, owner, caseId, uid, object, detail);
  }

  public AuditEvent about(String thing) {
    return new AuditEvent(action, outcome, actor, owner, caseId, studyUid, thing, detail);
  }

  public AuditEvent saying(String words) {
    return new AuditEvent(action, outcome, actor, owner, caseId, studyUid, object, words);
  }
}
