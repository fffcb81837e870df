package org.radcase.accounts.control.sessions;

import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.control.AccountProblem;
import org.radcase.accounts.entity.ApiToken;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.PersonId;
import org.radcase.accounts.entity.Scope;
import org.radcase.accounts.entity.Secret;
import org.radcase.audit.control.Audit;
import org.radcase.audit.entity.AuditAction;
import org.radcase.audit.entity.AuditEvent;
import org.radcase.platform.beans.Direct;
import org.radcase.platform.time.FreshIds;

/** What programs sign in by: each token does, for its owner, what its scopes name. */
@Direct
public class ApiTokens {
  /** Before the secret, so that scanners of sources know a leaked one. */
  public static final String PREFIX = "rct_";

  /** Of one person. */
  private static final int MOST = 50;

  /** How exactly one sees when a token was used: a write for each use would cost more than it. */
  private static final Duration EXACT_TO = Duration.ofHours(1);

  /** Who comes in by a token. */
  public record Used(ApiToken token, Caller caller) {}

  /** A new token, and the secret that is shown once. */
  public record Made(ApiToken token, String secret) {}

  private final ApiTokenDao dao;
  private final Audit audit;
  private final FreshIds fresh;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  @Inject
  ApiTokens(ApiTokenDao dao, Audit audit, FreshIds fresh, Clock clock) {
    this.dao = dao;
    this.audit = audit;
    this.fresh = fresh;
    this.clock = clock;
  }

  /** @throws org.radcase.platform.problem.Problem token.too-many */
  public Made make(Caller caller, String name, Set<Scope> scopes, Duration life) {
    if (dao.of(caller.person()).size() >= MOST) {
      throw AccountProblem.TOO_MANY_TOKENS.because("At most " + MOST + " at a time");
    }
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var token = new ApiToken(fresh.next().toString(), name, scopes, now, now.plus(life), null);
    var secret = Secret.fresh(random);
    dao.add(token, secret.hash(), caller.person());
    audit.record(AuditEvent.done(AuditAction.TOKEN_MADE, caller.actor()).about(token.id()));
    return new Made(token, PREFIX + secret.text());
  }

  /** Who comes with the token's text, if it opens anything. */
  public Optional<Used> use(String text) {
    if (!text.startsWith(PREFIX)) return Optional.empty();
    var now = clock.instant();
    var used = Secret.parse(text.substring(PREFIX.length()))
        .flatMap(secret -> dao.find(secret.hash()))
        .filter(found -> found.token().isOpen(now));
    used.ifPresent(found -> {
      @Nullable Instant last = found.token().lastUsedAt();
      if (last == null || last.plus(EXACT_TO).isBefore(now)) {
        dao.used(found.token().id(), now.toEpochMilli());
      }
    });
    return used;
  }

  /** Somebody's tokens, the newest first. */
  public List<ApiToken> of(PersonId person) {
    return dao.of(person);
  }

  /** @throws org.radcase.platform.problem.Problem token.not-found */
  public void revoke(Caller caller, String id) {
    if (!dao.revoke(caller.person(), id)) {
      throw AccountProblem.TOKEN_NOT_FOUND.because("It was revoked, or is not yours");
    }
    audit.record(AuditEvent.done(AuditAction.TOKEN_REVOKED, caller.actor()).about(id));
  }

  public void revokeAll(PersonId person) {
    dao.revokeAll(person);
  }
}
