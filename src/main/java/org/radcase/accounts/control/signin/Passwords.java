package org.radcase.accounts.control.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.radcase.accounts.control.sessions.Sessions;
import org.radcase.accounts.entity.PersonId;
import org.radcase.audit.control.Audit;
import org.radcase.audit.entity.Actor;
import org.radcase.audit.entity.AuditAction;
import org.radcase.audit.entity.AuditEvent;
import org.radcase.platform.jdbc.Database;

/** Sets passwords that {@link PasswordRules} takes. */
@ApplicationScoped
public class Passwords {
  private final CredentialsDao dao;
  private final PasswordHashing hashing;
  private final Sessions sessions;
  private final Database database;
  private final Audit audit;

  @Inject
  Passwords(
      CredentialsDao dao,
      PasswordHashing hashing,
      Sessions sessions,
      Database database,
      Audit audit) {
    this.dao = dao;
    this.hashing = hashing;
    this.sessions = sessions;
    this.database = database;
    this.audit = audit;
  }

  /** Gives somebody another password, and ends all her sessions. */
  public void change(Actor actor, PersonId person, String password) {
    set(person, hashing.hash(password));
    audit.record(AuditEvent.done(AuditAction.PASSWORD_CHANGED, actor).about(person.toString()));
  }

  /** The same with a ready hash, in the transaction that is open. */
  public void set(PersonId person, String hash) {
    database.transaction(() -> {
      dao.setPassword(person, hash);
      sessions.endAll(person);
      return person;
    });
  }
}
