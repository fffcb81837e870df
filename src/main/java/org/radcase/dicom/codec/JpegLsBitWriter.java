package org.radcase.dicom.codec;

import java.io.ByteArrayOutputStream;

/** Writes the bits between two markers of a JPEG-LS stream. For one thread. Source: T.87 A.1. */
final class JpegLsBitWriter {
  private final ByteArrayOutputStream out;
  private final byte[] buffer = new byte[4096];
  private int buffered;

  /** Bits that do not yet fill a byte, at the bottom; above them stand old ones. */
  private long pool;

  private int count;
  private int room = Byte.SIZE;

  JpegLsBitWriter(ByteArrayOutputStream out) {
    this.out = out;
  }

  /** Writes up to 48 bits. */
  void write(long value, int bits) {
    pool = pool << bits | value;
    count += bits;
    while (count >= room) {
      count -= room;
      var next = (int) (pool >>> count) & ((1 << room) - 1);
      buffer[buffered++] = (byte) next;
      if (buffered == buffer.length) {
        flush();
      }
      room = next == 0xFF ? 7 : 8; // a stuffed zero bit keeps data from looking like a marker
    }
  }

  /** Writes one limited Golomb code. Source: T.87 A.5.3. */
  void golomb(int value, int k, int escape, int plainBits) {
    var zeros = value >>> k;
    if (zeros < escape) {
      write(0, zeros);
      write(1L << k | (value & ((1 << k) - 1)), k + 1);
    } else {
      write(1, escape + 1);
      write(value - 1L, plainBits);
    }
  }

  /** Fills the last byte with zeros; it is not left all ones, for a marker follows. */
  void finish() {
    if (count > 0) {
      write(0, room - count);
    }
    if (room == 7) {
      write(0, room);
    }
    flush();
  }

  private void flush() {
    out.write(buffer, 0, buffered);
    buffered = 0;
  }
}
