package org.radcase.accounts.control.links;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.control.AccountProblem;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.accounts.entity.Link;
import org.radcase.accounts.entity.Person;
import org.radcase.accounts.entity.PersonId;
import org.radcase.accounts.entity.Role;
import org.radcase.accounts.entity.Secret;
import org.radcase.accounts.entity.TraineeLevel;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.time.FreshIds;

/** Links that work once, found by the hash of their secret. */
@ApplicationScoped
public class Links {
  /** Open invitations that a list shows. */
  private static final int MOST = 1000;

  /** A new link, and the secret that is shown once. */
  public record Made(Link link, Secret secret) {}

  private final LinkDao dao;
  private final Database database;
  private final FreshIds fresh;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  @Inject
  Links(LinkDao dao, Database database, FreshIds fresh, Clock clock) {
    this.dao = dao;
    this.database = database;
    this.fresh = fresh;
    this.clock = clock;
  }

  /** A link by which the server is set up; earlier ones end. */
  Made toSetUp() {
    return database.transaction(() -> {
      dao.removeAll(Link.Kind.SET_UP);
      return add(Link.Kind.SET_UP, null, null, null, null, "", null);
    });
  }

  /**
   * A link by which somebody gets an account.
   *
   * @param institution null for an operator
   */
  public Made toInvite(
      Caller maker,
      Person.@Nullable InstitutionName institution,
      Role role,
      @Nullable TraineeLevel level,
      String name) {
    dao.sweep(clock.millis());
    return add(Link.Kind.INVITATION, institution, role, level, null, name, maker);
  }

  /** A link by which somebody sets a new password; her earlier ones end. */
  public Made toReset(Caller maker, Person person) {
    return database.transaction(() -> {
      dao.removeOf(person.id(), Link.Kind.RESET);
      return add(Link.Kind.RESET, person.institution(), null, null, person, person.name(), maker);
    });
  }

  private Made add(
      Link.Kind kind,
      Person.@Nullable InstitutionName institution,
      @Nullable Role role,
      @Nullable TraineeLevel level,
      @Nullable Person person,
      String name,
      @Nullable Caller maker) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var link = new Link(
        fresh.next().toString(),
        kind,
        institution,
        role,
        level,
        person == null ? null : person.id(),
        person == null ? null : person.username(),
        name,
        maker == null ? null : maker.name(),
        now,
        now.plus(kind.life()));
    var secret = Secret.fresh(random);
    dao.add(link, secret.hash(), maker == null ? null : maker.person());
    return new Made(link, secret);
  }

  /**
   * What a link is for.
   *
   * @throws org.radcase.platform.problem.Problem link.not-found, whatever is wrong with it
   */
  public Link read(String text) {
    return Secret.parse(text)
        .flatMap(secret -> dao.find(secret.hash()))
        .filter(link -> link.isOpen(clock.instant()))
        .orElseThrow(Links::notFound);
  }

  /**
   * Uses a link up, in the transaction that is open.
   *
   * @throws org.radcase.platform.problem.Problem link.not-found, also if it is of another kind
   */
  Link use(String text, Link.Kind kind) {
    var link = read(text);
    if (link.kind() != kind || !dao.remove(link.id())) throw notFound();
    return link;
  }

  /** Open invitations of the institution, or of all with null; the newest first. */
  public List<Link> invitations(@Nullable InstitutionId institution) {
    return dao.invitations(institution, clock.millis(), MOST);
  }

  /**
   * Ends an invitation of the institution, or of any with null.
   *
   * @throws org.radcase.platform.problem.Problem invitation.not-found
   */
  public void revokeInvitation(String id, @Nullable InstitutionId institution) {
    if (!dao.removeInvitation(id, institution)) {
      throw AccountProblem.INVITATION_NOT_FOUND.because("It was used or revoked");
    }
  }

  void removeOf(PersonId person, Link.Kind kind) {
    dao.removeOf(person, kind);
  }

  private static RuntimeException notFound() {
    return AccountProblem.LINK_NOT_FOUND.because("Ask the administrator for another");
  }
}
