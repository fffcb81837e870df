package org.radcase.dicom.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.HexFormat;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.Element;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.Value;

/** Writes the attributes of one data set and its items. For one thread. Source: PS3.18 F.2.2. */
final class ObjectWriter {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final int META_GROUP = 2;

  private final JsonGenerator json;
  private final BulkDataUris uris;
  private final ValueWriter values;

  ObjectWriter(JsonGenerator json, BulkDataUris uris) {
    this.json = json;
    this.uris = uris;
    values = new ValueWriter(json);
  }

  /** @param path of the sequence item, with a slash at its end; empty for the whole data set */
  void write(DataSet dataSet, String path) throws IOException {
    json.writeStartObject();
    for (var element : dataSet) {
      var tag = element.tag();
      if (tag.element() != 0 && tag.group() != META_GROUP) {
        var name = HEX.toHexDigits(tag.value());
        json.writeObjectFieldStart(name);
        json.writeStringField("vr", element.vr().name());
        writeValue(dataSet, element, path + name);
        json.writeEndObject();
      }
    }
    json.writeEndObject();
  }

  private void writeValue(DataSet dataSet, Element element, String path) throws IOException {
    if (element.tag().equals(Tag.SPECIFIC_CHARACTER_SET)) {
      values.writeUtf8();
      return;
    }
    if (element.isEmpty()) {
      return; // PS3.18 F.2.5: an attribute without a value has only its VR
    }
    if (element.value() instanceof Value.Items items) {
      json.writeArrayFieldStart("Value");
      var index = 0;
      for (var item : items.items()) {
        write(item, path + "/" + index++ + "/");
      }
      json.writeEndArray();
      return;
    }
    var uri = uris.of(path, element);
    if (uri.isPresent()) {
      json.writeStringField("BulkDataURI", uri.get());
    } else if (element.value() instanceof Value.Bytes bytes) {
      values.write(dataSet, element, bytes);
    } else {
      throw new IllegalArgumentException(path + " is not in memory, and no BulkDataURI is given");
    }
  }
}
