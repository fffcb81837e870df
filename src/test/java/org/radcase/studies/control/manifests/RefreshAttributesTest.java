package org.radcase.studies.control.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.radcase.accounts.control.GivenInstitutions;
import org.radcase.accounts.control.GivenPeople;
import org.radcase.dicom.Generated;
import org.radcase.dicom.data.TransferSyntax;
import org.radcase.platform.files.BlobStore;
import org.radcase.platform.files.Home;
import org.radcase.platform.jdbc.Database;
import org.radcase.studies.control.manifests.ManifestDao.Row;
import org.radcase.studies.entity.InstanceUid;
import org.radcase.studies.entity.SeriesUid;
import org.radcase.studies.entity.StudyUid;
import org.radcase.testing.EachDatabase;

/** What an earlier version kept of an instance is brought up to date by whoever needs it first. */
class RefreshAttributesTest {
  private static final String OF_FIRST_VERSION =
      """
      {"image": {"rows": 6, "columns": 8, "displayable": false}, "frames": [{}]}""";

  @TempDir
  Path folder;

  @EachDatabase
  void attributes_of_an_earlier_version_are_read_from_the_file_and_kept(Database database)
      throws IOException {
    var blobs = blobs();
    var sha256 = keep(blobs, Generated.file(Generated.slice(), syntax()));
    insert(database, sha256);

    var fresh = new RefreshAttributes(new ManifestDao(database), blobs)
        .of(List.of(row(sha256, FrameAttributes.parse(OF_FIRST_VERSION))))
        .get(0)
        .attributes();

    assertThat(fresh.json())
        .isEqualTo(FrameAttributes.of(Generated.slice(), syntax()).json())
        .isEqualTo(kept(database));
    assertThat(fresh.image().path("displayable").asBoolean()).isTrue();
  }

  @EachDatabase
  void attributes_stay_as_they_were_while_the_file_cannot_be_read(Database database)
      throws IOException {
    var blobs = blobs();
    var sha256 = keep(blobs, new byte[] {1, 2, 3});
    insert(database, sha256);

    var row = row(sha256, FrameAttributes.parse(OF_FIRST_VERSION));

    assertThat(new RefreshAttributes(new ManifestDao(database), blobs).of(List.of(row)))
        .containsExactly(row);
    assertThat(kept(database)).isEqualTo(OF_FIRST_VERSION);
  }

  private BlobStore blobs() {
    var home = new Home(folder);
    home.prepare();
    return new BlobStore(home);
  }

  private static String keep(BlobStore blobs, byte[] content) throws IOException {
    try (var file = blobs.spool(new ByteArrayInputStream(content), content.length)) {
      blobs.keep(file);
      return file.sha256();
    }
  }

  private static Row row(String sha256, FrameAttributes attributes) {
    return new Row(
        new StudyUid("2.25.2"),
        new SeriesUid("2.25.3"),
        "CT",
        "",
        "",
        1,
        new InstanceUid("2.25.1"),
        sha256,
        syntax().uid(),
        attributes);
  }

  private static void insert(Database database, String sha256) {
    var institution = GivenPeople.institution("North");
    GivenInstitutions.in(database).ensure(institution, "North");
    database.write(sql -> {
      sql.update(
          "INSERT INTO study (id, institution_id, study_uid) VALUES ('a', ?, '2.25.2')",
          institution.toString());
      sql.update(
          """
          INSERT INTO series
            (id, institution_id, study_id, series_uid, modality, body_part, description, number)
          VALUES ('b', ?, 'a', '2.25.3', 'CT', '', '', 1)""",
          institution.toString());
      return sql.update(
          """
          INSERT INTO instance
            (id, institution_id, series_id, instance_uid, sop_class_uid, transfer_syntax_uid, sha256,
             length_bytes, frame_count, image, frames, created_at)
          VALUES ('c', ?, 'b', '2.25.1', '1.2', '1.2.840.10008.1.2.1', ?, 3, 1, ?, 'plain 0 96', 0)""",
          institution.toString(),
          sha256,
          OF_FIRST_VERSION);
    });
  }

  private static String kept(Database database) {
    return database
        .read(sql -> sql.first("SELECT image FROM instance", row -> row.getString(1)))
        .orElseThrow();
  }

  private static TransferSyntax syntax() {
    return TransferSyntax.EXPLICIT_LITTLE_ENDIAN;
  }
}
