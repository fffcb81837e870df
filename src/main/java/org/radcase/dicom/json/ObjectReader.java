package org.radcase.dicom.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.DataSetBuilder;
import org.radcase.dicom.data.Element;
import org.radcase.dicom.data.SpecificCharacterSet;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.VR;
import org.radcase.dicom.data.Value;

/** Reads the attributes of one data set and its items. For one thread. Source: PS3.18 F.2.2. */
final class ObjectReader {
  private static final Pattern TAG = Pattern.compile("[0-9A-Fa-f]{8}");
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final Set<String> GROUPS = Set.of("Alphabetic", "Ideographic", "Phonetic");
  private static final int META_GROUP = 2;
  private static final int DELIMITER_GROUP = 0xFFFE;

  private final JsonCursor cursor;
  private final BulkValues bulk;
  private final ValueReader values;

  ObjectReader(JsonCursor cursor, BulkValues bulk) {
    this.cursor = cursor;
    this.bulk = bulk;
    values = new ValueReader(cursor);
  }

  /** Reads the object that begins at the cursor. */
  DataSet read() throws IOException {
    cursor.next();
    var dataSet = members("", 0);
    if (!values.hasBeyondAscii() || dataSet.contains(Tag.SPECIFIC_CHARACTER_SET)) {
      return dataSet;
    }
    var utf8 = SpecificCharacterSet.UTF_8.terms().toArray(String[]::new);
    return dataSet.toBuilder().putString(Tag.SPECIFIC_CHARACTER_SET, utf8).build();
  }

  /** Reads from the first name of an object to its end. */
  private DataSet members(String path, int depth) throws IOException {
    cursor.requireDepth(depth);
    var builder = DataSet.builder(SpecificCharacterSet.UTF_8);
    for (; cursor.token() == JsonToken.FIELD_NAME; cursor.next()) {
      var name = cursor.name();
      if (!TAG.matcher(name).matches()) {
        throw cursor.malformed("A name that is no tag");
      }
      var tag = Tag.parse(name);
      if (tag.group() == DELIMITER_GROUP) {
        throw cursor.malformed("A delimiter that is no attribute");
      }
      if (tag.element() == 0 || tag.group() == META_GROUP) {
        cursor.skip();
      } else {
        cursor.next();
        cursor.require(JsonToken.START_OBJECT);
        attribute(tag, path + tagName(tag), depth, builder);
      }
    }
    cursor.require(JsonToken.END_OBJECT);
    return builder.build();
  }

  private static String tagName(Tag tag) {
    return HEX.toHexDigits(tag.value());
  }

  /** The VR may come last, so the values wait for it. */
  private void attribute(Tag tag, String path, int depth, DataSetBuilder into) throws IOException {
    cursor.takeElement();
    VR vr = null;
    Content content = null;
    while (cursor.next() == JsonToken.FIELD_NAME) {
      var name = cursor.name();
      cursor.next();
      if (name.equals("vr")) {
        vr = vr();
      } else if (content == null) {
        content = content(name, path, depth);
      } else {
        throw cursor.malformed("More than one value");
      }
    }
    cursor.require(JsonToken.END_OBJECT);
    if (vr == null) {
      throw cursor.malformed("An attribute without vr");
    }
    put(tag, vr, content == null ? Content.NOTHING : content, path, into);
  }

  private VR vr() throws IOException {
    cursor.require(JsonToken.VALUE_STRING);
    var code = cursor.text();
    var vr = code.length() == 2 ? VR.of(code.charAt(0), code.charAt(1)) : Optional.<VR>empty();
    return vr.orElseThrow(() -> cursor.malformed("No known VR"));
  }

  private Content content(String name, String path, int depth) throws IOException {
    return switch (name) {
      case "Value" -> new Content.Values(array(path, depth));
      case "InlineBinary" -> new Content.InlineBinary(Value.of(cursor.base64()));
      case "BulkDataURI" -> {
        cursor.require(JsonToken.VALUE_STRING);
        yield new Content.BulkDataUri(cursor.text());
      }
      default -> throw cursor.malformed("A name that attributes do not have");
    };
  }

  private List<JsonValue> array(String path, int depth) throws IOException {
    cursor.require(JsonToken.START_ARRAY);
    var all = new ArrayList<JsonValue>();
    while (cursor.next() != JsonToken.END_ARRAY) {
      cursor.takeElement();
      all.add(value(path, all.size(), depth));
    }
    return all;
  }

  private JsonValue value(String path, int index, int depth) throws IOException {
    var token = cursor.token();
    if (token == JsonToken.VALUE_STRING) {
      return new JsonValue.Text(cursor.text());
    }
    if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
      return new JsonValue.Numeral(cursor.text());
    }
    if (token == JsonToken.VALUE_NULL) {
      return new JsonValue.Null();
    }
    cursor.require(JsonToken.START_OBJECT);
    var isName = cursor.next() == JsonToken.FIELD_NAME && GROUPS.contains(cursor.name());
    return isName ? name() : new JsonValue.Item(members(path + "/" + index + "/", depth + 1));
  }

  private JsonValue name() throws IOException {
    var groups = new HashMap<String, String>();
    for (; cursor.token() == JsonToken.FIELD_NAME; cursor.next()) {
      var group = cursor.name();
      if (!GROUPS.contains(group)) {
        throw cursor.malformed("A name that person names do not have");
      }
      if (cursor.next() != JsonToken.VALUE_NULL) {
        cursor.require(JsonToken.VALUE_STRING);
        groups.put(group, cursor.text());
      }
    }
    cursor.require(JsonToken.END_OBJECT);
    return new JsonValue.Name(new PersonName(
        groups.getOrDefault("Alphabetic", ""),
        groups.getOrDefault("Ideographic", ""),
        groups.getOrDefault("Phonetic", "")));
  }

  private void put(Tag tag, VR vr, Content content, String path, DataSetBuilder into)
      throws IOException {
    if (tag.equals(Tag.SPECIFIC_CHARACTER_SET)) {
      into.putString(tag, VR.CS, "ISO_IR 192"); // JSON is UTF-8 whatever it says here
    } else if (content instanceof Content.Values given) {
      values.put(tag, vr, given.values(), into);
    } else if (content instanceof Content.InlineBinary inline) {
      if (vr.kind() != VR.Kind.BYTES) {
        throw cursor.malformed("InlineBinary of VR " + vr);
      }
      into.putBytes(tag, vr, inline.bytes().copy());
    } else if (content instanceof Content.BulkDataUri named) {
      if (vr == VR.SQ) {
        throw cursor.malformed("BulkDataURI of a sequence");
      }
      into.put(new Element(tag, vr, bulk.of(path, vr, named.uri())));
    }
  }
}
