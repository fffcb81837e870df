package org.radcase.studies.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.radcase.platform.jdbc.Database;

/** Blobs that lost their last instance. */
@ApplicationScoped
class BlobSweepDao {
  private static final String NOTED = """
      SELECT sha256 FROM blob_to_sweep LIMIT 1000""";

  private static final String IN_USE = """
      SELECT 1 FROM instance WHERE sha256 = ?""";

  private static final String FORGET = """
      DELETE FROM blob_to_sweep WHERE sha256 = ?""";

  private final Database database;

  @Inject
  BlobSweepDao(Database database) {
    this.database = database;
  }

  List<String> noted() {
    return database.read(sql -> sql.list(NOTED, row -> row.getString(1)));
  }

  boolean isInUse(String sha256) {
    return database.read(sql -> sql.first(IN_USE, row -> row.getInt(1), sha256)).isPresent();
  }

  void forget(String sha256) {
    database.write(sql -> sql.update(FORGET, sha256));
  }
}
