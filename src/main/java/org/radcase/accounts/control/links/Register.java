package org.radcase.accounts.control.links;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.control.AccountProblem;
import org.radcase.accounts.control.Institutions;
import org.radcase.accounts.control.NewPerson;
import org.radcase.accounts.control.People;
import org.radcase.accounts.control.signin.PasswordHashing;
import org.radcase.accounts.entity.Institution;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.accounts.entity.Link;
import org.radcase.accounts.entity.Person;
import org.radcase.accounts.entity.Role;
import org.radcase.accounts.entity.TraineeLevel;
import org.radcase.audit.control.Audit;
import org.radcase.audit.entity.AuditAction;
import org.radcase.audit.entity.AuditEvent;
import org.radcase.platform.config.Settings;
import org.radcase.platform.config.Settings.Registration;
import org.radcase.platform.jdbc.Database;

/** How people get accounts: by an invitation, or where it is allowed by themselves as learners. */
@ApplicationScoped
public class Register {
  private final Settings settings;
  private final Links links;
  private final People people;
  private final Institutions institutions;
  private final PasswordHashing hashing;
  private final Database database;
  private final Audit audit;

  @Inject
  Register(
      Settings settings,
      Links links,
      People people,
      Institutions institutions,
      PasswordHashing hashing,
      Database database,
      Audit audit) {
    this.settings = settings;
    this.links = links;
    this.people = people;
    this.institutions = institutions;
    this.hashing = hashing;
    this.database = database;
    this.audit = audit;
  }

  /**
   * By an invitation, which is used up.
   *
   * @throws org.radcase.platform.problem.Problem auth.registration-closed; link.not-found;
   *     body.invalid if the username is taken
   */
  public Person byInvitation(String link, NewAccount account) {
    if (settings.registration() == Registration.CLOSED) throw closed();
    links.read(link);
    var hash = hashing.hash(account.password());
    return welcome(database.transaction(() -> {
      var used = links.use(link, Link.Kind.INVITATION);
      var institution = used.institution();
      var role = used.role();
      if (role == null) throw new IllegalStateException("An invitation without a role");
      return people.add(
          new NewPerson(
              account.username(),
              account.name(),
              institution == null ? InstitutionId.NONE : institution.id(),
              role,
              used.traineeLevel(),
              hash),
          "/username");
    }));
  }

  /**
   * By oneself, as a learner of an institution that allows it.
   *
   * @throws org.radcase.platform.problem.Problem auth.registration-closed, also for an institution
   *     that does not; body.invalid if the username is taken
   */
  public Person openly(
      InstitutionId institution, @Nullable TraineeLevel level, NewAccount account) {
    if (openInstitutions().stream().noneMatch(it -> it.id().equals(institution))) throw closed();
    var hash = hashing.hash(account.password());
    return welcome(people.add(
        new NewPerson(account.username(), account.name(), institution, Role.LEARNER, level, hash),
        "/username"));
  }

  /** Those whose learner anybody may become. */
  public List<Institution> openInstitutions() {
    if (settings.registration() != Registration.OPEN) return List.of();
    return institutions.open();
  }

  private Person welcome(Person person) {
    audit.record(AuditEvent.done(AuditAction.PERSON_ADDED, person.caller().actor())
        .about(person.id().toString())
        .saying("role " + person.role().term()));
    return person;
  }

  private static RuntimeException closed() {
    return AccountProblem.REGISTRATION_CLOSED.because("Ask an administrator for an account");
  }
}
