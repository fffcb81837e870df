package org.radcase.accounts.control.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.radcase.accounts.control.AccountProblem;
import org.radcase.accounts.control.Institutions;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.Institution;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.accounts.entity.Role;
import org.radcase.audit.control.Audit;
import org.radcase.audit.entity.AuditAction;
import org.radcase.audit.entity.AuditEvent;
import org.radcase.platform.paging.Page;
import org.radcase.platform.paging.PageRequest;
import org.radcase.platform.problem.HttpProblem;
import org.radcase.platform.problem.Problem;

/** Lets operators administer all institutions, and admins their own. */
@ApplicationScoped
public class AdministerInstitutions {
  /** An institution, and how many people it has. */
  public record Counted(Institution institution, long people) {}

  private final Administrators administrators;
  private final Institutions institutions;
  private final Audit audit;

  @Inject
  AdministerInstitutions(Administrators administrators, Institutions institutions, Audit audit) {
    this.administrators = administrators;
    this.institutions = institutions;
    this.audit = audit;
  }

  /** @throws Problem admin.not-allowed */
  public Page<Counted> page(Caller caller, PageRequest request) {
    var own = administrators.institutionOf(caller);
    var page = own == null
        ? institutions.page(request)
        : new Page<>(
            request.offset() == 0 ? List.of(institutions.get(own)) : List.of(), 1, request, null);
    return page.map(this::counted);
  }

  /** @throws Problem admin.not-allowed; institution.not-found, also for another's */
  public Counted read(Caller caller, InstitutionId id) {
    var own = administrators.institutionOf(caller);
    if (own != null && !own.equals(id)) {
      throw AccountProblem.INSTITUTION_NOT_FOUND.because("No institution " + id);
    }
    return counted(institutions.get(id));
  }

  /** @throws Problem admin.not-allowed; body.invalid with institution.name-taken */
  public Counted add(Caller caller, String name) {
    administrators.checkOperator(caller);
    var added = institutions.add(name, "/name");
    audit.record(event(AuditAction.INSTITUTION_ADDED, caller, added));
    return new Counted(added, 0);
  }

  /**
   * Changes one.
   *
   * @param expected whether the caller means this revision
   * @param change makes the next revision of the stored one; pure
   * @throws Problem admin.not-allowed; institution.not-found; institution.stale; body.invalid
   */
  public Counted change(
      Caller caller,
      InstitutionId id,
      IntPredicate expected,
      Function<Institution, Institution> change) {
    var stored = read(caller, id).institution();
    if (!expected.test(stored.revision())) {
      throw AccountProblem.INSTITUTION_STALE.because("It is at revision " + stored.revision());
    }
    var next = change.apply(stored);
    if (next.active() != stored.active() && caller.role() != Role.OPERATOR) {
      throw HttpProblem.INVALID
          .because("The change is not possible")
          .with(List.of(
              new Problem.Fault("/active", "institution.not-yours", "Ask the server's operator")));
    }
    var changed = institutions.change(next);
    audit.record(event(AuditAction.INSTITUTION_CHANGED, caller, changed));
    return counted(changed);
  }

  private static AuditEvent event(AuditAction action, Caller caller, Institution institution) {
    var id = institution.id().toString();
    return AuditEvent.done(action, caller.actor()).ownedBy(id).about(id);
  }

  private Counted counted(Institution institution) {
    return new Counted(institution, institutions.peopleOf(institution.id()));
  }
}
