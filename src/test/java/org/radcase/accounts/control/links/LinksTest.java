package org.radcase.accounts.control.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.function.Executable;
import org.radcase.accounts.control.GivenPeople;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.Link;
import org.radcase.accounts.entity.Person;
import org.radcase.accounts.entity.Role;
import org.radcase.accounts.entity.TraineeLevel;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.problem.Problem;
import org.radcase.platform.time.FreshIds;
import org.radcase.testing.EachDatabase;
import org.radcase.testing.TurnableClock;

class LinksTest {
  private final TurnableClock clock = new TurnableClock();

  @EachDatabase
  void a_link_works_once_for_what_it_was_made(Database database) {
    var links = links(database);
    var made = invitation(links, database);

    assertThat(links.read(made.secret().text()))
        .returns(Role.LEARNER, Link::role)
        .returns(TraineeLevel.R3, Link::traineeLevel)
        .returns("Ada", Link::madeBy);
    notFound(() -> links.use(made.secret().text(), Link.Kind.RESET));
    var unused = links.use(made.secret().text(), Link.Kind.INVITATION);
    notFound(() -> links.use(made.secret().text(), Link.Kind.INVITATION));
    notFound(() -> links.read(made.link().id()));
  }

  @EachDatabase
  void a_link_ends_by_itself_and_by_its_institutions_administrator(Database database) {
    var links = links(database);
    var expired = invitation(links, database);
    clock.turn(Duration.ofDays(7));
    notFound(() -> links.read(expired.secret().text()));

    var revoked = invitation(links, database);
    var own = GivenPeople.institution("St. Elsewhere");
    var other = GivenPeople.institution("City");
    assertThat(links.invitations(own)).containsExactly(revoked.link());
    assertThat(links.invitations(other)).isEmpty();
    assertThatThrownBy(() -> links.revokeInvitation(revoked.link().id(), other))
        .isInstanceOf(Problem.class);
    links.revokeInvitation(revoked.link().id(), own);
    notFound(() -> links.read(revoked.secret().text()));
  }

  @EachDatabase
  void a_clock_that_jumps_lengthens_no_link(Database database) {
    var links = links(database);
    var made = invitation(links, database);

    clock.turn(Duration.ofDays(-2));
    notFound(() -> links.read(made.secret().text()));
    notFound(() -> links.use(made.secret().text(), Link.Kind.INVITATION));
    var later = invitation(links, database);
    assertThat(links.read(later.secret().text())).isEqualTo(later.link());

    clock.turn(Duration.ofDays(2 + 7));
    notFound(() -> links.read(made.secret().text()));
    notFound(() -> links.read(later.secret().text()));
  }

  @EachDatabase
  void a_new_set_up_link_ends_the_one_before(Database database) {
    var links = links(database);
    var first = links.toSetUp();
    var second = links.toSetUp();

    notFound(() -> links.read(first.secret().text()));
    assertThat(links.read(second.secret().text()).kind()).isEqualTo(Link.Kind.SET_UP);
  }

  private Links links(Database database) {
    return new Links(new LinkDao(database), database, new FreshIds(clock), clock);
  }

  private static Links.Made invitation(Links links, Database database) {
    Caller ada = GivenPeople.in(database).person("Ada", "St. Elsewhere", Role.ADMIN);
    var home = new Person.InstitutionName(ada.institution(), "St. Elsewhere");
    return links.toInvite(ada, home, Role.LEARNER, TraineeLevel.R3, "Robin");
  }

  private static void notFound(Executable work) {
    assertThatThrownBy(work::execute).isInstanceOfSatisfying(Problem.class, problem -> assertThat(
            problem.kind().code())
        .isEqualTo("link.not-found"));
  }
}
