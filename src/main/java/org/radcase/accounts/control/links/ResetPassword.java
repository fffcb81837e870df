package org.radcase.accounts.control.links;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.radcase.accounts.control.People;
import org.radcase.accounts.control.sessions.ApiTokens;
import org.radcase.accounts.control.signin.PasswordHashing;
import org.radcase.accounts.control.signin.Passwords;
import org.radcase.accounts.entity.Link;
import org.radcase.accounts.entity.PersonId;
import org.radcase.audit.control.Audit;
import org.radcase.audit.entity.AuditAction;
import org.radcase.audit.entity.AuditEvent;
import org.radcase.platform.jdbc.Database;

/** Sets a new password by an administrator's link, for who has forgotten the old one. */
@ApplicationScoped
public class ResetPassword {
  private final Links links;
  private final Passwords passwords;
  private final PasswordHashing hashing;
  private final ApiTokens tokens;
  private final People people;
  private final Database database;
  private final Audit audit;

  @Inject
  ResetPassword(
      Links links,
      Passwords passwords,
      PasswordHashing hashing,
      ApiTokens tokens,
      People people,
      Database database,
      Audit audit) {
    this.links = links;
    this.passwords = passwords;
    this.hashing = hashing;
    this.tokens = tokens;
    this.people = people;
    this.database = database;
    this.audit = audit;
  }

  /**
   * Sets it, and ends all sessions and API tokens of the person.
   *
   * @throws org.radcase.platform.problem.Problem link.not-found
   */
  public void by(String link, String password) {
    links.read(link);
    var hash = hashing.hash(password);
    var person = database.transaction(() -> {
      var used = personOf(links.use(link, Link.Kind.RESET));
      passwords.set(used, hash);
      tokens.revokeAll(used);
      return used;
    });
    audit.record(AuditEvent.done(
            AuditAction.PASSWORD_CHANGED, people.get(person).caller().actor())
        .about(person.toString())
        .saying("by link"));
  }

  private static PersonId personOf(Link link) {
    var person = link.person();
    if (person == null) throw new IllegalStateException("A reset without a person");
    return person;
  }
}
