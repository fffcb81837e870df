package org.radcase.dicom.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import org.radcase.dicom.data.DataSet;

/**
 * Writes data sets in the DICOM JSON Model, in UTF-8, element by element. Group lengths and the meta
 * group are left out; Specific Character Set, where there is one, becomes {@code ISO_IR 192}. Source:
 * PS3.18 F.2.
 *
 * <p>All methods flush the stream and do not close it. They throw {@link IllegalArgumentException} if
 * a value is not in memory, or is encapsulated pixel data, and has no URI.
 */
public final class DicomJsonWriter {
  /** What breaks off must not look whole, so nothing is closed but what was ended. */
  private static final JsonFactory JSON = JsonFactory.builder()
      .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
      .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
      .build();

  private DicomJsonWriter() {}

  /** Writes one object. */
  public static void write(DataSet dataSet, BulkDataUris uris, OutputStream out)
      throws IOException {
    try (var generator = JSON.createGenerator(out)) {
      write(dataSet, uris, generator);
    }
  }

  /** Writes an array of objects, as answers to searches are. Source: PS3.18 F.2.1. */
  public static void writeAll(Iterable<DataSet> dataSets, BulkDataUris uris, OutputStream out)
      throws IOException {
    try (var generator = JSON.createGenerator(out)) {
      generator.writeStartArray();
      for (var dataSet : dataSets) {
        write(dataSet, uris, generator);
      }
      generator.writeEndArray();
    }
  }

  /** Writes one object where a greater JSON text has come to. */
  public static void write(DataSet dataSet, BulkDataUris uris, JsonGenerator into)
      throws IOException {
    new ObjectWriter(into, uris).write(dataSet, "");
  }
}
