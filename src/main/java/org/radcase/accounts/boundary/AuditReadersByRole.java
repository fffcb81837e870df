package org.radcase.accounts.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.radcase.accounts.control.administration.Administrators;
import org.radcase.accounts.entity.Caller;
import org.radcase.audit.control.AuditReaders;

/** Lets admins read what concerns their institution, and operators everything. */
@RequestScoped
class AuditReadersByRole implements AuditReaders {
  private final Administrators administrators;
  private final Caller caller;

  @Inject
  AuditReadersByRole(Administrators administrators, Caller caller) {
    this.administrators = administrators;
    this.caller = caller;
  }

  @Override
  public AuditReader current() {
    var institution = administrators.institutionOf(caller);
    return new AuditReader(caller.actor(), institution == null ? null : institution.toString());
  }
}
