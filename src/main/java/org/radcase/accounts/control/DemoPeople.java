package org.radcase.accounts.control;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.control.signin.PasswordHashing;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.accounts.entity.PersonId;
import org.radcase.accounts.entity.Role;
import org.radcase.accounts.entity.TraineeLevel;
import org.radcase.accounts.entity.Username;
import org.radcase.platform.config.Settings;
import org.radcase.platform.startup.ServerStarting;

/**
 * The accounts of demo mode, whose password everybody knows; the server answers only its machine.
 * When it starts in another mode with the same home, they let nobody in any more.
 */
@ApplicationScoped
public class DemoPeople {
  public static final String PASSWORD = "radcase-demo";

  private static final InstitutionId DEMO = new InstitutionId(id(1));
  private static final InstitutionId OTHER = new InstitutionId(id(3));

  /** One of them. */
  public record DemoPerson(
      PersonId id,
      Username username,
      String name,
      InstitutionId institution,
      Role role,
      @Nullable TraineeLevel traineeLevel) {}

  private static final DemoPerson EDUCATOR =
      of(2, "educator", "Demo educator", DEMO, Role.EDUCATOR, null);

  private static final List<DemoPerson> ALL = List.of(
      of(4, "learner", "Demo learner", DEMO, Role.LEARNER, TraineeLevel.R2),
      EDUCATOR,
      of(5, "director", "Demo director", DEMO, Role.DIRECTOR, null),
      of(6, "admin", "Demo administrator", DEMO, Role.ADMIN, null),
      of(7, "learner@other", "Learner elsewhere", OTHER, Role.LEARNER, TraineeLevel.R1),
      of(8, "operator", "Demo operator", InstitutionId.NONE, Role.OPERATOR, null));

  private final Settings settings;
  private final People people;
  private final Institutions institutions;
  private final PasswordHashing hashing;

  @Inject
  DemoPeople(Settings settings, People people, Institutions institutions, PasswordHashing hashing) {
    this.settings = settings;
    this.people = people;
    this.institutions = institutions;
    this.hashing = hashing;
  }

  void arrive(@Observes @Priority(1) ServerStarting event) {
    ALL.forEach(it -> people.setActive(it.id(), settings.demo()));
    if (!settings.demo()) return;
    var missing =
        ALL.stream().filter(it -> people.find(it.username()).isEmpty()).toList();
    if (missing.isEmpty()) return;
    institutions.ensure(DEMO, "demo");
    institutions.ensure(OTHER, "other");
    var hash = hashing.hash(PASSWORD);
    missing.forEach(it -> people.ensure(
        it.id(),
        new NewPerson(
            it.username(), it.name(), it.institution(), it.role(), it.traineeLevel(), hash)));
  }

  /** All of them, to choose from when signing in; none outside demo mode. */
  public List<DemoPerson> all() {
    return settings.demo() ? ALL : List.of();
  }

  /** Who makes the demo cases. */
  public Caller educator() {
    return new Caller(EDUCATOR.id(), EDUCATOR.name(), EDUCATOR.institution(), EDUCATOR.role());
  }

  private static DemoPerson of(
      int number,
      String username,
      String name,
      InstitutionId institution,
      Role role,
      @Nullable TraineeLevel level) {
    return new DemoPerson(
        new PersonId(id(number)), new Username(username), name, institution, role, level);
  }

  private static UUID id(int number) {
    return new UUID(0x0193_0000_0000_7000L, 0x8000_0000_0000_0000L | number);
  }
}
