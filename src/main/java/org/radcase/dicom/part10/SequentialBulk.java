package org.radcase.dicom.part10;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.Value;

/**
 * Copies values from where a reader left them, with one pass over the source as long as they come in
 * its order: a file of many fragments is opened once, a deflated one is inflated once. For one thread.
 */
final class SequentialBulk implements Closeable {
  private final BulkSource source;
  private @Nullable InputStream open;
  private long position;

  SequentialBulk(BulkSource source) {
    this.source = source;
  }

  /** Copies the bytes, each word of {@code swapBytes} turned round; 1 copies them as they are. */
  void copy(Value.InFile left, int swapBytes, OutputStream out) throws IOException {
    var in = at(left.offset());
    var copied = ByteSwap.copy(in, left.lengthBytes(), swapBytes, out);
    position += copied;
    if (copied < left.lengthBytes()) {
      throw truncated(left.offset() + copied);
    }
  }

  private InputStream at(long offset) throws IOException {
    var in = open;
    if (in == null || offset < position) {
      close();
      in = source.open(offset);
      open = in;
    } else {
      skip(in, offset);
    }
    position = offset;
    return in;
  }

  private void skip(InputStream in, long offset) throws IOException {
    try {
      in.skipNBytes(offset - position);
    } catch (EOFException e) {
      var fault = truncated(offset);
      fault.initCause(e);
      throw fault;
    }
  }

  private static DicomException truncated(long offset) {
    return DicomException.at(
        offset, DicomException.Kind.TRUNCATED, "The source ends before or within a value");
  }

  @Override
  public void close() throws IOException {
    var in = open;
    open = null;
    if (in != null) {
      in.close();
    }
  }
}
