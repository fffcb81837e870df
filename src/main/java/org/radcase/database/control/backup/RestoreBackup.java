package org.radcase.database.control.backup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import org.radcase.audit.control.CheckAudit;
import org.radcase.database.control.backup.Manifest.FileEntry;
import org.radcase.platform.config.Settings;
import org.radcase.platform.config.StartupFailure;
import org.radcase.platform.files.BlobStore;
import org.radcase.platform.files.DurableFiles;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.secrets.ServerKey;

/**
 * Fills an empty server from a backup. First everything is checked, then the files come, at last the
 * rows in one transaction: until that is committed the server is as empty as before, and the restore
 * can be begun again.
 */
@ApplicationScoped
public class RestoreBackup {
  private final Settings settings;
  private final Database database;
  private final BlobStore blobs;
  private final CheckAudit checkAudit;

  @Inject
  public RestoreBackup(
      Settings settings, Database database, BlobStore blobs, CheckAudit checkAudit) {
    this.settings = settings;
    this.database = database;
    this.blobs = blobs;
    this.checkAudit = checkAudit;
  }

  /** What came back. */
  record Restored(String id, long rows, long files, long bytes) {}

  /** @throws StartupFailure if the backup is not whole, or the server not empty */
  Restored from(Path given) {
    var folder = given.toAbsolutePath().normalize();
    try {
      var manifest = Manifest.of(folder)
          .orElseThrow(() -> failure(folder, "it has no manifest.json, so it is no backup"));
      requireFitting(folder, manifest);
      requireWhole(folder, manifest);
      bringKey(folder, manifest);
      bringBlobs(folder, manifest);
      bringRows(folder, manifest);
      return new Restored(manifest.id(), manifest.rows(), manifest.blobCount(), manifest.bytes());
    } catch (IOException e) {
      throw failure(folder, String.valueOf(e.getMessage()));
    } catch (UncheckedIOException e) {
      throw failure(folder, String.valueOf(e.getMessage()));
    }
  }

  private void requireFitting(Path folder, Manifest manifest) throws IOException {
    if (manifest.format() != Manifest.FORMAT) {
      throw failure(
          folder, "its format is " + manifest.format() + "; this release reads " + Manifest.FORMAT);
    }
    var schema = database.read(AllTables::schema);
    if (!schema.equals(manifest.schema())) {
      throw failure(
          folder,
          "its tables are of version " + manifest.schema() + ", this release's of " + schema
              + ": restore it with the release that made it, then upgrade");
    }
    if (!database.read(AllTables::isUnused)) {
      throw failure(folder, "the database is not empty");
    }
    requireNoOthersFiles(folder, manifest);
  }

  /** Files that an interrupted restore has brought are its own. */
  private void requireNoOthersFiles(Path folder, Manifest manifest) throws IOException {
    var there = blobs.all();
    if (there.isEmpty()) return;
    var own = new HashSet<String>();
    BlobList.read(HashedFile.read(folder, manifest.blobs()), (sha256, bytes) -> own.add(sha256));
    if (!own.containsAll(there)) throw failure(folder, "radcase.home has files of images");
  }

  private static void requireWhole(Path folder, Manifest manifest) throws IOException {
    for (var table : manifest.tables()) requireWhole(folder, table.file());
    requireWhole(folder, manifest.blobs());
    var key = manifest.key();
    if (key != null) requireWhole(folder, key);
  }

  private static void requireWhole(Path folder, FileEntry entry) throws IOException {
    if (!HashedFile.isWhole(folder, entry)) {
      throw failure(folder, entry.path() + " is missing or damaged; nothing was restored");
    }
  }

  /** Before anything asks for the server's key, and so makes a new one. */
  private void bringKey(Path folder, Manifest manifest) throws IOException {
    var file = ServerKey.fileIn(settings.home());
    var key = manifest.key();
    if (settings.key().isEmpty() && key != null && !Files.exists(file)) {
      var draft = file.resolveSibling("key.restored");
      Files.copy(
          folder.resolve(key.path()),
          draft,
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.COPY_ATTRIBUTES);
      DurableFiles.force(draft);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
    var none = settings.key().isEmpty() && !Files.exists(file);
    if (none || !new ServerKey(settings).fingerprint().equals(manifest.keyFingerprint())) {
      throw failure(
          folder,
          "the server's key is another one: give radcase.key as it was, and see"
              + " that radcase.home/key is of the same server");
    }
  }

  private void bringBlobs(Path folder, Manifest manifest) throws IOException {
    BlobList.read(HashedFile.read(folder, manifest.blobs()), (sha256, bytes) -> {
      var path = folder.resolve(BlobList.pathOf(sha256));
      if (!Files.isRegularFile(path)) throw new IOException("the file " + sha256 + " is missing");
      try (var content = Files.newInputStream(path);
          var spooled = blobs.spool(content, bytes)) {
        if (!spooled.sha256().equals(sha256) || spooled.lengthBytes() != bytes) {
          throw new IOException("the file " + sha256 + " is damaged");
        }
        blobs.keep(spooled);
      }
    });
  }

  private void bringRows(Path folder, Manifest manifest) {
    database.main().longTransaction(() -> {
      var wrong = database.main().<String>write(sql -> new LoadTables(folder, manifest).load(sql));
      if (!wrong.isEmpty()) throw failure(folder, wrong);
      var faults = checkAudit.check().faults();
      if (!faults.isEmpty()) {
        throw failure(folder, "the audit trail is broken: " + faults.get(0));
      }
      return true;
    });
  }

  static StartupFailure failure(Path folder, String why) {
    return new StartupFailure("RadCase did not start: radcase.restore is " + folder
        + ", which cannot be restored: " + why);
  }
}
