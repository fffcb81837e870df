package org.radcase.dicom.pixel;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Lets through the bits of one frame and drops those before and behind it. Bits are counted from the
 * lowest of each byte; zeros fill up the last byte. Source: PS3.5 section 8.1.1 and annex D.
 */
final class Cut extends FilterOutputStream {
  /** How far the bits of two bytes are moved down; a whole byte where the frame begins with one. */
  private final int shift;

  /** Bytes still to be dropped; the first of a pair is one of them. */
  private long lead;

  private long restBits;
  private int before;

  Cut(OutputStream out, long leadBits, long frameBits) {
    super(out);
    var begun = (int) (leadBits % 8);
    shift = begun == 0 ? 8 : begun;
    lead = (leadBits + 7) / 8;
    restBits = frameBits;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    if (length == 0) {
      return;
    }
    var dropped = (int) Math.min(lead, length);
    lead -= dropped;
    var kept = (int) Math.min((restBits + 7) / 8, length - dropped);
    if (shift == 8 && 8L * kept <= restBits) {
      out.write(bytes, from + dropped, kept);
    } else if (kept > 0) {
      before = dropped > 0 ? bytes[from + dropped - 1] & 0xFF : before;
      out.write(moved(bytes, from + dropped, kept));
    }
    restBits = Math.max(0, restBits - 8L * kept);
    before = bytes[from + length - 1] & 0xFF;
  }

  /** Writes what is left of the last byte, for moved bytes come out when the next is known. */
  void finish() throws IOException {
    write(0);
  }

  private byte[] moved(byte[] bytes, int from, int length) {
    var moved = new byte[length];
    var low = before;
    for (var i = 0; i < length; i++) {
      var high = bytes[from + i] & 0xFF;
      moved[i] = (byte) ((high << 8 | low) >>> shift);
      low = high;
    }
    if (restBits < 8L * length) {
      moved[length - 1] &= (byte) ((1 << (restBits % 8)) - 1);
    }
    return moved;
  }
}
