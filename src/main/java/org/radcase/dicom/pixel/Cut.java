package org.radcase.dicom.pixel;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Lets through {@code length} bytes after the first {@code lead}, and drops the rest. */
final class Cut extends FilterOutputStream {
  private long lead;
  private long rest;

  Cut(OutputStream out, long lead, long length) {
    super(out);
    this.lead = lead;
    rest = length;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    var dropped = (int) Math.min(lead, length);
    lead -= dropped;
    var kept = (int) Math.min(rest, length - dropped);
    rest -= kept;
    out.write(bytes, from + dropped, kept);
  }
}
