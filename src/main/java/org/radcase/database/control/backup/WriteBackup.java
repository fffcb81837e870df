package org.radcase.database.control.backup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.radcase.audit.control.DrainAudit;
import org.radcase.database.control.backup.DumpTables.Dump;
import org.radcase.database.control.backup.Manifest.FileEntry;
import org.radcase.platform.config.Settings;
import org.radcase.platform.files.BlobStore;
import org.radcase.platform.files.DurableFiles;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.secrets.ServerKey;

/**
 * Writes all data to a folder, as it is at one moment, while people work. Files of images are named
 * by their content and never change: those that the rows of that moment refer to are linked, or
 * copied to another disk, and none is removed meanwhile.
 */
@ApplicationScoped
public class WriteBackup {
  private static final String KEY = "key";

  private final Settings settings;
  private final Database database;
  private final BlobStore blobs;
  private final DrainAudit drain;
  private final ServerKey key;
  private final BackupFolder folder;
  private final Clock clock;

  @Inject
  public WriteBackup(
      Settings settings,
      Database database,
      BlobStore blobs,
      DrainAudit drain,
      ServerKey key,
      BackupFolder folder,
      Clock clock) {
    this.settings = settings;
    this.database = database;
    this.blobs = blobs;
    this.drain = drain;
    this.key = key;
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * Writes it into a folder that {@link BackupFolder#begin} made; after any failure nothing is left.
   *
   * @throws IOException if a file cannot be read or written
   */
  void into(Path made, Progress progress) throws IOException {
    var complete = false;
    var hold = blobs.hold();
    try {
      var startedAt = clock.instant();
      drain.drain();
      var dump = dump(made, progress);
      linkBlobs(made, dump, progress);
      var manifest = new Manifest(
          Manifest.FORMAT,
          BackupFolder.idOf(made),
          startedAt,
          clock.instant(),
          dump.product(),
          dump.schema(),
          key.fingerprint(),
          copyKey(made),
          dump.tables(),
          dump.blobs(),
          dump.blobCount(),
          dump.blobBytes());
      folder.finish(made, manifest);
      complete = true;
    } finally {
      hold.end();
      if (!complete) DurableFiles.removeTree(made);
    }
  }

  private Dump dump(Path made, Progress progress) throws IOException {
    try {
      return database.main().snapshot(sql -> new DumpTables(made, progress).write(sql));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void linkBlobs(Path made, Dump dump, Progress progress) throws IOException {
    var rows = progress.backup().bytes();
    var done = new long[2];
    BlobList.read(HashedFile.read(made, dump.blobs()), (sha256, bytes) -> {
      var target = made.resolve(BlobList.pathOf(sha256));
      Files.createDirectories(target.getParent());
      DurableFiles.linkOrCopy(blobs.path(sha256), target);
      if (Files.size(target) != bytes) throw new IOException("The file " + sha256 + " is damaged");
      done[0]++;
      done[1] += bytes;
      progress.files(done[0]);
      progress.bytes(rows + done[1]);
    });
  }

  /** Null if it was given as a setting: whoever gave it keeps it. */
  private @Nullable FileEntry copyKey(Path made) throws IOException {
    if (!settings.key().isEmpty()) return null;
    var file = ServerKey.fileIn(settings.home());
    Files.copy(file, made.resolve(KEY), StandardCopyOption.COPY_ATTRIBUTES);
    return HashedFile.entry(made, KEY);
  }
}
