package org.radcase.accounts.control;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.accounts.entity.PersonId;
import org.radcase.accounts.entity.Role;
import org.radcase.platform.startup.ServerStarting;

/** The one person there is until people can sign in; the server answers only its own machine. */
@ApplicationScoped
public class DemoEducator {
  private static final Caller CALLER = new Caller(
      new PersonId(UUID.fromString("01930000-0000-7000-8000-000000000002")),
      "Demo educator",
      new InstitutionId(UUID.fromString("01930000-0000-7000-8000-000000000001")),
      Role.EDUCATOR);

  private final PersonDao people;

  @Inject
  DemoEducator(PersonDao people) {
    this.people = people;
  }

  void arrive(@Observes @Priority(1) ServerStarting event) {
    people.ensure(CALLER, "demo");
  }

  public Caller caller() {
    return CALLER;
  }
}
