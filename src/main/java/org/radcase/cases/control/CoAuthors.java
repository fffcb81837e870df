package org.radcase.cases.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.radcase.accounts.control.People;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.Person;
import org.radcase.accounts.entity.PersonId;
import org.radcase.audit.control.Audit;
import org.radcase.audit.entity.AuditAction;
import org.radcase.audit.entity.AuditEvent;
import org.radcase.cases.entity.CaseId;
import org.radcase.cases.entity.TeachingCase;
import org.radcase.platform.problem.HttpProblem;
import org.radcase.platform.problem.Problem;

/** Those whom an author invites to write a case with her. */
@ApplicationScoped
public class CoAuthors {
  private static final int MOST = 50;

  private final ReadCase readCase;
  private final CoAuthorDao dao;
  private final People people;
  private final Audit audit;

  @Inject
  CoAuthors(ReadCase readCase, CoAuthorDao dao, People people, Audit audit) {
    this.readCase = readCase;
    this.dao = dao;
    this.people = people;
    this.audit = audit;
  }

  /** @throws Problem case.not-found; case.not-editable */
  public List<Person> list(Caller caller, CaseId id) {
    readCase.toEdit(caller, id);
    return dao.of(id).stream().map(people::get).toList();
  }

  /**
   * Invites a colleague who makes cases herself.
   *
   * @throws Problem case.not-found; case.not-editable; body.invalid for anybody else
   */
  public List<Person> add(Caller caller, CaseId id, String username) {
    var teachingCase = readCase.toManage(caller, id);
    var colleague = people
        .colleague(teachingCase.author().institution(), username)
        .filter(person -> TeachingCase.mayBeMadeBy(person.caller()))
        .filter(person -> !person.id().equals(teachingCase.author().person()))
        .orElseThrow(() -> fault("co-author.unknown", "No other educator here has that username"));
    if (dao.of(id).size() >= MOST) throw fault("co-author.too-many", "At most " + MOST);
    dao.add(id, colleague.id());
    record(caller, teachingCase, colleague.id(), "added");
    return list(caller, id);
  }

  /** @throws Problem case.not-found; case.not-editable; co-author.not-found */
  public void remove(Caller caller, CaseId id, PersonId person) {
    var teachingCase = readCase.toManage(caller, id);
    if (!dao.remove(id, person)) {
      throw CaseProblem.NO_CO_AUTHOR.because("She is none of this case");
    }
    record(caller, teachingCase, person, "removed");
  }

  private void record(Caller caller, TeachingCase about, PersonId person, String what) {
    var event = AuditEvent.done(AuditAction.CO_AUTHORS_CHANGED, caller.actor())
        .about(person.toString())
        .saying(what);
    audit.record(ReadCase.event(event, about));
  }

  private static Problem fault(String code, String detail) {
    return HttpProblem.INVALID
        .because("One field has a fault")
        .with(List.of(new Problem.Fault("/username", code, detail)));
  }

  void forget(@Observes CaseDeleted event) {
    dao.removeAll(event.id());
  }
}
