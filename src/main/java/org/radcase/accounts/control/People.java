package org.radcase.accounts.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.accounts.entity.Person;
import org.radcase.accounts.entity.PersonId;
import org.radcase.accounts.entity.Role;
import org.radcase.accounts.entity.Username;
import org.radcase.platform.cache.Changes;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.paging.Cursor;
import org.radcase.platform.paging.Page;
import org.radcase.platform.paging.PageRequest;
import org.radcase.platform.problem.HttpProblem;
import org.radcase.platform.problem.Problem;
import org.radcase.platform.time.FreshIds;

/** The people of this server. */
@ApplicationScoped
public class People {
  private final PersonDao dao;
  private final Changes changes;
  private final Database database;
  private final FreshIds fresh;
  private final Clock clock;

  @Inject
  People(PersonDao dao, Changes changes, Database database, FreshIds fresh, Clock clock) {
    this.dao = dao;
    this.changes = changes;
    this.database = database;
    this.fresh = fresh;
    this.clock = clock;
  }

  /** @throws Problem person.not-found */
  public Person get(PersonId id) {
    return dao.find(id).orElseThrow(() -> notFound(id));
  }

  public static Problem notFound(PersonId id) {
    return AccountProblem.PERSON_NOT_FOUND.because("No person " + id);
  }

  /** Somebody active of the institution, by username; nothing if there is none. */
  public Optional<Person> colleague(InstitutionId institution, String username) {
    return Username.parse(username.strip())
        .flatMap(name -> dao.find(name.key()))
        .filter(person -> person.active() && person.institutionId().equals(institution));
  }

  /** Somebody by username, whoever she is. */
  public Optional<Person> find(Username username) {
    return dao.find(username.key());
  }

  /**
   * Adds somebody, in the transaction that is open.
   *
   * @param pointer of the username in the body, for the fault
   * @throws Problem body.invalid with username.taken
   */
  public Person add(NewPerson added, String pointer) {
    return database.transaction(() -> {
      if (dao.find(added.username().key()).isPresent()) throw taken(pointer);
      var id = new PersonId(fresh.next());
      dao.add(id, added, clock.millis());
      return get(id);
    });
  }

  private static Problem taken(String pointer) {
    return HttpProblem.INVALID
        .because("One field has a fault")
        .with(List.of(new Problem.Fault(pointer, "username.taken", "Somebody has that username")));
  }

  /** Makes sure that somebody has an account; changes nothing if she does. */
  public void ensure(PersonId id, NewPerson person) {
    database.transaction(() -> {
      dao.ensure(id, person.institution(), person.name(), person.role());
      dao.setCredentials(id, person);
      return id;
    });
  }

  /** Lets somebody in, or no longer; does nothing if it is so already or she has no account. */
  void setActive(PersonId id, boolean active) {
    database.transaction(() -> {
      dao.setActive(id, active);
      changes.of(AccountTags.ofPerson(id));
      return id;
    });
  }

  /** Whether the server has been set up. */
  public boolean hasOperator() {
    return dao.hasOperator();
  }

  /** One page of those that the query finds, by name. */
  public Page<Person> page(PeopleQuery query, PageRequest request) {
    return dao.page(query, request);
  }

  /** Whether a cursor is one of {@link #page}. */
  public static boolean isCursor(Cursor cursor) {
    return cursor.order().equals(PersonDao.ORDER);
  }

  /**
   * Keeps what has changed of somebody.
   *
   * @param next with a revision one above the stored one
   * @throws Problem person.stale
   */
  public void change(Person next) {
    if (!dao.change(next)) {
      throw AccountProblem.PERSON_STALE.because("Read the person again");
    }
    changes.of(AccountTags.ofPerson(next.id()), AccountTags.PEOPLE);
  }

  /** Whether the role is one of an institution's people. */
  public static boolean belongsSomewhere(Role role) {
    return role != Role.OPERATOR;
  }
}
