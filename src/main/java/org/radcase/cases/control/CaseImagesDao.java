package org.radcase.cases.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.radcase.cases.entity.CaseId;
import org.radcase.platform.jdbc.Database;

/** Writes what a case knows of its images. */
@ApplicationScoped
class CaseImagesDao {
  private static final String ADD =
      """
      UPDATE teaching_case SET revision = revision + 1, updated_at = ?,
          image_count = image_count + 1, thumbnail = COALESCE(thumbnail, ?)
      WHERE id = ?
      RETURNING revision""";

  private static final String SET =
      """
      UPDATE teaching_case SET revision = revision + 1, updated_at = ?,
          image_count = ?, thumbnail = ?
      WHERE id = ?
      RETURNING revision""";

  private static final String STATUS = "SELECT status FROM teaching_case WHERE id = ?";

  private final Database database;

  @Inject
  CaseImagesDao(Database database) {
    this.database = database;
  }

  /** Returns the new revision, or nothing if there is no such case. */
  Optional<Integer> add(CaseId id, @Nullable String thumbnailIfNone, long nowMillis) {
    return database.write(sql ->
        sql.first(ADD, row -> row.getInt("revision"), nowMillis, thumbnailIfNone, id.toString()));
  }

  /** Returns the new revision, or nothing if there is no such case. */
  Optional<Integer> set(CaseId id, int count, @Nullable String thumbnail, long nowMillis) {
    return database.write(sql ->
        sql.first(SET, row -> row.getInt("revision"), nowMillis, count, thumbnail, id.toString()));
  }

  boolean isPublished(CaseId id) {
    return database
        .read(sql -> sql.first(STATUS, row -> row.getString("status"), id.toString()))
        .filter("published"::equals)
        .isPresent();
  }
}
