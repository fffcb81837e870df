package org.radcase.database.control.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import org.radcase.audit.control.GivenAudit;
import org.radcase.audit.entity.Actor;
import org.radcase.audit.entity.AuditAction;
import org.radcase.audit.entity.AuditEvent;
import org.radcase.platform.config.Settings;
import org.radcase.platform.files.BlobStore;
import org.radcase.platform.files.Home;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.secrets.ServerKey;
import org.radcase.testing.GivenSettings;
import org.radcase.testing.TestDatabases;

/** A server with people, images and an audit trail, as far as backups look at it. */
final class GivenServer implements AutoCloseable {
  private static final Actor ADA = new Actor("ada", "Ada", "north", "admin");

  final TestDatabases.Fresh fresh;
  final Database database;
  final Settings settings;
  final BlobStore blobs;

  GivenServer(TestDatabases kind, Path home) {
    fresh = kind.fresh();
    database = fresh.database();
    settings = GivenSettings.in(home);
    new Home(settings).prepare();
    blobs = new BlobStore(new Home(settings));
  }

  GivenAudit.Whole audit() {
    return GivenAudit.of(database, settings);
  }

  BackupFolder folder() {
    return new BackupFolder(settings);
  }

  WriteBackup write(GivenAudit.Whole audit) {
    return new WriteBackup(
        settings,
        database,
        blobs,
        audit.drain(),
        new ServerKey(settings),
        folder(),
        Clock.systemUTC());
  }

  /** Makes a backup as it is now; returns its folder. */
  Path backup() throws IOException {
    var made = folder().begin(Clock.systemUTC().instant());
    write(audit()).into(made, new Progress("", Clock.systemUTC().instant()));
    return folder().path().resolve(BackupFolder.idOf(made));
  }

  /** Restores into this one, which was given the same key. */
  RestoreBackup.Restored restore(Path backup) {
    return new RestoreBackup(settings, database, blobs, GivenAudit.checking(database, settings))
        .from(backup);
  }

  /** Has the key of another server. */
  void takeKeyOf(GivenServer other) throws IOException {
    Files.copy(
        ServerKey.fileIn(other.settings.home()),
        ServerKey.fileIn(settings.home()),
        StandardCopyOption.REPLACE_EXISTING);
  }

  void study() {
    database.transaction(() -> {
      update("INSERT INTO institution (id, name) VALUES ('i', 'North “Ä”\n')");
      update(
          "INSERT INTO person (id, institution_id, name, role) VALUES ('p', 'i', 'Ada', 'admin')");
      update("INSERT INTO study (id, institution_id, study_uid) VALUES ('s', 'i', '1.2')");
      return update("INSERT INTO series (id, institution_id, study_id, series_uid, modality,"
          + " body_part, description, number) VALUES ('e', 'i', 's', '1.3', 'CT', '', '', 1)");
    });
  }

  private int update(String statement) {
    return database.write(sql -> sql.update(statement));
  }

  /** Stores an image, and records it. */
  void image(GivenAudit.Whole audit, int number) {
    var content = ("image " + number).getBytes(StandardCharsets.UTF_8);
    try (var spooled = blobs.spool(new ByteArrayInputStream(content), content.length)) {
      blobs.keep(spooled);
      database.write(sql -> sql.update(
          "INSERT INTO instance (id, institution_id, series_id, instance_uid, sop_class_uid,"
              + " transfer_syntax_uid, sha256, length_bytes, frame_count, image, frames,"
              + " created_at) VALUES (?, 'i', 'e', ?, '1', '1', ?, ?, 1, '{}', '[]', 1)",
          "n" + number,
          "1.4." + number,
          spooled.sha256(),
          spooled.lengthBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    audit.audit().record(AuditEvent.done(AuditAction.STUDY_ADDED, ADA).about("n" + number));
  }

  /** Removes an image, and its file unless files are held. */
  void removeImage(int number) {
    var id = "n" + number;
    var sha256 = database
        .read(sql ->
            sql.first("SELECT sha256 FROM instance WHERE id = ?", row -> row.getString(1), id))
        .orElseThrow();
    database.write(sql -> sql.update("DELETE FROM instance WHERE id = ?", id));
    try {
      blobs.unlessHeld(() -> blobs.remove(sha256));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> rows(String statement) {
    return database.read(sql -> sql.list(statement, row -> row.getString(1)));
  }

  @Override
  public void close() {
    fresh.drop().run();
  }
}
