package org.radcase.accounts.control.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.control.AccountProblem;
import org.radcase.accounts.control.Institutions;
import org.radcase.accounts.control.links.Links;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.accounts.entity.Link;
import org.radcase.accounts.entity.Person;
import org.radcase.accounts.entity.PersonId;
import org.radcase.accounts.entity.Role;
import org.radcase.accounts.entity.TraineeLevel;
import org.radcase.audit.control.Audit;
import org.radcase.audit.entity.AuditAction;
import org.radcase.audit.entity.AuditEvent;
import org.radcase.platform.config.Settings;
import org.radcase.platform.config.Settings.Registration;
import org.radcase.platform.problem.HttpProblem;
import org.radcase.platform.problem.Problem.Fault;

/** Makes the links by which people get accounts and new passwords. */
@ApplicationScoped
public class Invite {
  private final Administrators administrators;
  private final Institutions institutions;
  private final Links links;
  private final Settings settings;
  private final Audit audit;

  @Inject
  Invite(
      Administrators administrators,
      Institutions institutions,
      Links links,
      Settings settings,
      Audit audit) {
    this.administrators = administrators;
    this.institutions = institutions;
    this.links = links;
    this.settings = settings;
    this.audit = audit;
  }

  /**
   * A link for somebody new.
   *
   * @param institution only an operator names one, and for anybody but another operator
   * @throws org.radcase.platform.problem.Problem admin.not-allowed; auth.registration-closed;
   *     body.invalid
   */
  public Links.Made as(
      Caller caller,
      Role role,
      @Nullable TraineeLevel level,
      String name,
      @Nullable InstitutionId institution) {
    administrators.check(caller);
    if (settings.registration() == Registration.CLOSED) {
      throw AccountProblem.REGISTRATION_CLOSED.because("radcase.registration is closed");
    }
    if (role == Role.OPERATOR && caller.role() != Role.OPERATOR) {
      throw fault("/role", "role.not-yours", "Only operators make operators");
    }
    var made = links.toInvite(caller, homeOf(caller, role, institution), role, level, name);
    audit.record(AuditEvent.done(AuditAction.LINK_MADE, caller.actor())
        .ownedBy(ownerOf(made.link()))
        .about(made.link().id())
        .saying("invitation, role " + role.term()));
    return made;
  }

  private Person.@Nullable InstitutionName homeOf(
      Caller caller, Role role, @Nullable InstitutionId given) {
    var own = administrators.institutionOf(caller);
    if (own != null && given != null && !given.equals(own)) {
      throw fault("/institution", "institution.not-yours", "Invite to your own institution");
    }
    if (role == Role.OPERATOR) return null;
    var home = own == null ? given : own;
    if (home == null) throw fault("/institution", "field.missing", "Say to which institution");
    if (institutions.knownOf(List.of(home)).isEmpty()) {
      throw fault("/institution", "institution.not-found", "There is no such institution");
    }
    return new Person.InstitutionName(home, institutions.get(home).name());
  }

  private static RuntimeException fault(String pointer, String code, String detail) {
    return HttpProblem.INVALID
        .because("One field has a fault")
        .with(List.of(new Fault(pointer, code, detail)));
  }

  /** Open invitations that the caller may see. */
  public List<Link> list(Caller caller) {
    return links.invitations(administrators.institutionOf(caller));
  }

  /** @throws org.radcase.platform.problem.Problem admin.not-allowed; invitation.not-found */
  public void revoke(Caller caller, String id) {
    links.revokeInvitation(id, administrators.institutionOf(caller));
    audit.record(AuditEvent.done(AuditAction.LINK_REVOKED, caller.actor()).about(id));
  }

  /**
   * A link for somebody who has forgotten her password.
   *
   * @throws org.radcase.platform.problem.Problem admin.not-allowed; person.not-found
   */
  public Links.Made toReset(Caller caller, PersonId id) {
    var person = administrators.personOf(caller, id);
    var made = links.toReset(caller, person);
    audit.record(AuditEvent.done(AuditAction.LINK_MADE, caller.actor())
        .ownedBy(ownerOf(made.link()))
        .about(id.toString())
        .saying("reset"));
    return made;
  }

  private static String ownerOf(Link link) {
    var institution = link.institution();
    return (institution == null ? InstitutionId.NONE : institution.id()).toString();
  }
}
