package org.radcase.dicom.part10;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Where values that a reader left in their file are fetched from. May be shared by threads. */
@FunctionalInterface
public interface BulkSource {

  /**
   * Opens the bytes from {@code offset}, an offset as in {@link
   * org.radcase.dicom.data.Value.InFile}. The stream may go on beyond what the caller needs.
   */
  InputStream open(long offset) throws IOException;

  /** The values of a file: its bytes, or those of its inflated stream. */
  static BulkSource of(Path file, Part10File header) {
    if (header.transferSyntax().isDeflated()) {
      return offset -> inflated(file, header.dataSetOffset(), offset);
    }
    return offset -> skipped(Files.newInputStream(file), offset);
  }

  private static InputStream inflated(Path file, long begin, long offset) throws IOException {
    var raw = new BufferedInputStream(skipped(Files.newInputStream(file), begin));
    return skipped(new Inflated(raw), offset);
  }

  private static InputStream skipped(InputStream in, long bytes) throws IOException {
    try {
      in.skipNBytes(bytes);
      return in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** An inflating stream that frees its native memory. */
  final class Inflated extends InflaterInputStream {
    Inflated(InputStream raw) {
      super(raw, new Inflater(true), 16 * 1024);
    }

    @Override
    public void close() throws IOException {
      inf.end();
      super.close();
    }
  }
}
