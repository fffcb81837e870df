package org.radcase.accounts.control.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.control.AccountProblem;
import org.radcase.accounts.control.People;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.accounts.entity.Person;
import org.radcase.accounts.entity.PersonId;
import org.radcase.accounts.entity.Role;
import org.radcase.audit.control.Audit;
import org.radcase.audit.entity.AuditAction;
import org.radcase.audit.entity.AuditEvent;

/** Says who administers whom: an admin the people of her institution, an operator everybody. */
@ApplicationScoped
public class Administrators {
  private final People people;
  private final Audit audit;

  @Inject
  Administrators(People people, Audit audit) {
    this.people = people;
    this.audit = audit;
  }

  /** @throws org.radcase.platform.problem.Problem admin.not-allowed */
  public void check(Caller caller) {
    if (caller.role() != Role.ADMIN && caller.role() != Role.OPERATOR) throw refused(caller);
  }

  /** @throws org.radcase.platform.problem.Problem admin.not-allowed */
  public void checkOperator(Caller caller) {
    if (caller.role() != Role.OPERATOR) throw refused(caller);
  }

  private RuntimeException refused(Caller caller) {
    audit.record(
        AuditEvent.refused(AuditAction.ACCESS_REFUSED, caller.actor()).about("administration"));
    return AccountProblem.NOT_ADMIN.because("Your role is " + caller.role().term());
  }

  /**
   * The institution whose people the caller administers; null for all.
   *
   * @throws org.radcase.platform.problem.Problem admin.not-allowed
   */
  public @Nullable InstitutionId institutionOf(Caller caller) {
    check(caller);
    return caller.role() == Role.OPERATOR ? null : caller.institution();
  }

  /**
   * Somebody whom the caller administers.
   *
   * @throws org.radcase.platform.problem.Problem admin.not-allowed; person.not-found, also for
   *     somebody of another institution
   */
  public Person personOf(Caller caller, PersonId id) {
    var institution = institutionOf(caller);
    var person = people.get(id);
    if (institution != null && !person.institutionId().equals(institution)) {
      audit.record(
          AuditEvent.refused(AuditAction.ACCESS_REFUSED, caller.actor()).about(id.toString()));
      throw People.notFound(id);
    }
    return person;
  }
}
