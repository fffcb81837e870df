package org.radcase.dicom.codec;

import java.util.Arrays;

/** A Huffman table for tests, and values written by it. Source: ITU-T T.81 annex C, F.1.2. */
final class JpegCodes {
  private final int[] counts;
  private final int[] symbols;

  private JpegCodes(int[] counts, int[] symbols) {
    this.counts = counts;
    this.symbols = symbols;
  }

  /** The sizes 0 to 16 in codes of 5 bits. */
  static JpegCodes evenSizes() {
    var counts = new int[16];
    counts[4] = 17;
    return new JpegCodes(counts, upTo(17));
  }

  /** The sizes 16 to 0 in codes of 1 to 16 bits: the commonest have the longest. */
  static JpegCodes skewedSizes() {
    var counts = new int[16];
    Arrays.fill(counts, 1);
    counts[15] = 2;
    var symbols = upTo(17);
    for (var i = 0; i < symbols.length; i++) {
      symbols[i] = 16 - i;
    }
    return new JpegCodes(counts, symbols);
  }

  /** All bytes, some in short codes, some in long ones. */
  static JpegCodes runsAndSizes() {
    var counts = new int[16];
    counts[7] = 64;
    counts[8] = 64;
    counts[11] = 128;
    return new JpegCodes(counts, upTo(256));
  }

  /** The values of a DHT segment. */
  int[] segment(int classAndId) {
    var values = new int[17 + symbols.length];
    values[0] = classAndId;
    System.arraycopy(counts, 0, values, 1, 16);
    System.arraycopy(symbols, 0, values, 17, symbols.length);
    return values;
  }

  void writeSymbol(JpegWriter out, int symbol) {
    var code = 0;
    var index = 0;
    for (var length = 1; length <= 16; length++) {
      for (var i = 0; i < counts[length - 1]; i++) {
        if (symbols[index++] == symbol) {
          out.bits(code, length);
          return;
        }
        code++;
      }
      code <<= 1;
    }
    throw new IllegalArgumentException("No code for " + symbol);
  }

  /** A value behind the symbol of its run and its size; 32,768 is the size 16 alone. */
  void writeValue(JpegWriter out, int run, int value) {
    var size = Integer.SIZE - Integer.numberOfLeadingZeros(Math.abs(value));
    writeSymbol(out, (run << 4) + size);
    if (size < 16) {
      out.bits(value < 0 ? value - 1 : value, size);
    }
  }

  private static int[] upTo(int end) {
    var symbols = new int[end];
    Arrays.setAll(symbols, i -> i);
    return symbols;
  }
}
