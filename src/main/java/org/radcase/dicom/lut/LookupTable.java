package org.radcase.dicom.lut;

import java.util.Optional;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.Tag;

/**
 * The LUT Descriptor and LUT Data of one item. Source: PS3.3 C.11.1.1.1, C.11.2.1.1, C.11.4.1.
 *
 * <p>An output value is one of 0 to 2^bits - 1, with bits from 1 to 16.
 */
public final class LookupTable {
  private static final int MOST_ENTRIES = 65_536;
  private static final int MOST_BITS = 16;

  /** Whether input values may be below zero: the descriptor's second value is written so. */
  public enum Input {
    UNSIGNED,
    SIGNED
  }

  private final int firstMapped;
  private final char[] entries;
  private final int bits;

  private LookupTable(int firstMapped, char[] entries, int bits) {
    this.firstMapped = firstMapped;
    this.entries = entries;
    this.bits = bits;
  }

  /** Reads an item; none if the table is absent, or shorter than its descriptor says. */
  public static Optional<LookupTable> of(DataSet item, Input input) {
    var descriptor = item.wideIntegers(Tag.LUT_DESCRIPTOR);
    if (descriptor.length != 3) {
      return Optional.empty();
    }
    var words = (int) descriptor[0] & 0xFFFF;
    var length = words == 0 ? MOST_ENTRIES : words; // the field's 16 bits cannot say 65,536
    var data = item.bytes(Tag.LUT_DATA).orElse(new byte[0]);
    if (data.length < length) {
      return Optional.empty();
    }
    var entries = data.length < 2 * length ? bytes(data, length) : words(data, length);
    return Optional.of(
        new LookupTable(first(descriptor[1], input), entries, bits(entries, descriptor[2])));
  }

  /** The two bytes count, whether they were read as US or as SS. */
  private static int first(long descriptor, Input input) {
    return input == Input.SIGNED ? (short) descriptor : (int) descriptor & 0xFFFF;
  }

  private static char[] words(byte[] data, int length) {
    var entries = new char[length];
    for (var i = 0; i < length; i++) {
      entries[i] = (char) ((data[2 * i] & 0xFF) | ((data[2 * i + 1] & 0xFF) << 8));
    }
    return entries;
  }

  /** Two entries of eight bits in one word, the first in its lower byte. */
  private static char[] bytes(byte[] data, int length) {
    var entries = new char[length];
    for (var i = 0; i < length; i++) {
      entries[i] = (char) (data[i] & 0xFF);
    }
    return entries;
  }

  /** What the descriptor says, unless an entry is greater: then the entries have all sixteen. */
  private static int bits(char[] entries, long told) {
    if (told < 1 || told > MOST_BITS) {
      return MOST_BITS;
    }
    for (var entry : entries) {
      if (entry >> told != 0) {
        return MOST_BITS;
      }
    }
    return (int) told;
  }

  /** The input value of the first entry. */
  public int firstMapped() {
    return firstMapped;
  }

  public int length() {
    return entries.length;
  }

  /** Bits of an output value. */
  public int bits() {
    return bits;
  }

  /** The output value; inputs beyond the ends take the end's, those between are rounded. */
  public int valueOf(double input) {
    var index = Math.rint(input) - firstMapped;
    return entries[(int) Math.max(0, Math.min(entries.length - 1, index))];
  }

  /** The same as a part of the greatest output value, in [0, 1]. */
  public double partOf(double input) {
    return (double) valueOf(input) / ((1 << bits) - 1);
  }

  /** The entry at a part of the table's length, in [0, 1], as a part of the greatest value. */
  double partAt(double place) {
    return partOf(firstMapped + place * (entries.length - 1));
  }
}
