package org.radcase.accounts.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.UUID;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.platform.jdbc.Database;

@ApplicationScoped
class InstitutionDao {
  private static final String KNOWN = "SELECT id FROM institution WHERE id IN (%s)";

  private final Database database;

  @Inject
  InstitutionDao(Database database) {
    this.database = database;
  }

  /** Those of the given ids that have a row; {@code ids} is not empty. */
  Set<InstitutionId> knownOf(Collection<InstitutionId> ids) {
    var marks = String.join(", ", Collections.nCopies(ids.size(), "?"));
    var arguments = ids.stream().map(InstitutionId::toString).toArray();
    return Set.copyOf(database.read(sql -> sql.list(
        KNOWN.formatted(marks),
        row -> new InstitutionId(UUID.fromString(row.getString("id"))),
        arguments)));
  }
}
