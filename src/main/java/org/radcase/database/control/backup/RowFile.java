package org.radcase.database.control.backup;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.json.Json;

/**
 * Rows as lines of JSON arrays, the same for every database. Texts, numbers and null are JSON's own;
 * bytes are an object of one member, {@code {"base64": "…"}}.
 */
final class RowFile {
  private static final String BYTES = "base64";

  /** Does something with some rows. */
  @FunctionalInterface
  interface Taking<X extends Exception> {
    void take(List<List<@Nullable Object>> rows) throws IOException, X;
  }

  private RowFile() {}

  static void write(JsonGenerator json, List<@Nullable Object> values) throws IOException {
    json.writeStartArray();
    for (var value : values) write(json, value);
    json.writeEndArray();
    json.writeRaw('\n');
  }

  private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
    if (value == null) json.writeNull();
    else if (value instanceof String text) json.writeString(text);
    else if (value instanceof Long || value instanceof Integer || value instanceof Short)
      json.writeNumber(((Number) value).longValue());
    else if (value instanceof Double || value instanceof Float)
      json.writeNumber(((Number) value).doubleValue());
    else if (value instanceof byte[] bytes) {
      json.writeStartObject();
      json.writeBinaryField(BYTES, bytes);
      json.writeEndObject();
    } else throw new IOException("No column may hold a " + value.getClass().getName());
  }

  /**
   * Reads all rows, {@code atOnce} at a time.
   *
   * @param columns how many values each has
   * @return how many rows there were
   */
  static <X extends Exception> long read(InputStream in, int columns, int atOnce, Taking<X> taking)
      throws IOException, X {
    var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    var rows = new ArrayList<List<@Nullable Object>>(atOnce);
    var count = 0L;
    for (String line; (line = lines.readLine()) != null; ) {
      rows.add(values(line, columns));
      count++;
      if (rows.size() == atOnce) {
        taking.take(rows);
        rows.clear();
      }
    }
    if (!rows.isEmpty()) taking.take(rows);
    return count;
  }

  private static List<@Nullable Object> values(String line, int columns) throws IOException {
    var array = Json.MAPPER.readTree(line);
    if (!array.isArray() || array.size() != columns) throw new IOException("A row is damaged");
    var values = new ArrayList<@Nullable Object>(columns);
    for (var node : array) values.add(value(node));
    return values;
  }

  private static @Nullable Object value(JsonNode node) throws IOException {
    if (node.isNull()) return null;
    if (node.isTextual()) return node.textValue();
    if (node.isIntegralNumber() && node.canConvertToLong()) return node.longValue();
    if (node.isFloatingPointNumber()) return node.doubleValue();
    if (node.path(BYTES).isTextual()) return node.path(BYTES).binaryValue();
    throw new IOException("A value is damaged");
  }
}
