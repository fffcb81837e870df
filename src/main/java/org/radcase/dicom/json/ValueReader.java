package org.radcase.dicom.json;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.DataSetBuilder;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.VR;

/** Puts the values of one attribute by its VR. For one thread. Source: PS3.18 table F.2.3-1. */
final class ValueReader {
  private static final int DS_CHARACTERS = 16;

  private final JsonCursor cursor;
  private boolean beyondAscii;

  ValueReader(JsonCursor cursor) {
    this.cursor = cursor;
  }

  /** Whether some text needs a character set. */
  boolean hasBeyondAscii() {
    return beyondAscii;
  }

  void put(Tag tag, VR vr, List<JsonValue> values, DataSetBuilder into) throws DicomException {
    if (values.isEmpty()) {
      into.putEmpty(tag, vr);
      return;
    }
    switch (vr.kind()) {
      case TEXT, CHARSET_TEXT -> putTexts(tag, vr, values, into);
      case INTEGER, DECIMAL -> putNumbers(tag, vr, values, into);
      case SEQUENCE -> into.putSequence(tag, items(values));
      case BYTES -> throw cursor.malformed("Value of VR " + vr);
    }
  }

  private List<DataSet> items(List<JsonValue> values) throws DicomException {
    var items = new ArrayList<DataSet>();
    for (var value : values) {
      if (!(value instanceof JsonValue.Item item)) {
        throw cursor.malformed("An item that is no object");
      }
      items.add(item.dataSet());
    }
    return items;
  }

  private void putTexts(Tag tag, VR vr, List<JsonValue> values, DataSetBuilder into)
      throws DicomException {
    var texts = new String[values.size()];
    for (var i = 0; i < texts.length; i++) {
      texts[i] = text(vr, values.get(i));
      beyondAscii |= !texts[i].chars().allMatch(c -> c < 0x80);
    }
    try {
      into.putString(tag, vr, texts);
    } catch (IllegalArgumentException e) { // a separator in a value, or a character out of place
      throw cursor.fault(DicomException.Kind.MALFORMED, "No text of VR " + vr, e);
    }
  }

  private String text(VR vr, JsonValue value) throws DicomException {
    if (value instanceof JsonValue.Null) {
      return "";
    }
    if (value instanceof JsonValue.Text text) {
      return text.text(); // person names too, as some programs write them
    }
    if (vr == VR.PN && value instanceof JsonValue.Name name) {
      return nameText(name.name());
    }
    if (vr == VR.PN && value instanceof JsonValue.Item item && item.dataSet().isEmpty()) {
      return "";
    }
    if ((vr == VR.DS || vr == VR.IS) && value instanceof JsonValue.Numeral number) {
      return vr == VR.DS ? decimalString(number.digits()) : integerString(number.digits());
    }
    throw cursor.malformed("A value that VR " + vr + " does not have");
  }

  private String nameText(PersonName name) throws DicomException {
    if (name.alphabetic().indexOf('=') >= 0 || name.ideographic().indexOf('=') >= 0) {
      throw cursor.malformed("A component group that holds a separator");
    }
    return name.text();
  }

  /** The digits as they are if DS has room for them, else the nearest that it has. */
  private String decimalString(String digits) throws DicomException {
    if (digits.length() <= DS_CHARACTERS) {
      return digits;
    }
    var value = finite(digits);
    var rounded =
        DataSet.builder().putDecimals(Tag.SLICE_LOCATION, VR.DS, value).build();
    return rounded.string(Tag.SLICE_LOCATION).orElseThrow();
  }

  private String integerString(String digits) throws DicomException {
    return isDigits(digits) ? digits : Long.toString(whole(digits));
  }

  /** Nulls at the end are no values, as empty ones at the end of DS are none; others have no code. */
  private void putNumbers(Tag tag, VR vr, List<JsonValue> values, DataSetBuilder into)
      throws DicomException {
    var count = values.size();
    while (count > 0 && values.get(count - 1) instanceof JsonValue.Null) {
      count--;
    }
    var bytes = ByteBuffer.allocate(count * vr.valueBytes()).order(ByteOrder.LITTLE_ENDIAN);
    for (var value : values.subList(0, count)) {
      switch (vr) {
        case AT -> putTag(value, bytes);
        case US -> bytes.putShort((short) within(value, 0, 0xFFFF));
        case SS -> bytes.putShort((short) within(value, Short.MIN_VALUE, Short.MAX_VALUE));
        case UL -> bytes.putInt((int) within(value, 0, 0xFFFFFFFFL));
        case SL -> bytes.putInt((int) within(value, Integer.MIN_VALUE, Integer.MAX_VALUE));
        case SV -> bytes.putLong(within(value, Long.MIN_VALUE, Long.MAX_VALUE));
        case UV -> bytes.putLong(unsigned(value));
        case FL -> bytes.putFloat(single(value));
        default -> bytes.putDouble(decimal(value));
      }
    }
    into.putBytes(tag, vr, bytes.array());
  }

  private void putTag(JsonValue value, ByteBuffer bytes) throws DicomException {
    if (!(value instanceof JsonValue.Text text) || !text.text().matches("[0-9A-Fa-f]{8}")) {
      throw cursor.malformed("A tag that is not eight hexadecimal digits");
    }
    var tag = Tag.parse(text.text());
    bytes.putShort((short) tag.group()).putShort((short) tag.element());
  }

  private long within(JsonValue value, long least, long most) throws DicomException {
    var whole = whole(digits(value));
    if (whole < least || whole > most) {
      throw cursor.malformed("A number beyond " + least + " to " + most);
    }
    return whole;
  }

  private long unsigned(JsonValue value) throws DicomException {
    try {
      return Long.parseUnsignedLong(digits(value));
    } catch (NumberFormatException e) {
      return within(value, 0, Long.MAX_VALUE); // such as 1e3
    }
  }

  private float single(JsonValue value) throws DicomException {
    var single = (float) decimal(value);
    if (Float.isInfinite(single) && !isNamed(value)) {
      throw cursor.malformed("A number beyond VR FL");
    }
    return single;
  }

  private double decimal(JsonValue value) throws DicomException {
    return isNamed(value) ? Double.parseDouble(digits(value)) : finite(digits(value));
  }

  private boolean isNamed(JsonValue value) throws DicomException {
    return List.of("NaN", "Infinity", "-Infinity").contains(digits(value));
  }

  private String digits(JsonValue value) throws DicomException {
    if (value instanceof JsonValue.Numeral number) {
      return number.digits();
    }
    if (value instanceof JsonValue.Text text) {
      return text.text();
    }
    throw cursor.malformed("A value that is no number");
  }

  private long whole(String digits) throws DicomException {
    try {
      if (isDigits(digits)) {
        return Long.parseLong(digits);
      }
    } catch (NumberFormatException e) {
      throw cursor.fault(DicomException.Kind.MALFORMED, "A number beyond 64 bits", e);
    }
    var decimal = finite(digits);
    if (decimal != Math.rint(decimal) || Math.abs(decimal) > 0x1p53) {
      throw cursor.malformed("A value that is no whole number");
    }
    return (long) decimal;
  }

  private double finite(String digits) throws DicomException {
    if (!digits.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?")) {
      throw cursor.malformed("A value that is no number");
    }
    try {
      var value = Double.parseDouble(digits);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw cursor.fault(DicomException.Kind.MALFORMED, "A value that is no number", e);
    }
    throw cursor.malformed("A number beyond 64 bits");
  }

  private static boolean isDigits(String text) {
    return text.matches("-?[0-9]+");
  }
}
