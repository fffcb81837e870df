package org.radcase.dicom.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.Element;
import org.radcase.dicom.data.VR;
import org.radcase.dicom.data.Value;

/** Writes the values of one attribute by its VR. For one thread. Source: PS3.18 table F.2.3-1. */
final class ValueWriter {
  /** The numbers of RFC 8259 section 6. */
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

  private static final int DS_CHARACTERS = 16;

  /** Whole numbers beyond this one lose digits where numbers are doubles, as in JavaScript. */
  private static final long LAST_EXACT = 1L << 53;

  private final JsonGenerator json;

  ValueWriter(JsonGenerator json) {
    this.json = json;
  }

  void writeUtf8() throws IOException {
    json.writeFieldName("Value");
    json.writeArray(new String[] {"ISO_IR 192"}, 0, 1);
  }

  void write(DataSet dataSet, Element element, Value.Bytes bytes) throws IOException {
    var vr = element.vr();
    switch (vr.kind()) {
      case TEXT, CHARSET_TEXT -> writeTexts(vr, dataSet.strings(element.tag()));
      case INTEGER, DECIMAL -> writeNumbers(vr, bytes.copy());
      default -> {
        json.writeFieldName("InlineBinary");
        json.writeBinary(bytes.copy());
      }
    }
  }

  private void writeTexts(VR vr, List<String> texts) throws IOException {
    if (texts.equals(List.of(""))) {
      return;
    }
    json.writeArrayFieldStart("Value");
    for (var text : texts) {
      if (text.isEmpty()) {
        json.writeNull(); // PS3.18 F.2.5
      } else if (vr == VR.PN) {
        writeName(PersonName.of(text));
      } else if ((vr == VR.DS || vr == VR.IS) && isNumber(text)) {
        json.writeNumber(text); // with the digits it has
      } else {
        json.writeString(text);
      }
    }
    json.writeEndArray();
  }

  /** Others stay text: an odd form, or more digits than DS may have, would be lost on the way. */
  private static boolean isNumber(String text) {
    return text.length() <= DS_CHARACTERS
        && NUMBER.matcher(text).matches()
        && Double.isFinite(Double.parseDouble(text));
  }

  private void writeName(PersonName name) throws IOException {
    json.writeStartObject();
    writeGroup("Alphabetic", name.alphabetic());
    writeGroup("Ideographic", name.ideographic());
    writeGroup("Phonetic", name.phonetic());
    json.writeEndObject();
  }

  private void writeGroup(String field, String group) throws IOException {
    if (!group.isEmpty()) {
      json.writeStringField(field, group);
    }
  }

  private void writeNumbers(VR vr, byte[] content) throws IOException {
    var bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    json.writeArrayFieldStart("Value");
    while (bytes.remaining() >= vr.valueBytes()) {
      switch (vr) {
        case AT -> writeTag(bytes.getShort(), bytes.getShort());
        case US -> json.writeNumber(bytes.getShort() & 0xFFFF);
        case SS -> json.writeNumber(bytes.getShort());
        case UL -> json.writeNumber(bytes.getInt() & 0xFFFFFFFFL);
        case SL -> json.writeNumber(bytes.getInt());
        case UV -> writeUnsigned(bytes.getLong());
        case SV -> writeSigned(bytes.getLong());
        case FL -> writeFloat(bytes.getFloat());
        default -> writeDouble(bytes.getDouble());
      }
    }
    json.writeEndArray();
  }

  private void writeTag(short group, short element) throws IOException {
    json.writeString(String.format(Locale.ROOT, "%04X%04X", group, element));
  }

  private void writeUnsigned(long value) throws IOException {
    if (value >= 0) {
      writeSigned(value);
    } else {
      json.writeString(Long.toUnsignedString(value));
    }
  }

  private void writeSigned(long value) throws IOException {
    if (value >= -LAST_EXACT && value <= LAST_EXACT) {
      json.writeNumber(value);
    } else {
      json.writeString(Long.toString(value));
    }
  }

  /** JSON has no number for NaN and the infinities: they are text, which the standard leaves open. */
  private void writeFloat(float value) throws IOException {
    if (Float.isFinite(value)) {
      json.writeNumber(value);
    } else {
      json.writeString(Float.toString(value));
    }
  }

  private void writeDouble(double value) throws IOException {
    if (Double.isFinite(value)) {
      json.writeNumber(value);
    } else {
      json.writeString(Double.toString(value));
    }
  }
}
