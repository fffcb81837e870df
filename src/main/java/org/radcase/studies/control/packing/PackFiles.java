package org.radcase.studies.control.packing;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.radcase.platform.files.BlobStore;
import org.radcase.platform.files.DurableFiles;
import org.radcase.platform.files.FilePieces;
import org.radcase.platform.files.Home;
import org.radcase.studies.control.BlobLocks;
import org.radcase.studies.control.SpareTime;

/**
 * Compresses whole files of uncompressed instances once, in the background, when one is read by who can
 * unpack it: few are, as viewers read frames. Until then it goes as it is. An empty file says that it
 * does not pay.
 */
@ApplicationScoped
public class PackFiles {
  private static final Logger LOG = System.getLogger("org.radcase.storage");
  private static final String FILE = "file.gz";

  /** Of the bytes as they are. */
  private static final double WORTHWHILE = 0.9;

  /** After a failure, as of a full disk, which would befall the next one too. */
  private static final long REST_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final Home home;
  private final BlobStore blobs;
  private final BlobLocks locks;
  private final SpareTime spareTime = new SpareTime("radcase-pack-files");
  private volatile long failedAt = System.nanoTime() - REST_NANOS;

  @Inject
  PackFiles(Home home, BlobStore blobs, BlobLocks locks) {
    this.home = home;
    this.blobs = blobs;
    this.locks = locks;
  }

  @PreDestroy
  void end() {
    spareTime.close();
  }

  /** The file as gzip; nothing if that does not pay, or is not made yet, which is seen to then. */
  public Optional<FilePieces> find(String sha256) throws IOException {
    var packed = path(sha256);
    try {
      var length = Files.size(packed);
      return length == 0 ? Optional.empty() : Optional.of(FilePieces.whole(packed, length));
    } catch (NoSuchFileException e) {
      var rests = System.nanoTime() - failedAt < REST_NANOS;
      if (!rests) spareTime.put(sha256, () -> packAndLog(sha256));
      return Optional.empty();
    }
  }

  private void packAndLog(String sha256) {
    try {
      // It may have been asked for again while it was at work on it.
      if (!Files.exists(path(sha256))) pack(sha256);
    } catch (NoSuchFileException removed) {
      LOG.log(Level.DEBUG, sha256 + " is gone");
    } catch (IOException e) {
      failedAt = System.nanoTime();
      LOG.log(Level.WARNING, "The file " + sha256 + " is sent as it is: " + e.getMessage());
    }
  }

  private void pack(String sha256) throws IOException {
    var blob = blobs.path(sha256);
    var folder = Files.createDirectories(path(sha256).getParent());
    var draft = folder.resolve(UUID.randomUUID() + ".part");
    try {
      try (var gzip = new GZIPOutputStream(Files.newOutputStream(draft))) {
        Files.copy(blob, gzip);
      }
      if (Files.size(draft) > Files.size(blob) * WORTHWHILE) Files.write(draft, new byte[0]);
      DurableFiles.force(draft);
      locks.holding(
          sha256,
          () -> Files.exists(blob)
              ? Files.move(draft, path(sha256), StandardCopyOption.ATOMIC_MOVE)
              : draft);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private Path path(String sha256) {
    return home.derived().resolve(sha256.substring(0, 2)).resolve(sha256).resolve(FILE);
  }
}
