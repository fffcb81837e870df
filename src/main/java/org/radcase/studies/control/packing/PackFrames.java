package org.radcase.studies.control.packing;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.part10.BulkSource;
import org.radcase.dicom.part10.Part10Reader;
import org.radcase.dicom.pixel.FrameReader;
import org.radcase.dicom.pixel.PixelLayout;
import org.radcase.platform.files.BlobStore;
import org.radcase.platform.files.Home;
import org.radcase.studies.control.BlobLocks;

/**
 * Compresses the frames of uncompressed instances once, in the background: when they come in, and when
 * one is read that is not packed yet. Until then they go as they are. What is forgotten by a restart
 * is packed when it is read.
 */
@ApplicationScoped
public class PackFrames {
  /** A larger frame stays as it is: two copies of it are in memory meanwhile. */
  private static final long MOST_FRAME_BYTES = 128 << 20;
  /** Of the bytes as they are; for less, decoding costs more than the line. */
  private static final double WORTHWHILE = 0.9;

  private final DerivedFile packed;

  @Inject
  PackFrames(Home home, BlobStore blobs, BlobLocks locks) {
    packed = new DerivedFile("frames", home, blobs, locks, new Frames());
  }

  @PreDestroy
  void end() {
    packed.close();
  }

  /**
   * A frame as it is kept for sending; nothing if it is not packed yet, which is seen to then.
   *
   * @param sha256 of an instance whose frames are uncompressed
   * @param frameNumber from 1
   */
  public Optional<PackedFrame> find(String sha256, int frameNumber) throws IOException {
    var found = PackedFile.find(packed.of(sha256), frameNumber);
    if (found.isEmpty()) packed.want(sha256);
    return found;
  }

  /** To be packed when those before it are. */
  public void want(String sha256) {
    packed.want(sha256);
  }

  private static final class Frames implements DerivedFile.Making {
    @Override
    public boolean isMade(Path file) throws IOException {
      return PackedFile.find(file, 1).isPresent();
    }

    @Override
    public void make(Path blob, Path draft) throws IOException {
      write(blob, draft);
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
}
