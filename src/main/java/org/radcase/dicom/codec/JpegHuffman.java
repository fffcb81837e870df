package org.radcase.dicom.codec;

import java.util.Optional;

/**
 * A Huffman table made ready for decoding. Source: ITU-T T.81 annex C, F.2.2.3.
 *
 * <p>A code is looked up as an entry, an {@code int}: bits 0 to 4 the length of what is read, bits 5
 * to 9 how many more bits are the value, bits 10 to 14 the run of zeros before it, the upper 16 bits
 * the value, signed. Short codes whose value is short too are looked up together with it: most
 * coefficients and differences cost one step.
 */
final class JpegHuffman {
  private static final int LOOKUP_BITS = 10;
  /** Bits of the longest code. */
  static final int LONGEST = 16;

  /** What the symbols of a table mean. */
  enum Use {
    /** A size of a difference: 0 to 15 bits. */
    DC(15),
    /** The same with 16, which has no value bits: it is 32768. Source: T.81 H.1.2.2. */
    LOSSLESS(16),
    /** A run of zeros and a size. */
    AC(255);

    private final int mostSymbol;

    Use(int mostSymbol) {
      this.mostSymbol = mostSymbol;
    }
  }

  private final int[] lookup = new int[1 << LOOKUP_BITS];
  /** First code beyond those of each length, at the top of 16 bits. */
  private final int[] limits = new int[LONGEST + 1];
  /** What added to a code of each length gives the index of its symbol. */
  private final int[] indexes = new int[LONGEST + 1];

  private final int[] entries;

  private JpegHuffman(byte[] counts, byte[] symbols, Use use) {
    entries = new int[symbols.length];
    var code = 0;
    var index = 0;
    for (var length = 1; length <= LONGEST; length++) {
      indexes[length] = index - code;
      for (var i = counts[length - 1] & 0xFF; i > 0; i--) {
        entries[index] = entry(symbols[index] & 0xFF, length, use);
        enter(entries[index], code, length);
        code++;
        index++;
      }
      limits[length] = code << (LONGEST - length);
      code <<= 1;
    }
  }

  /**
   * Assigns the codes.
   *
   * @param counts 16 bytes: how many codes there are of each length
   * @param symbols as many as the counts sum up to, by their codes
   * @return nothing if there are more codes of a length than that length has room for
   */
  static Optional<JpegHuffman> of(byte[] counts, byte[] symbols, Use use) {
    var room = 1;
    for (var count : counts) {
      room = 2 * room - (count & 0xFF);
      if (room < 0) {
        return Optional.empty();
      }
    }
    return Optional.of(new JpegHuffman(counts, symbols, use));
  }

  /** The entry of the code at the top of {@code window}; unknown if the code is long. */
  int shortEntry(long window) {
    return lookup[(int) (window >>> (64 - LOOKUP_BITS))];
  }

  /** The entry of a long code; unknown if there is no such code. */
  int longEntry(long window) {
    var top = (int) (window >>> (64 - LONGEST));
    for (var length = 1; length <= LONGEST; length++) {
      if (top < limits[length]) {
        return entries[indexes[length] + (top >>> (LONGEST - length))];
      }
    }
    return 0;
  }

  static boolean isUnknown(int entry) {
    return entry == 0;
  }

  static int length(int entry) {
    return entry & 0x1F;
  }

  static int extraBits(int entry) {
    return (entry >> 5) & 0x1F;
  }

  static int run(int entry) {
    return (entry >> 10) & 0x1F;
  }

  static int value(int entry) {
    return entry >> 16;
  }

  static int withValue(int entry, int value) {
    return (entry & 0xFFFF) | (value << 16);
  }

  /** The value of {@code size} bits, at least one. Source: T.81 F.2.2.1, EXTEND. */
  static int extended(int bits, int size) {
    return bits >> (size - 1) == 0 ? bits - (1 << size) + 1 : bits;
  }

  private static int entry(int symbol, int length, Use use) {
    if (symbol > use.mostSymbol) {
      return 0;
    }
    return switch (use) {
      case AC -> length | ((symbol & 15) << 5) | ((symbol >> 4) << 10);
      // Differences count modulo 65,536, where 32,768 is its own negative.
      case LOSSLESS -> symbol == 16 ? withValue(length, 1 << 15) : length | (symbol << 5);
      case DC -> length | (symbol << 5);
    };
  }

  private void enter(int entry, int code, int length) {
    if (length > LOOKUP_BITS || entry == 0) {
      return;
    }
    var free = LOOKUP_BITS - length;
    var extra = extraBits(entry);
    for (var rest = 0; rest < 1 << free; rest++) {
      var isWhole = extra <= free;
      lookup[(code << free) | rest] =
          isWhole ? whole(entry, length + extra, extra, rest >> (free - extra)) : entry;
    }
  }

  private static int whole(int entry, int length, int size, int bits) {
    var plain = (entry & 0x7C00) | length;
    return size == 0 ? plain | (entry & 0xFFFF0000) : withValue(plain, extended(bits, size));
  }
}
