package org.radcase.studies.control.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.cases.entity.CaseId;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.time.FreshIds;
import org.radcase.studies.entity.Instance;
import org.radcase.studies.entity.InstanceUid;
import org.radcase.studies.entity.SeriesUid;
import org.radcase.studies.entity.StudyUid;

/** Writes what an upload brings. */
@ApplicationScoped
class InstanceDao {
  private static final String FIND =
      """
      SELECT id, sha256 FROM instance
      WHERE institution_id = ? AND instance_uid = ?""";

  private static final String ADD_STUDY =
      """
      INSERT INTO study (id, institution_id, study_uid) VALUES (?, ?, ?)
      ON CONFLICT (institution_id, study_uid) DO NOTHING""";

  private static final String ADD_SERIES =
      """
      INSERT INTO series
        (id, institution_id, study_id, series_uid, modality, body_part, description, number)
      SELECT ?, institution_id, id, ?, ?, ?, ?, ? FROM study
      WHERE institution_id = ? AND study_uid = ?
      ON CONFLICT (institution_id, series_uid) DO NOTHING""";

  private static final String FIND_SERIES =
      """
      SELECT series.id FROM series JOIN study ON study.id = series.study_id
      WHERE series.institution_id = ? AND series_uid = ? AND study_uid = ?""";

  private static final String ADD =
      """
      INSERT INTO instance
        (id, institution_id, series_id, instance_uid, sop_class_uid, transfer_syntax_uid, sha256,
         length_bytes, frame_count, image, frames, created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private static final String SHOW =
      """
      INSERT INTO case_instance (case_id, instance_id) VALUES (?, ?)
      ON CONFLICT (case_id, instance_id) DO NOTHING""";

  /** An instance that is kept. */
  record Kept(String id, String sha256) {}

  private final Database database;
  private final FreshIds fresh;
  private final Clock clock;

  @Inject
  InstanceDao(Database database, FreshIds fresh, Clock clock) {
    this.database = database;
    this.fresh = fresh;
    this.clock = clock;
  }

  Optional<Kept> find(InstitutionId institution, InstanceUid uid) {
    return database.read(sql -> sql.first(
        FIND,
        row -> new Kept(row.getString("id"), row.getString("sha256")),
        institution.toString(),
        uid.value()));
  }

  /** Returns the id of the series, or nothing if its UID belongs to another study. */
  Optional<String> seriesFor(InstitutionId institution, StudyUid study, Instance.Series series) {
    database.write(sql -> {
      sql.update(ADD_STUDY, fresh.next().toString(), institution.toString(), study.value());
      return sql.update(
          ADD_SERIES,
          fresh.next().toString(),
          series.uid().value(),
          series.modality(),
          series.bodyPart(),
          series.description(),
          series.number(),
          institution.toString(),
          study.value());
    });
    return findSeries(institution, study, series.uid());
  }

  private Optional<String> findSeries(InstitutionId institution, StudyUid study, SeriesUid uid) {
    return database.read(sql -> sql.first(
        FIND_SERIES, row -> row.getString(1), institution.toString(), uid.value(), study.value()));
  }

  /** Returns the new id. */
  String add(Instance instance, String seriesId) {
    var id = fresh.next().toString();
    database.write(sql -> sql.update(
        ADD,
        id,
        instance.institution().toString(),
        seriesId,
        instance.uid().value(),
        instance.sopClassUid(),
        instance.transferSyntaxUid(),
        instance.sha256(),
        instance.lengthBytes(),
        instance.frameCount(),
        instance.image(),
        instance.frames().format(),
        clock.millis()));
    return id;
  }

  /** Returns false if the case showed it already. */
  boolean show(CaseId teachingCase, String instanceId) {
    return database.write(sql -> sql.update(SHOW, teachingCase.toString(), instanceId)) == 1;
  }
}
