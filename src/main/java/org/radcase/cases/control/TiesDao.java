package org.radcase.cases.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.cache.annotation.CacheResult;
import org.radcase.accounts.entity.PersonId;
import org.radcase.cases.entity.CaseId;
import org.radcase.cases.entity.PersonTies;
import org.radcase.platform.jdbc.Database;

/** Reads what ties somebody to cases. */
@ApplicationScoped
class TiesDao {
  private static final String OF_PERSON =
      """
      SELECT 'co-author' AS tie, case_id AS id FROM case_co_author WHERE person_id = ?
      UNION ALL SELECT 'reveal', case_id FROM case_reveal WHERE person_id = ?""";

  private record Tie(String kind, CaseId id) {}

  private final Database database;

  @Inject
  TiesDao(Database database) {
    this.database = database;
  }

  @CacheResult(cacheName = "user-progress")
  public PersonTies of(PersonId person) {
    var ties = database.read(sql -> sql.list(
        OF_PERSON,
        row -> new Tie(row.getString("tie"), CaseDao.id(row)),
        person.toString(),
        person.toString()));
    return new PersonTies(of(ties, "co-author"), of(ties, "reveal"));
  }

  private static Set<CaseId> of(List<Tie> ties, String kind) {
    return ties.stream()
        .filter(tie -> tie.kind.equals(kind))
        .map(Tie::id)
        .collect(Collectors.toSet());
  }
}
