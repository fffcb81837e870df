package org.radcase.dicom.lut;

import java.util.Arrays;
import java.util.Optional;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.Tag;

/**
 * Palette Color Lookup Tables, brought to eight bits. Source: PS3.3 C.7.6.3.1.5, .6.
 */
public final class Palette {
  private static final int MOST_ENTRIES = 65_536;

  private final int firstValue;
  private final int[] colors;

  private Palette(int firstValue, int[] colors) {
    this.firstValue = firstValue;
    this.colors = colors;
  }

  /** None if a table is absent, or not as its descriptor says. */
  public static Optional<Palette> of(DataSet image) {
    var descriptor = image.integers(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR);
    if (descriptor.length != 3) {
      return Optional.empty();
    }
    var entries = descriptor[0] == 0 ? MOST_ENTRIES : descriptor[0] & 0xFFFF;
    var wide = descriptor[2] == 16;
    var red = channel(
        image,
        Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA,
        Tag.SEGMENTED_RED_PALETTE_COLOR_LOOKUP_TABLE_DATA,
        entries,
        wide);
    var green = channel(
        image,
        Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA,
        Tag.SEGMENTED_GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA,
        entries,
        wide);
    var blue = channel(
        image,
        Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA,
        Tag.SEGMENTED_BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA,
        entries,
        wide);
    if (red.length < entries || green.length < entries || blue.length < entries) {
      return Optional.empty();
    }
    var colors = new int[entries];
    for (var i = 0; i < entries; i++) {
      colors[i] = ((red[i] & 0xFF) << 16) | ((green[i] & 0xFF) << 8) | (blue[i] & 0xFF);
    }
    var signed = image.integer(Tag.PIXEL_REPRESENTATION).orElse(0) == 1;
    var first = signed ? (short) descriptor[1] : descriptor[1] & 0xFFFF; // be it US or SS
    return Optional.of(new Palette(first, colors));
  }

  /** The stored value of the first entry. */
  public int firstValue() {
    return firstValue;
  }

  public int entries() {
    return colors.length;
  }

  /** The colour as 0xRRGGBB; stored values beyond the ends take the end's. */
  public int colorOf(int storedValue) {
    var index = Math.max(0, Math.min(colors.length - 1L, (long) storedValue - firstValue));
    return colors[(int) index];
  }

  /** Eight bits an entry. Tables of 16 bits give their upper byte; some hold one byte an entry. */
  private static byte[] channel(
      DataSet image, Tag tag, Tag segmentedTag, int entries, boolean wide) {
    var segmented = image.bytes(segmentedTag);
    if (segmented.isPresent()) {
      return segmented(segmented.get(), entries, wide);
    }
    var data = image.bytes(tag).orElse(new byte[0]);
    if (data.length < 2L * entries) {
      return data;
    }
    var upper = new byte[entries];
    var shift = wide && !staysInLowByte(data, entries) ? 1 : 0;
    for (var i = 0; i < entries; i++) {
      upper[i] = data[2 * i + shift];
    }
    return upper;
  }

  private static byte[] segmented(byte[] data, int entries, boolean wide) {
    var values = SegmentedPalette.unroll(data, entries, wide ? 2 : 1);
    var upper = new byte[values.length];
    for (var i = 0; i < upper.length; i++) {
      upper[i] = (byte) (wide ? values[i] >> 8 : values[i]);
    }
    return upper;
  }

  /** Some writers put eight-bit colours into words that they call sixteen-bit. */
  private static boolean staysInLowByte(byte[] data, int entries) {
    for (var i = 0; i < entries; i++) {
      if (data[2 * i + 1] != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Palette palette
        && firstValue == palette.firstValue
        && Arrays.equals(colors, palette.colors);
  }

  @Override
  public int hashCode() {
    return 31 * firstValue + Arrays.hashCode(colors);
  }
}
