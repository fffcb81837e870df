package org.radcase.audit.entity;

import java.util.regex.Pattern;
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
  private static final int LONGEST = 500;

  /** Control characters, halves of surrogate pairs, and what XML 1.0 §2.2 excludes besides. */
  private static final Pattern UNFIT = Pattern.compile(
      "[\\p{Cc}\\ufffe\\uffff]|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]");

  public static AuditRecord of(
      AuditEvent event, String id, long at, String address, String requestId) {
    var actor = event.actor();
    return new AuditRecord(
        id,
        at,
        event.action().term(),
        event.outcome().term(),
        actor == null ? null : actor.id(),
        actor == null ? null : clean(actor.name()),
        actor == null ? null : actor.role(),
        actor == null ? null : actor.institution(),
        event.owner(),
        event.caseId(),
        clean(event.studyUid()),
        clean(event.object()),
        clean(event.detail()),
        address,
        requestId);
  }

  /** A text that every database, JSON and XML takes, whoever typed it. */
  private static @Nullable String clean(@Nullable String text) {
    if (text == null) return null;
    var bounded = text.substring(0, Math.min(text.length(), LONGEST));
    return UNFIT.matcher(bounded).replaceAll("?");
  }
}
