package org.radcase.accounts.control.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.radcase.accounts.control.sessions.Sessions;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.PersonId;
import org.radcase.accounts.entity.Session;
import org.radcase.audit.control.Audit;
import org.radcase.audit.entity.AuditAction;
import org.radcase.audit.entity.AuditEvent;

/** Lets administrators see and end somebody's sessions. */
@ApplicationScoped
public class EndSessions {
  private final Administrators administrators;
  private final Sessions sessions;
  private final Audit audit;

  @Inject
  EndSessions(Administrators administrators, Sessions sessions, Audit audit) {
    this.administrators = administrators;
    this.sessions = sessions;
    this.audit = audit;
  }

  /** @throws org.radcase.platform.problem.Problem admin.not-allowed; person.not-found */
  public List<Session> list(Caller caller, PersonId id) {
    return sessions.of(administrators.personOf(caller, id).id());
  }

  /** @throws org.radcase.platform.problem.Problem admin.not-allowed; person.not-found */
  public void of(Caller caller, PersonId id) {
    var person = administrators.personOf(caller, id);
    var ended = sessions.endAll(id);
    audit.record(AuditEvent.done(AuditAction.SESSION_ENDED, caller.actor())
        .ownedBy(person.institutionId().toString())
        .about(id.toString())
        .saying(ended + " sessions"));
  }
}
