package org.radcase.dicom.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Values as numbers, from text (IS, DS) and from binary. Source: PS3.5 section 6.2. */
final class Numbers {
  static final long[] NO_INTEGERS = {};
  static final double[] NO_DECIMALS = {};

  private static final int DS_CHARACTERS = 16;
  private static final Set<VR> WORDS = EnumSet.of(VR.OB, VR.OW, VR.OL, VR.OV);

  private Numbers() {}

  /**
   * The first values, {@code atMost} of them; none if one is not a whole number. AT gives the tag's
   * 32 bits, unsigned.
   */
  static long[] integers(Element element, int atMost) {
    if (!(element.value() instanceof Value.Bytes bytes)) {
      return NO_INTEGERS;
    }
    return switch (element.vr()) {
      case US, SS, UL, SL, UV, SV, AT, OW, OL, OV ->
        binaryIntegers(element.vr(), bytes.content(), atMost);
      case FL, FD, OF, OD -> wholeOnly(decimals(element, atMost));
      default -> textIntegers(components(element, atMost));
    };
  }

  /** The first values, {@code atMost} of them; none if one is not a finite number. */
  static double[] decimals(Element element, int atMost) {
    if (!(element.value() instanceof Value.Bytes bytes)) {
      return NO_DECIMALS;
    }
    return switch (element.vr()) {
      case US, SS, UL, SL, UV, SV, AT, OW, OL, OV ->
        Arrays.stream(binaryIntegers(element.vr(), bytes.content(), atMost))
            .asDoubleStream()
            .toArray();
      case FL, FD, OF, OD -> binaryDecimals(element.vr(), bytes.content(), atMost);
      default -> textDecimals(components(element, atMost));
    };
  }

  static byte[] encode(VR vr, long[] values) {
    if (vr.kind() != VR.Kind.INTEGER && !WORDS.contains(vr)) {
      throw new IllegalArgumentException(vr + " holds no whole numbers");
    }
    var size = vr.valueBytes();
    var encoded = new byte[size * values.length + (size * values.length) % 2];
    var bytes = little(encoded);
    for (var value : values) {
      switch (vr) {
        case AT -> bytes.putShort((short) (value >>> 16)).putShort((short) value);
        case OB -> bytes.put((byte) value);
        case SV, UV, OV -> bytes.putLong(value);
        case SL, UL, OL -> bytes.putInt((int) value);
        default -> bytes.putShort((short) value);
      }
    }
    return encoded;
  }

  static byte[] encode(VR vr, double[] values) {
    if (vr.kind() != VR.Kind.DECIMAL && vr != VR.OF && vr != VR.OD) {
      throw new IllegalArgumentException(vr + " holds no decimal numbers");
    }
    var encoded = new byte[vr.valueBytes() * values.length];
    var bytes = little(encoded);
    for (var value : values) {
      if (vr.valueBytes() == Float.BYTES) {
        bytes.putFloat((float) value);
      } else {
        bytes.putDouble(value);
      }
    }
    return encoded;
  }

  /** As precise as 16 characters allow. */
  static String decimalString(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("DS holds finite numbers only, not " + value);
    }
    var exact = BigDecimal.valueOf(value).stripTrailingZeros();
    for (var digits = DS_CHARACTERS; digits > 1; digits--) {
      var rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      var plain = rounded.toPlainString();
      var text = plain.length() <= DS_CHARACTERS ? plain : rounded.toString();
      if (text.length() <= DS_CHARACTERS) {
        return text;
      }
    }
    throw new IllegalArgumentException("No DS for " + value);
  }

  private static long[] binaryIntegers(VR vr, byte[] content, int atMost) {
    var bytes = little(content);
    var values = new long[Math.min(atMost, content.length / vr.valueBytes())];
    for (var i = 0; i < values.length; i++) {
      values[i] = switch (vr) {
        case US, OW -> bytes.getShort() & 0xFFFF;
        case SS -> bytes.getShort();
        case UL, OL -> bytes.getInt() & 0xFFFFFFFFL;
        case SL -> bytes.getInt();
        case AT -> ((bytes.getShort() & 0xFFFFL) << 16) | (bytes.getShort() & 0xFFFF);
        default -> bytes.getLong();
      };
      if (values[i] < 0 && (vr == VR.UV || vr == VR.OV)) {
        return NO_INTEGERS;
      }
    }
    return values;
  }

  private static double[] binaryDecimals(VR vr, byte[] content, int atMost) {
    var bytes = little(content);
    var values = new double[Math.min(atMost, content.length / vr.valueBytes())];
    for (var i = 0; i < values.length; i++) {
      values[i] = vr.valueBytes() == Float.BYTES ? bytes.getFloat() : bytes.getDouble();
      if (!Double.isFinite(values[i])) {
        return NO_DECIMALS;
      }
    }
    return values;
  }

  /** Values as text; a separator too many at the end makes no value. */
  private static List<String> components(Element element, int atMost) {
    if (!element.vr().isText()) {
      return List.of();
    }
    var texts = Texts.of(element, SpecificCharacterSet.DEFAULT);
    var count = texts.size();
    while (count > 0 && texts.get(count - 1).isEmpty()) {
      count--;
    }
    return texts.subList(0, Math.min(atMost, count));
  }

  private static long[] textIntegers(List<String> texts) {
    var values = new long[texts.size()];
    for (var i = 0; i < values.length; i++) {
      var value = NumberText.integer(texts.get(i));
      if (value.isEmpty()) {
        return NO_INTEGERS;
      }
      values[i] = value.getAsLong();
    }
    return values;
  }

  private static double[] textDecimals(List<String> texts) {
    var values = new double[texts.size()];
    for (var i = 0; i < values.length; i++) {
      values[i] = NumberText.decimal(texts.get(i));
      if (!Double.isFinite(values[i])) {
        return NO_DECIMALS;
      }
    }
    return values;
  }

  private static long[] wholeOnly(double[] decimals) {
    var values = new long[decimals.length];
    for (var i = 0; i < values.length; i++) {
      if (!NumberText.isWhole(decimals[i])) {
        return NO_INTEGERS;
      }
      values[i] = (long) decimals[i];
    }
    return values;
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
