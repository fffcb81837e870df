package org.radcase.studies.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.radcase.cases.entity.CaseId;
import org.radcase.platform.jdbc.Database;
import org.radcase.studies.entity.FrameMap;
import org.radcase.studies.entity.InstanceUid;
import org.radcase.studies.entity.SeriesUid;
import org.radcase.studies.entity.StoredInstance;
import org.radcase.studies.entity.StudyUid;

/** What a case shows: finds it, and takes it away. */
@ApplicationScoped
class ShownDao {
  private static final String FIND =
      """
      SELECT instance_uid, study_uid, sop_class_uid, sha256, length_bytes, transfer_syntax_uid,
             frame_count, frames
      FROM instance
      JOIN series ON series.id = instance.series_id
      JOIN study ON study.id = series.study_id
      JOIN case_instance ON case_instance.instance_id = instance.id
      WHERE case_instance.case_id = ? AND instance.instance_uid = ?""";

  private static final String SHOWN_OF_CASE =
      """
      SELECT instance_id FROM case_instance WHERE case_id = ?""";

  private static final String SHOWN_OF_SERIES =
      """
      SELECT case_instance.instance_id FROM case_instance
      JOIN instance ON instance.id = case_instance.instance_id
      JOIN series ON series.id = instance.series_id
      WHERE case_instance.case_id = ? AND series.series_uid = ?""";

  private static final String STUDY_OF_SERIES =
      """
      SELECT study.study_uid FROM case_instance
      JOIN instance ON instance.id = case_instance.instance_id
      JOIN series ON series.id = instance.series_id
      JOIN study ON study.id = series.study_id
      WHERE case_instance.case_id = ? AND series.series_uid = ? LIMIT 1""";

  private static final String HIDE =
      """
      DELETE FROM case_instance WHERE case_id = ? AND instance_id = ?""";

  private static final String NOTE_BLOB =
      """
      INSERT INTO blob_to_sweep (sha256)
      SELECT sha256 FROM instance
      WHERE id = ? AND NOT EXISTS (SELECT 1 FROM case_instance WHERE instance_id = instance.id)
      ON CONFLICT (sha256) DO NOTHING""";

  private static final String REMOVE_IF_HIDDEN =
      """
      DELETE FROM instance
      WHERE id = ? AND NOT EXISTS (SELECT 1 FROM case_instance WHERE instance_id = instance.id)""";

  private static final String REMOVE_EMPTY_SERIES =
      """
      DELETE FROM series
      WHERE id = ? AND NOT EXISTS (SELECT 1 FROM instance WHERE series_id = series.id)""";

  private static final String REMOVE_EMPTY_STUDY =
      """
      DELETE FROM study
      WHERE id = ? AND NOT EXISTS (SELECT 1 FROM series WHERE study_id = study.id)""";

  private static final String PLACE =
      """
      SELECT series.id, series.study_id FROM series
      JOIN instance ON instance.series_id = series.id WHERE instance.id = ?""";

  private record Place(String series, String study) {}

  private final Database database;

  @Inject
  ShownDao(Database database) {
    this.database = database;
  }

  Optional<StoredInstance> find(CaseId id, InstanceUid instance) {
    return database.read(
        sql -> sql.first(FIND, ShownDao::instance, id.toString(), instance.value()));
  }

  private static StoredInstance instance(ResultSet row) throws SQLException {
    return new StoredInstance(
        new InstanceUid(row.getString("instance_uid")),
        new StudyUid(row.getString("study_uid")),
        row.getString("sop_class_uid"),
        row.getString("sha256"),
        row.getLong("length_bytes"),
        row.getString("transfer_syntax_uid"),
        row.getInt("frame_count"),
        FrameMap.parse(row.getString("frames")));
  }

  /** Returns the ids of the instances. */
  List<String> shownBy(CaseId id) {
    return database.read(sql -> sql.list(SHOWN_OF_CASE, row -> row.getString(1), id.toString()));
  }

  /** Returns the ids of the instances. */
  List<String> shownBy(CaseId id, SeriesUid series) {
    return database.read(
        sql -> sql.list(SHOWN_OF_SERIES, row -> row.getString(1), id.toString(), series.value()));
  }

  /** The study of a series that the case shows. */
  Optional<StudyUid> studyOf(CaseId id, SeriesUid series) {
    return database.read(sql -> sql.first(
        STUDY_OF_SERIES, row -> new StudyUid(row.getString(1)), id.toString(), series.value()));
  }

  /** Takes an instance off a case; one that no case shows any more goes, with what is then empty. */
  void hide(CaseId id, String instanceId) {
    database.write(sql -> {
      sql.update(HIDE, id.toString(), instanceId);
      sql.update(NOTE_BLOB, instanceId);
      var place =
          sql.first(PLACE, row -> new Place(row.getString(1), row.getString(2)), instanceId);
      if (sql.update(REMOVE_IF_HIDDEN, instanceId) == 1 && place.isPresent()) {
        sql.update(REMOVE_EMPTY_SERIES, place.get().series);
        sql.update(REMOVE_EMPTY_STUDY, place.get().study);
      }
      return id;
    });
  }
}
