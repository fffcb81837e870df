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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.part10.BulkSource;
import org.radcase.dicom.part10.Part10Reader;
import org.radcase.dicom.pixel.FrameReader;
import org.radcase.dicom.pixel.PixelLayout;
import org.radcase.platform.files.BlobStore;
import org.radcase.platform.files.DurableFiles;
import org.radcase.platform.files.Home;
import org.radcase.studies.control.BlobLocks;
import org.radcase.studies.control.SpareTime;

/**
 * Compresses the frames of uncompressed instances once, in the background: when they come in, and when
 * one is read that is not packed yet. Until then they go as they are. What is forgotten by a restart
 * is packed when it is read.
 */
@ApplicationScoped
public class PackFrames {
  private static final Logger LOG = System.getLogger("org.radcase.storage");
  private static final String FILE = "frames";
  /** A larger frame stays as it is: two copies of it are in memory meanwhile. */
  private static final long MOST_FRAME_BYTES = 128 << 20;
  /** Of the bytes as they are; for less, decoding costs more than the line. */
  private static final double WORTHWHILE = 0.9;

  /** After a failure, as of a full disk, which would befall the next one too. */
  private static final long REST_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final Home home;
  private final BlobStore blobs;
  private final BlobLocks locks;
  private final SpareTime spareTime = new SpareTime("radcase-pack");
  private volatile long failedAt = System.nanoTime() - REST_NANOS;

  @Inject
  PackFrames(Home home, BlobStore blobs, BlobLocks locks) {
    this.home = home;
    this.blobs = blobs;
    this.locks = locks;
  }

  @PreDestroy
  void end() {
    spareTime.close();
  }

  /**
   * A frame as it is kept for sending; nothing if it is not packed yet, which is seen to then.
   *
   * @param sha256 of an instance whose frames are uncompressed
   * @param frameNumber from 1
   */
  public Optional<PackedFrame> find(String sha256, int frameNumber) throws IOException {
    var found = PackedFile.find(path(sha256), frameNumber);
    if (found.isEmpty()) want(sha256);
    return found;
  }

  /** To be packed when those before it are. */
  public void want(String sha256) {
    var rests = System.nanoTime() - failedAt < REST_NANOS;
    if (!rests) spareTime.put(sha256, () -> packAndLog(sha256));
  }

  private void packAndLog(String sha256) {
    try {
      // It may have been asked for again while it was at work on it.
      if (PackedFile.find(path(sha256), 1).isEmpty()) pack(sha256);
    } catch (NoSuchFileException removed) {
      LOG.log(Level.DEBUG, sha256 + " is gone");
    } catch (IOException e) {
      failedAt = System.nanoTime();
      LOG.log(
          Level.WARNING, "The frames of " + sha256 + " are sent as they are: " + e.getMessage());
    }
  }

  private void pack(String sha256) throws IOException {
    var blob = blobs.path(sha256);
    var folder = Files.createDirectories(path(sha256).getParent());
    var draft = folder.resolve(UUID.randomUUID() + ".part");
    try {
      write(blob, draft);
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

  private static void write(Path blob, Path draft) throws IOException {
    try {
      var part10 = Part10Reader.read(blob);
      var layout = PixelLayout.of(part10.dataSet());
      var reader = new FrameReader(BulkSource.of(blob, part10), part10);
      var coding = best(reader, layout);
      var frames = coding == FrameCoding.NONE ? 0 : reader.frames();
      PackedFile.write(
          draft, coding, frames, number -> coding.encode(reader.bytes(number), layout));
    } catch (DicomException damaged) {
      Files.deleteIfExists(draft);
      PackedFile.write(draft, FrameCoding.NONE, 0, number -> new byte[0]);
    }
  }

  /** What makes the frame in the middle smallest; the others are like it. */
  private static FrameCoding best(FrameReader reader, PixelLayout layout) throws IOException {
    if (layout.frameBytes() > MOST_FRAME_BYTES) return FrameCoding.NONE;
    var middle = reader.bytes((reader.frames() + 1) / 2);
    var best = FrameCoding.NONE;
    var least = middle.length * WORTHWHILE;
    for (var coding : codings(layout)) {
      var bytes = coding.encode(middle.clone(), layout).length;
      if (bytes < least) {
        best = coding;
        least = bytes;
      }
    }
    return best;
  }

  private static List<FrameCoding> codings(PixelLayout layout) {
    return Stream.of(FrameCoding.GZIP, FrameCoding.JPEG_LS)
        .filter(coding -> coding.canHold(layout))
        .toList();
  }

  private Path path(String sha256) {
    return home.derived().resolve(sha256.substring(0, 2)).resolve(sha256).resolve(FILE);
  }
}
