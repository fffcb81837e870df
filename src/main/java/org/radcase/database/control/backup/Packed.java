package org.radcase.database.control.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Gzip at its fastest: a backup waits for the disk, not for the last tenth of its size. */
final class Packed extends GZIPOutputStream {
  private static final int BUFFER_BYTES = 1 << 16;

  Packed(OutputStream out) throws IOException {
    super(out, BUFFER_BYTES);
    def.setLevel(Deflater.BEST_SPEED);
  }
}
