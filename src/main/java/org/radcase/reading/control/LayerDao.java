package org.radcase.reading.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.radcase.cases.entity.CaseId;
import org.radcase.platform.jdbc.Database;
import org.radcase.reading.entity.Revised;

/** What educators lay over the images of cases. */
@ApplicationScoped
class LayerDao {
  private static final String FIND =
      "SELECT revision, content FROM case_layer WHERE case_id = ? AND layer = ?";

  private static final String ADD =
      """
      INSERT INTO case_layer (case_id, layer, revision, content) VALUES (?, ?, 1, ?)
      ON CONFLICT (case_id, layer) DO NOTHING""";

  private static final String REPLACE =
      """
      UPDATE case_layer SET revision = revision + 1, content = ?
      WHERE case_id = ? AND layer = ? AND revision = ?""";

  private static final String REMOVE = "DELETE FROM case_layer WHERE case_id = ?";

  private final Database database;

  @Inject
  LayerDao(Database database) {
    this.database = database;
  }

  /** At revision 0 without content if it was never written. */
  Revised<String> find(CaseId id, String layer) {
    return database
        .read(sql -> sql.first(
            FIND,
            row -> new Revised<>(row.getInt("revision"), row.getString("content")),
            id.toString(),
            layer))
        .orElse(new Revised<>(0, ""));
  }

  /** Returns false if the stored revision is no longer {@code expected}; then nothing changed. */
  boolean replace(CaseId id, String layer, int expected, String content) {
    return database.write(sql -> expected == 0
            ? sql.update(ADD, id.toString(), layer, content)
            : sql.update(REPLACE, content, id.toString(), layer, expected))
        == 1;
  }

  void remove(CaseId id) {
    database.write(sql -> sql.update(REMOVE, id.toString()));
  }
}
