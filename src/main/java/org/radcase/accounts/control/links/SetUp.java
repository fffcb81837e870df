package org.radcase.accounts.control.links;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.radcase.accounts.control.Institutions;
import org.radcase.accounts.control.NewPerson;
import org.radcase.accounts.control.People;
import org.radcase.accounts.control.signin.PasswordHashing;
import org.radcase.accounts.entity.Institution;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.accounts.entity.Link;
import org.radcase.accounts.entity.Person;
import org.radcase.accounts.entity.Role;
import org.radcase.audit.control.Audit;
import org.radcase.audit.entity.AuditAction;
import org.radcase.audit.entity.AuditEvent;
import org.radcase.platform.jdbc.Database;

/** Makes a new server's operator, its first institution, and that one's administrator. */
@ApplicationScoped
public class SetUp {
  /** What it made. */
  public record Made(Person operator, Institution institution, Person admin) {}

  private final Links links;
  private final SetUpLink file;
  private final People people;
  private final Institutions institutions;
  private final PasswordHashing hashing;
  private final Database database;
  private final Audit audit;

  @Inject
  SetUp(
      Links links,
      SetUpLink file,
      People people,
      Institutions institutions,
      PasswordHashing hashing,
      Database database,
      Audit audit) {
    this.links = links;
    this.file = file;
    this.people = people;
    this.institutions = institutions;
    this.hashing = hashing;
    this.database = database;
    this.audit = audit;
  }

  /**
   * Makes them, all or none.
   *
   * @throws org.radcase.platform.problem.Problem link.not-found; body.invalid if the two usernames
   *     are the same
   */
  public Made by(String link, NewAccount operator, String institution, NewAccount admin) {
    links.read(link);
    var operatorHash = hashing.hash(operator.password());
    var adminHash = hashing.hash(admin.password());
    var made = database.transaction(() -> {
      links.use(link, Link.Kind.SET_UP);
      var first = institutions.add(institution, "/institution/name");
      return new Made(
          people.add(
              person(operator, InstitutionId.NONE, Role.OPERATOR, operatorHash),
              "/operator/username"),
          first,
          people.add(person(admin, first.id(), Role.ADMIN, adminHash), "/admin/username"));
    });
    file.remove();
    audit.record(AuditEvent.done(AuditAction.SET_UP, made.operator().caller().actor())
        .ownedBy(made.institution().id().toString())
        .about(made.admin().id().toString()));
    return made;
  }

  private static NewPerson person(
      NewAccount account, InstitutionId institution, Role role, String hash) {
    return new NewPerson(account.username(), account.name(), institution, role, null, hash);
  }
}
