package org.radcase.dicom.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Values as numbers, from text (IS, DS) and from binary. Source: PS3.5 section 6.2. */
final class Numbers {
  static final long[] NO_INTEGERS = {};
  static final double[] NO_DECIMALS = {};

  private static final int DS_CHARACTERS = 16;

  private Numbers() {}

  /** All values; none if one is not a whole number. AT gives the tag's 32 bits, unsigned. */
  static long[] integers(Element element) {
    if (!(element.value() instanceof Value.Bytes bytes)) {
      return NO_INTEGERS;
    }
    if (element.vr().kind() == VR.Kind.INTEGER) {
      return binaryIntegers(element.vr(), bytes.content());
    }
    var decimals = decimals(element);
    var integers = new long[decimals.length];
    for (var i = 0; i < decimals.length; i++) {
      integers[i] = (long) decimals[i];
      if (integers[i] != decimals[i]) {
        return NO_INTEGERS;
      }
    }
    return integers;
  }

  /** All values; none if one is not a finite number. */
  static double[] decimals(Element element) {
    if (!(element.value() instanceof Value.Bytes bytes) || bytes.lengthBytes() == 0) {
      return NO_DECIMALS;
    }
    return switch (element.vr().kind()) {
      case INTEGER -> widened(binaryIntegers(element.vr(), bytes.content()));
      case DECIMAL -> binaryDecimals(element.vr(), bytes.content());
      case TEXT, CHARSET_TEXT -> textDecimals(element);
      default -> NO_DECIMALS;
    };
  }

  static byte[] encode(VR vr, long[] values) {
    if (vr.kind() != VR.Kind.INTEGER && vr != VR.OW && vr != VR.OB) {
      throw new IllegalArgumentException(vr + " holds no whole numbers");
    }
    var size = vr == VR.OW ? 2 : vr.valueBytes();
    var encoded = new byte[size * values.length + (size * values.length) % 2];
    var bytes = little(encoded);
    for (var value : values) {
      switch (vr) {
        case AT -> bytes.putShort((short) (value >>> 16)).putShort((short) value);
        case OB -> bytes.put((byte) value);
        case SV, UV -> bytes.putLong(value);
        case SL, UL -> bytes.putInt((int) value);
        default -> bytes.putShort((short) value);
      }
    }
    return encoded;
  }

  static byte[] encode(VR vr, double[] values) {
    if (vr.kind() != VR.Kind.DECIMAL) {
      throw new IllegalArgumentException(vr + " holds no decimal numbers");
    }
    var encoded = new byte[vr.valueBytes() * values.length];
    var bytes = little(encoded);
    for (var value : values) {
      if (vr == VR.FL) {
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

  private static long[] binaryIntegers(VR vr, byte[] content) {
    var bytes = little(content);
    var values = new long[content.length / vr.valueBytes()];
    for (var i = 0; i < values.length; i++) {
      values[i] = switch (vr) {
        case US -> bytes.getShort() & 0xFFFF;
        case SS -> bytes.getShort();
        case UL -> bytes.getInt() & 0xFFFFFFFFL;
        case SL -> bytes.getInt();
        case AT -> ((bytes.getShort() & 0xFFFFL) << 16) | (bytes.getShort() & 0xFFFF);
        default -> bytes.getLong();
      };
      if (vr == VR.UV && values[i] < 0) {
        return NO_INTEGERS;
      }
    }
    return values;
  }

  private static double[] binaryDecimals(VR vr, byte[] content) {
    var bytes = little(content);
    var values = new double[content.length / vr.valueBytes()];
    for (var i = 0; i < values.length; i++) {
      values[i] = vr == VR.FL ? bytes.getFloat() : bytes.getDouble();
      if (!Double.isFinite(values[i])) {
        return NO_DECIMALS;
      }
    }
    return values;
  }

  private static double[] textDecimals(Element element) {
    var texts = Texts.of(element, SpecificCharacterSet.DEFAULT);
    var values = new double[texts.size()];
    for (var i = 0; i < values.length; i++) {
      values[i] = parsed(texts.get(i));
      if (!Double.isFinite(values[i])) {
        return NO_DECIMALS;
      }
    }
    return values;
  }

  /** NaN for what is no number; some devices write a comma for the point. */
  private static double parsed(String text) {
    if (text.isEmpty() || text.length() > 64) {
      return Double.NaN;
    }
    for (var i = 0; i < text.length(); i++) {
      if ("0123456789+-.,eE".indexOf(text.charAt(i)) < 0) {
        return Double.NaN; // Double.parseDouble would take "0x1p3", "1d" and "NaN"
      }
    }
    try {
      return Double.parseDouble(text.replace(',', '.'));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static double[] widened(long[] integers) {
    var values = new double[integers.length];
    for (var i = 0; i < values.length; i++) {
      values[i] = integers[i];
    }
    return values;
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
