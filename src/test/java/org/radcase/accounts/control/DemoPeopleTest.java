package org.radcase.accounts.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.radcase.accounts.control.signin.PasswordHashing;
import org.radcase.accounts.entity.Person;
import org.radcase.platform.cache.GivenCaches;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.startup.ServerStarting;
import org.radcase.platform.time.FreshIds;
import org.radcase.testing.EachDatabase;
import org.radcase.testing.GivenSettings;
import org.radcase.testing.TurnableClock;

class DemoPeopleTest {
  private final TurnableClock clock = new TurnableClock();

  @EachDatabase
  void they_let_nobody_in_once_the_server_starts_without_demo_mode(Database database) {
    start(database, true);
    assertThat(accounts(database)).hasSize(6).allMatch(Person::active);
    assertThat(people(database).hasOperator()).isTrue();

    start(database, false);
    assertThat(accounts(database)).hasSize(6).noneMatch(Person::active);
    assertThat(people(database).hasOperator())
        .as("somebody has to set the server up")
        .isFalse();

    start(database, true);
    assertThat(accounts(database)).hasSize(6).allMatch(Person::active);
  }

  private Iterable<Person> accounts(Database database) {
    return demo(database, true).all().stream()
        .map(it -> people(database).get(it.id()))
        .toList();
  }

  private void start(Database database, boolean demo) {
    demo(database, demo).arrive(new ServerStarting(""));
  }

  private DemoPeople demo(Database database, boolean demo) {
    var institutions = new Institutions(
        new InstitutionDao(database), GivenCaches.changes(), database, new FreshIds(clock), clock);
    return new DemoPeople(
        GivenSettings.ofDemo(Path.of(""), demo),
        people(database),
        institutions,
        new PasswordHashing());
  }

  private People people(Database database) {
    return new People(
        new PersonDao(database), GivenCaches.changes(), database, new FreshIds(clock), clock);
  }
}
