package org.radcase.cases.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.cases.entity.CaseId;
import org.radcase.cases.entity.Sharing;
import org.radcase.platform.jdbc.Database;

/** Writes what a case knows of its images. */
@ApplicationScoped
class CaseImagesDao {
  private static final String ADD =
      """
      UPDATE teaching_case SET revision = revision + 1, updated_at = ?,
          image_count = image_count + 1, thumbnail = COALESCE(thumbnail, ?)
      WHERE id = ?
      RETURNING revision, institution_id, status, visibility""";

  private static final String SET =
      """
      UPDATE teaching_case SET revision = revision + 1, updated_at = ?,
          image_count = ?, thumbnail = ?
      WHERE id = ?
      RETURNING revision, institution_id, status, visibility""";

  private final Database database;

  @Inject
  CaseImagesDao(Database database) {
    this.database = database;
  }

  /** The case after a change of its images. */
  record Told(int revision, InstitutionId owner, Sharing sharing) {
    private static Told of(ResultSet row) throws SQLException {
      return new Told(
          row.getInt("revision"),
          new InstitutionId(UUID.fromString(row.getString("institution_id"))),
          new Sharing(CaseDao.status(row), CaseDao.visibility(row), List.of()));
    }
  }

  /** Returns nothing if there is no such case. */
  Optional<Told> add(CaseId id, @Nullable String thumbnailIfNone, long nowMillis) {
    return database.write(
        sql -> sql.first(ADD, Told::of, nowMillis, thumbnailIfNone, id.toString()));
  }

  /** Returns nothing if there is no such case. */
  Optional<Told> set(CaseId id, int count, @Nullable String thumbnail, long nowMillis) {
    return database.write(
        sql -> sql.first(SET, Told::of, nowMillis, count, thumbnail, id.toString()));
  }
}
