package org.radcase.accounts.control.signin;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.radcase.accounts.control.AccountProblem;
import org.radcase.accounts.control.sessions.Sessions;
import org.radcase.accounts.entity.PersonId;
import org.radcase.audit.control.Audit;
import org.radcase.audit.entity.Actor;
import org.radcase.audit.entity.AuditAction;
import org.radcase.audit.entity.AuditEvent;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.secrets.ServerKey;

/** Codes of six digits from an authenticator. Source: RFC 6238, RFC 4226. Thread-safe. */
@ApplicationScoped
public class SecondFactor {
  private static final int SECRET_BYTES = 20;
  private static final int RECOVERY_CODES = 10;
  private static final int RECOVERY_BYTES = 15;

  /** Clocks differ, and typing takes a while. Source: RFC 6238 §5.2. */
  private static final long STEPS_AROUND = 1;

  /**
   * What an authenticator must learn.
   *
   * @param secret in Base32
   * @param uri the same for a QR code
   */
  public record Enrolment(String secret, String uri) {}

  private final CredentialsDao dao;
  private final SealedSecrets sealed;
  private final Sessions sessions;
  private final Database database;
  private final Audit audit;
  private final Clock clock;
  private final byte[] recoveryKey;
  private final SecureRandom random = new SecureRandom();
  private final TimeBasedOneTimePasswordGenerator totp = new TimeBasedOneTimePasswordGenerator();

  @Inject
  SecondFactor(
      CredentialsDao dao,
      SealedSecrets sealed,
      Sessions sessions,
      Database database,
      Audit audit,
      ServerKey serverKey,
      Clock clock) {
    this.dao = dao;
    this.sealed = sealed;
    this.sessions = sessions;
    this.database = database;
    this.audit = audit;
    this.clock = clock;
    recoveryKey = serverKey.forPurpose("recovery code");
  }

  /** Begins to set one up; it counts only once {@link #confirm} has seen a code of it. */
  public Enrolment begin(PersonId person) {
    var secret = fresh(SECRET_BYTES);
    var username = credentials(person).username();
    dao.pend(person, sealed.seal(secret, person));
    var text = new Base32().encodeToString(secret);
    var label = URLEncoder.encode(username, StandardCharsets.UTF_8).replace("+", "%20");
    return new Enrolment(
        text,
        "otpauth://totp/RadCase:" + label + "?secret=" + text
            + "&issuer=RadCase&algorithm=SHA1&digits=6&period=30");
  }

  /**
   * Makes it count, and ends all other sessions.
   *
   * @param session the id of the one that stays
   * @return the recovery codes, each of which replaces a code once
   * @throws org.radcase.platform.problem.Problem second-factor.none; auth.failed
   */
  public List<String> confirm(Actor actor, PersonId person, String code, String session) {
    var pending = credentials(person).totpPending();
    if (pending == null) throw AccountProblem.NO_SECOND_FACTOR.because("Begin again");
    var step = stepOf(sealed.open(pending, person), code);
    if (step.isEmpty()) {
      audit.record(AuditEvent.refused(AuditAction.SECOND_FACTOR_CHANGED, actor)
          .about(person.toString())
          .saying("code"));
      throw AccountProblem.FAILED.because("Wait for the next code");
    }
    var codes = Stream.generate(() -> fresh(RECOVERY_BYTES))
        .map(bytes -> new Base32().encodeToString(bytes).toLowerCase(Locale.ROOT))
        .limit(RECOVERY_CODES)
        .toList();
    database.transaction(() -> {
      dao.setFactor(
          person, pending, step.getAsLong(), codes.stream().map(this::hash).toList());
      sessions.endOthers(person, session);
      return person;
    });
    audit.record(AuditEvent.done(AuditAction.SECOND_FACTOR_CHANGED, actor)
        .about(person.toString())
        .saying("on"));
    return codes;
  }

  /** Takes it away. */
  public void remove(Actor actor, PersonId person) {
    dao.setFactor(person, null, null, List.of());
    audit.record(AuditEvent.done(AuditAction.SECOND_FACTOR_CHANGED, actor)
        .about(person.toString())
        .saying("off"));
  }

  /** Whether the code is one that counts now, and has not counted before. */
  boolean takes(PersonId person, String sealedSecret, String code) {
    var digits = code.replaceAll("[\\s-]", "");
    if (digits.length() == totp.getPasswordLength()) {
      var step = stepOf(sealed.open(sealedSecret, person), digits);
      return step.isPresent() && dao.takeStep(person, step.getAsLong(), 2 * STEPS_AROUND + 1);
    }
    return dao.takeCode(person, hash(digits.toLowerCase(Locale.ROOT)));
  }

  private OptionalLong stepOf(byte[] secret, String code) {
    var key = new SecretKeySpec(secret, totp.getAlgorithm());
    var seconds = totp.getTimeStep().toSeconds();
    var now = clock.instant().getEpochSecond() / seconds;
    var found = OptionalLong.empty();
    for (var step = now - STEPS_AROUND; step <= now + STEPS_AROUND; step++) {
      if (equal(codeAt(key, Instant.ofEpochSecond(step * seconds)), code.strip())) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  private String codeAt(SecretKeySpec key, Instant time) {
    try {
      return totp.generateOneTimePasswordString(key, time);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("Every secret of ours is a key", e);
    }
  }

  private static boolean equal(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  /** With a key, as a recovery code is short enough to be tried through. */
  private String hash(String code) {
    return HexFormat.of()
        .formatHex(ServerKey.hmac(recoveryKey, code.getBytes(StandardCharsets.UTF_8)));
  }

  private CredentialsDao.Credentials credentials(PersonId person) {
    return dao.find(person)
        .orElseThrow(() -> AccountProblem.PERSON_NOT_FOUND.because("No account " + person));
  }

  private byte[] fresh(int length) {
    var bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
