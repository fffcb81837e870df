package org.radcase.accounts.control.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.radcase.accounts.control.AccountProblem;
import org.radcase.accounts.control.People;
import org.radcase.accounts.control.sessions.ApiTokens;
import org.radcase.accounts.control.sessions.Sessions;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.Person;
import org.radcase.accounts.entity.PersonId;
import org.radcase.accounts.entity.Role;
import org.radcase.audit.control.Audit;
import org.radcase.audit.entity.AuditAction;
import org.radcase.audit.entity.AuditEvent;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.problem.HttpProblem;
import org.radcase.platform.problem.Problem.Fault;

/** Changes somebody's name, role, level, or whether she may sign in. */
@ApplicationScoped
public class ChangePerson {
  private final Administrators administrators;
  private final People people;
  private final Sessions sessions;
  private final ApiTokens tokens;
  private final Database database;
  private final Audit audit;

  @Inject
  ChangePerson(
      Administrators administrators,
      People people,
      Sessions sessions,
      ApiTokens tokens,
      Database database,
      Audit audit) {
    this.administrators = administrators;
    this.people = people;
    this.sessions = sessions;
    this.tokens = tokens;
    this.database = database;
    this.audit = audit;
  }

  /**
   * Changes her; another role or status ends all her sessions and tokens.
   *
   * @param expected whether the caller means this revision
   * @param change makes the next revision of the stored person; pure
   * @throws org.radcase.platform.problem.Problem admin.not-allowed; person.not-found; person.stale;
   *     body.invalid with person.self, role.not-yours, role.without-institution
   */
  public Person as(
      Caller caller, PersonId id, IntPredicate expected, Function<Person, Person> change) {
    var before = administrators.personOf(caller, id);
    var after = database.transaction(() -> {
      var stored = people.get(id);
      if (!expected.test(stored.revision())) {
        throw AccountProblem.PERSON_STALE.because("It is at revision " + stored.revision());
      }
      var next = change.apply(stored);
      check(caller, stored, next);
      people.change(next);
      if (isOtherRight(stored, next)) {
        sessions.endAll(id);
        tokens.revokeAll(id);
      }
      return people.get(id);
    });
    audit.record(AuditEvent.done(AuditAction.PERSON_CHANGED, caller.actor())
        .ownedBy(after.institutionId().toString())
        .about(id.toString())
        .saying(difference(before, after)));
    return after;
  }

  private static boolean isOtherRight(Person stored, Person next) {
    return stored.role() != next.role() || stored.active() != next.active();
  }

  private static void check(Caller caller, Person stored, Person next) {
    var faults = new ArrayList<Fault>();
    if (stored.id().equals(caller.person()) && isOtherRight(stored, next)) {
      var pointer = stored.role() == next.role() ? "/active" : "/role";
      faults.add(new Fault(pointer, "person.self", "Somebody else has to do that to you"));
    }
    var institutional = stored.institution() != null;
    if (next.role() != stored.role() && (next.role() == Role.OPERATOR) == institutional) {
      faults.add(new Fault(
          "/role", "role.without-institution", "Operators belong to no institution, others do"));
    }
    if (!faults.isEmpty()) {
      throw HttpProblem.INVALID.because("The change is not possible").with(List.copyOf(faults));
    }
  }

  private static String difference(Person before, Person after) {
    var words = new ArrayList<String>();
    if (before.role() != after.role()) {
      words.add("role " + before.role().term() + " to " + after.role().term());
    }
    if (before.active() != after.active()) {
      words.add(after.active() ? "activated" : "deactivated");
    }
    if (!before.name().equals(after.name())) words.add("name");
    if (before.traineeLevel() != after.traineeLevel()) words.add("trainee level");
    return String.join(", ", words);
  }
}
