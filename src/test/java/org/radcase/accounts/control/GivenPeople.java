package org.radcase.accounts.control;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.accounts.entity.PersonId;
import org.radcase.accounts.entity.Role;
import org.radcase.accounts.entity.Username;
import org.radcase.platform.cache.GivenCaches;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.time.FreshIds;

/** People and institutions for tests of all features. */
public final class GivenPeople {
  private final Database database;
  private final PersonDao people;

  private GivenPeople(Database database) {
    this.database = database;
    people = new PersonDao(database);
  }

  public static GivenPeople in(Database database) {
    return new GivenPeople(database);
  }

  /** The people themselves, for what a test is about. */
  public static People of(Database database, Clock clock) {
    return new People(
        new PersonDao(database), GivenCaches.changes(), database, new FreshIds(clock), clock);
  }

  /** An educator of the institution, which is made if it is new. */
  public Caller educator(String name, String institution) {
    return person(name, institution, Role.EDUCATOR);
  }

  /** Somebody of the institution, which is made if it is new. */
  public Caller person(String name, String institution, Role role) {
    var person =
        new Caller(new PersonId(id("person " + name)), name, institution(institution), role);
    GivenInstitutions.in(database).ensure(person.institution(), institution);
    people.ensure(person.person(), person.institution(), name, role);
    return person;
  }

  /** Gives somebody a username; the password is nobody's. */
  public void mayNowSignIn(Caller person, String username) {
    people.setCredentials(
        person.person(),
        new NewPerson(
            Username.parse(username).orElseThrow(),
            person.name(),
            person.institution(),
            person.role(),
            null,
            "no hash"));
  }

  /** The id that the institution of this name gets. */
  public static InstitutionId institution(String name) {
    return new InstitutionId(id("institution " + name));
  }

  private static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
