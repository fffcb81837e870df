package org.radcase.accounts.control.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.control.AccountProblem;
import org.radcase.accounts.control.People;
import org.radcase.accounts.entity.Person;
import org.radcase.accounts.entity.PersonId;
import org.radcase.accounts.entity.Username;
import org.radcase.audit.control.Audit;
import org.radcase.audit.entity.AuditAction;
import org.radcase.audit.entity.AuditEvent;
import org.radcase.platform.request.CurrentRequest;

/**
 * Signing in by password and second factor. Nothing tells whether an account exists: neither the
 * answer nor how long it took. Other ways of signing in will stand beside this one, and all of them
 * end in a session of the person they name.
 */
@ApplicationScoped
public class SignIn {
  private final CredentialsDao dao;
  private final PasswordHashing hashing;
  private final SecondFactor secondFactor;
  private final SignInThrottle throttle;
  private final Devices devices;
  private final People people;
  private final Audit audit;
  private final Clock clock;

  @Inject
  SignIn(
      CredentialsDao dao,
      PasswordHashing hashing,
      SecondFactor secondFactor,
      SignInThrottle throttle,
      Devices devices,
      People people,
      Audit audit,
      Clock clock) {
    this.dao = dao;
    this.hashing = hashing;
    this.secondFactor = secondFactor;
    this.throttle = throttle;
    this.devices = devices;
    this.people = people;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Says who it is.
   *
   * @param code of the second factor; null if none was given
   * @param mark of the browser, as {@link Devices} made it; null for none
   * @throws org.radcase.platform.problem.Problem auth.failed, auth.code-needed, auth.slow-down,
   *     auth.busy
   */
  public Person with(
      String username, String password, @Nullable String code, @Nullable String mark) {
    var name = Username.parse(username.strip());
    var device = name.map(it -> devices.deviceOf(mark, it)).orElse(null);
    var attempt =
        throttle.begin(name.map(Username::key).orElse(""), CurrentRequest.get().address(), device);
    var found = name.flatMap(it -> dao.find(it.key()));
    if (!matches(found, password) || found.isEmpty()) throw refused(found, "password");
    checkCode(found, code == null ? "" : code, attempt);
    attempt.succeeded();
    return arrived(found.get(), password);
  }

  /**
   * Makes sure that it is still she who sits there.
   *
   * @throws org.radcase.platform.problem.Problem auth.failed, auth.slow-down, auth.busy
   */
  public void confirm(PersonId person, String password) {
    confirmed(person, password).succeeded();
  }

  /**
   * The same by both factors, for who has two.
   *
   * @throws org.radcase.platform.problem.Problem auth.failed, auth.code-needed, auth.slow-down,
   *     auth.busy
   */
  public void confirm(PersonId person, String password, String code) {
    var attempt = confirmed(person, password);
    var found = dao.find(person);
    checkCode(found, code, attempt);
    attempt.succeeded();
  }

  private SignInThrottle.Attempt confirmed(PersonId person, String password) {
    var found = dao.find(person);
    var account = found.map(CredentialsDao.Credentials::username).orElse("");
    var attempt = throttle.begin(
        Username.parse(account).map(Username::key).orElse(""),
        CurrentRequest.get().address(),
        null);
    if (!matches(found, password)) throw refused(found, "password");
    return attempt;
  }

  /** The code of the second factor, for who has one. */
  private void checkCode(
      Optional<CredentialsDao.Credentials> found, String code, SignInThrottle.Attempt attempt) {
    if (found.isEmpty()) return;
    var secret = found.get().totpSecret();
    if (secret == null) return;
    if (code.isBlank()) {
      attempt.withdrawn();
      audit.record(refusal(found, "code missing"));
      throw AccountProblem.CODE_NEEDED.because("From the authenticator, or a recovery code");
    }
    if (!secondFactor.takes(found.get().person(), secret, code)) throw refused(found, "code");
  }

  private boolean matches(Optional<CredentialsDao.Credentials> found, String password) {
    if (password.length() > 2 * PasswordRules.MOST) {
      hashing.verifyNobodys("");
      return false;
    }
    if (found.isEmpty()) {
      hashing.verifyNobodys(password);
      return false;
    }
    return hashing.verify(found.get().passwordHash(), password) && found.get().active();
  }

  /** What was typed as a username may be a password: only an account's own name is kept. */
  private AuditEvent refusal(Optional<CredentialsDao.Credentials> found, String why) {
    var event = AuditEvent.refused(AuditAction.SIGNED_IN, null).saying(why);
    return found
        .map(it -> event
            .about(it.person().toString())
            .ownedBy(people.get(it.person()).institutionId().toString()))
        .orElse(event);
  }

  private RuntimeException refused(Optional<CredentialsDao.Credentials> found, String why) {
    audit.record(refusal(found, why));
    return AccountProblem.FAILED.because("Check both; capital letters count in the password");
  }

  private Person arrived(CredentialsDao.Credentials credentials, String password) {
    if (PasswordHashing.isWeak(credentials.passwordHash())) {
      dao.setPassword(credentials.person(), hashing.hash(password));
    }
    dao.seen(credentials.person(), clock.millis());
    var person = people.get(credentials.person());
    audit.record(AuditEvent.done(AuditAction.SIGNED_IN, person.caller().actor())
        .saying(credentials.totpSecret() == null ? "password" : "password and code"));
    return person;
  }
}
