package org.radcase.studies.control.packing;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.radcase.platform.files.BlobStore;
import org.radcase.platform.files.FilePieces;
import org.radcase.platform.files.Home;
import org.radcase.studies.control.BlobLocks;

/**
 * Compresses whole files of uncompressed instances once, in the background, when one is read by who can
 * unpack it: few are, as viewers read frames. Until then it goes as it is. An empty file says that it
 * does not pay.
 */
@ApplicationScoped
public class PackFiles {
  /** Of the bytes as they are. */
  private static final double WORTHWHILE = 0.9;

  private final DerivedFile packed;

  @Inject
  PackFiles(Home home, BlobStore blobs, BlobLocks locks) {
    packed = new DerivedFile("file.gz", home, blobs, locks, new Gzip());
  }

  @PreDestroy
  void end() {
    packed.close();
  }

  /** The file as gzip; nothing if that does not pay, or is not made yet, which is seen to then. */
  public Optional<FilePieces> find(String sha256) throws IOException {
    var file = packed.of(sha256);
    try {
      var length = Files.size(file);
      return length == 0 ? Optional.empty() : Optional.of(FilePieces.whole(file, length));
    } catch (NoSuchFileException e) {
      packed.want(sha256);
      return Optional.empty();
    }
  }

  private static final class Gzip implements DerivedFile.Making {
    @Override
    public boolean isMade(Path file) {
      return Files.exists(file);
    }

    @Override
    public void make(Path blob, Path draft) throws IOException {
      try (var gzip = new GZIPOutputStream(Files.newOutputStream(draft))) {
        Files.copy(blob, gzip);
      }
      if (Files.size(draft) > Files.size(blob) * WORTHWHILE) Files.write(draft, new byte[0]);
    }
  }
}
