package org.radcase.studies.control.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Marks the failures of a client's stream, to tell them from those of our disk. For one thread. */
final class SourceStream extends FilterInputStream {
  SourceStream(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (IOException e) {
      throw new SourceException(e);
    }
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      return super.read(bytes, offset, length);
    } catch (IOException e) {
      throw new SourceException(e);
    }
  }
}
