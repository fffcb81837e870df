package org.radcase.accounts.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.radcase.accounts.entity.Caller;
import org.radcase.platform.jdbc.Database;

@ApplicationScoped
class PersonDao {
  private static final String ADD_INSTITUTION =
      """
      INSERT INTO institution (id, name) VALUES (?, ?)
      ON CONFLICT (id) DO NOTHING""";

  private static final String ADD_PERSON =
      """
      INSERT INTO person (id, institution_id, name, role) VALUES (?, ?, ?, ?)
      ON CONFLICT (id) DO NOTHING""";

  private final Database database;

  @Inject
  PersonDao(Database database) {
    this.database = database;
  }

  /** Adds the person and the institution, unless they are there. */
  void ensure(Caller person, String institutionName) {
    database.write(sql -> {
      sql.update(ADD_INSTITUTION, person.institution().toString(), institutionName);
      return sql.update(
          ADD_PERSON,
          person.person().toString(),
          person.institution().toString(),
          person.name(),
          person.role().term());
    });
  }
}
