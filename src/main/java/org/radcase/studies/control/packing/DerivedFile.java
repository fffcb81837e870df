package org.radcase.studies.control.packing;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.radcase.platform.files.BlobStore;
import org.radcase.platform.files.DurableFiles;
import org.radcase.platform.files.Home;
import org.radcase.studies.control.BlobLocks;
import org.radcase.studies.control.SpareTime;

/**
 * A file that is made once of each blob, in the background, and lies with its pictures: complete or
 * absent. What waits to be made is forgotten by a restart.
 */
final class DerivedFile implements AutoCloseable {
  private static final Logger LOG = System.getLogger("org.radcase.storage");

  /** After a failure, as of a full disk, which would befall the next one too. */
  private static final long REST_NANOS = TimeUnit.MINUTES.toNanos(1);

  /** How such a file is made. */
  interface Making {
    /** Whether it is there, and whole. */
    boolean isMade(Path file) throws IOException;

    void make(Path blob, Path draft) throws IOException;
  }

  private final String name;
  private final Home home;
  private final BlobStore blobs;
  private final BlobLocks locks;
  private final Making making;
  private final SpareTime spareTime;
  private volatile long failedAt = System.nanoTime() - REST_NANOS;

  /** @param name of the file, and of the thread that makes it */
  DerivedFile(String name, Home home, BlobStore blobs, BlobLocks locks, Making making) {
    this.name = name;
    this.home = home;
    this.blobs = blobs;
    this.locks = locks;
    this.making = making;
    spareTime = new SpareTime("radcase-" + name);
  }

  Path of(String sha256) {
    return home.derived().resolve(sha256.substring(0, 2)).resolve(sha256).resolve(name);
  }

  /** To be made when those before it are. */
  void want(String sha256) {
    var rests = System.nanoTime() - failedAt < REST_NANOS;
    if (!rests) spareTime.put(sha256, () -> makeAndLog(sha256));
  }

  private void makeAndLog(String sha256) {
    try {
      // It may have been asked for again while it was at work on it.
      if (!making.isMade(of(sha256))) make(sha256);
    } catch (NoSuchFileException removed) {
      LOG.log(Level.DEBUG, sha256 + " is gone");
    } catch (IOException e) {
      failedAt = System.nanoTime();
      LOG.log(Level.WARNING, sha256 + " is sent as it is, without " + name + ": " + e.getMessage());
    }
  }

  private void make(String sha256) throws IOException {
    var blob = blobs.path(sha256);
    var folder = Files.createDirectories(of(sha256).getParent());
    var draft = folder.resolve(UUID.randomUUID() + ".part");
    try {
      making.make(blob, draft);
      DurableFiles.force(draft);
      locks.holding(
          sha256,
          () -> Files.exists(blob)
              ? Files.move(draft, of(sha256), StandardCopyOption.ATOMIC_MOVE)
              : draft);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** Makes nothing more. */
  @Override
  public void close() {
    spareTime.close();
  }
}
