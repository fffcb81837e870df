package org.radcase.studies.control.manifests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.radcase.cases.entity.CaseId;
import org.radcase.platform.jdbc.Database;
import org.radcase.studies.entity.InstanceUid;
import org.radcase.studies.entity.SeriesUid;
import org.radcase.studies.entity.StudyUid;

/** Reads what a case shows. */
@ApplicationScoped
class ManifestDao {
  private static final String SHOWN_BY =
      """
      SELECT study.study_uid, series.series_uid, series.modality, series.body_part,
             series.description, series.number, instance.instance_uid, instance.sha256,
             instance.transfer_syntax_uid, instance.image
      FROM case_instance
      JOIN instance ON instance.id = case_instance.instance_id
      JOIN series ON series.id = instance.series_id
      JOIN study ON study.id = series.study_id
      WHERE case_instance.case_id = ?
      ORDER BY study.study_uid, series.number, series.series_uid, instance.instance_uid""";

  private static final String DESCRIBE =
      """
      UPDATE instance SET image = ? WHERE sha256 = ?""";

  /** One instance that a case shows, with its series. */
  record Row(
      StudyUid study,
      SeriesUid series,
      String modality,
      String bodyPart,
      String description,
      int number,
      InstanceUid instance,
      String sha256,
      String transferSyntaxUid,
      FrameAttributes attributes) {
    Row with(FrameAttributes fresh) {
      return new Row(
          study,
          series,
          modality,
          bodyPart,
          description,
          number,
          instance,
          sha256,
          transferSyntaxUid,
          fresh);
    }
  }

  private final Database database;

  @Inject
  ManifestDao(Database database) {
    this.database = database;
  }

  List<Row> shownBy(CaseId id) {
    return database.read(sql -> sql.list(SHOWN_BY, ManifestDao::row, id.toString()));
  }

  /** Of all instances of the same content. */
  void describe(String sha256, FrameAttributes attributes) {
    database.write(sql -> sql.update(DESCRIBE, attributes.json(), sha256));
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        new StudyUid(row.getString("study_uid")),
        new SeriesUid(row.getString("series_uid")),
        row.getString("modality"),
        row.getString("body_part"),
        row.getString("description"),
        row.getInt("number"),
        new InstanceUid(row.getString("instance_uid")),
        row.getString("sha256"),
        row.getString("transfer_syntax_uid"),
        FrameAttributes.parse(row.getString("image")));
  }
}
