package org.radcase.dicom.codec.j2k;

import java.io.ByteArrayOutputStream;

/** Writes the bits of packet headers. Source: T.800 B.10.1. For one thread. */
final class HeaderBitWriter {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int current;
  private int left = 8;

  HeaderBitWriter bits(String zerosAndOnes) {
    for (var bit : zerosAndOnes.replace(" ", "").toCharArray()) {
      bit(bit - '0');
    }
    return this;
  }

  void bit(int bit) {
    left--;
    current |= bit << left;
    if (left == 0) {
      bytes.write(current);
      left = current == 0xFF ? 7 : 8;
      current = 0;
    }
  }

  /** All bytes; the last is filled with zeros, and none is FF. */
  byte[] toBytes() {
    if (left < 8 || bytes.size() == 0) {
      bytes.write(current);
    }
    current = 0;
    left = 8;
    return bytes.toByteArray();
  }

  HeaderBits toReader() {
    var all = toBytes();
    var reader = new HeaderBits();
    reader.seek(all, 0, all.length);
    return reader;
  }
}
