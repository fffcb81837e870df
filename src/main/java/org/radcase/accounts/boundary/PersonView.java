package org.radcase.accounts.boundary;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.entity.Person;
import org.radcase.platform.http.Pagination;
import org.radcase.platform.paging.Page;

/** Somebody, as administrators see her. */
public record PersonView(
    String id,
    @Nullable String username,
    String name,
    String role,
    @Nullable String traineeLevel,
    @Nullable InstitutionRef institution,
    boolean active,
    boolean secondFactor,
    @Nullable Instant lastSeenAt,
    Instant createdAt,
    int revision) {
  /** One page of people, as it travels. */
  public record PeopleView(List<PersonView> data, Pagination pagination) {
    static PeopleView of(Page<Person> page) {
      return new PeopleView(page.map(PersonView::of).rows(), Pagination.of(page));
    }
  }

  static PersonView of(Person person) {
    return new PersonView(
        person.id().toString(),
        person.username(),
        person.name(),
        person.role().term(),
        LinkView.term(person.traineeLevel()),
        InstitutionRef.of(person.institution()),
        person.active(),
        person.secondFactor(),
        person.lastSeenAt(),
        person.createdAt(),
        person.revision());
  }
}
