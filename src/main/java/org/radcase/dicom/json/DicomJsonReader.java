package org.radcase.dicom.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;
import org.radcase.dicom.part10.ReadLimits;

/**
 * Reads data sets from the DICOM JSON Model, within limits. Text becomes UTF-8, so Specific Character
 * Set is {@code ISO_IR 192} where the JSON names one or needs one. Group lengths and the meta group are
 * passed over. Source: PS3.18 F.2.
 *
 * <p>A fault of the JSON is a {@link DicomException} that names the byte and the JSON pointer (RFC
 * 6901). Of the limits those on depth, elements and memory count; each value is an element here.
 */
public final class DicomJsonReader {
  private DicomJsonReader() {}

  /** Reads one object; the stream is read to its end and not closed. */
  public static DataSet read(InputStream in, ReadLimits limits, BulkValues bulk)
      throws IOException {
    var all = readAll(in, limits, bulk);
    if (all.size() != 1) {
      throw DicomException.at(0, Kind.MALFORMED, all.size() + " data sets instead of one");
    }
    return all.get(0);
  }

  /** Reads an array of objects, or one object; the limits are for all together. */
  public static List<DataSet> readAll(InputStream in, ReadLimits limits, BulkValues bulk)
      throws IOException {
    try (var parser = parser(in, limits)) {
      return dataSets(new JsonCursor(parser, limits), bulk);
    }
  }

  private static JsonParser parser(InputStream in, ReadLimits limits) throws IOException {
    var longest = (int) Math.min(limits.totalInMemoryBytes(), Integer.MAX_VALUE);
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder().maxStringLength(longest).build())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
        .build()
        .createParser(in);
  }

  private static List<DataSet> dataSets(JsonCursor cursor, BulkValues bulk) throws IOException {
    try {
      var all = new ArrayList<DataSet>();
      var first = cursor.next();
      if (first == JsonToken.START_ARRAY) {
        while (cursor.next() == JsonToken.START_OBJECT) {
          all.add(new ObjectReader(cursor, bulk).read());
        }
        cursor.require(JsonToken.END_ARRAY);
      } else {
        cursor.require(JsonToken.START_OBJECT);
        all.add(new ObjectReader(cursor, bulk).read());
      }
      cursor.requireEnd();
      return all;
    } catch (StreamConstraintsException e) {
      throw cursor.fault(Kind.LIMIT, "Too long or too deep", e);
    } catch (JsonEOFException e) {
      throw cursor.fault(Kind.TRUNCATED, "The JSON ends here", e);
    } catch (JsonProcessingException | CharConversionException e) {
      throw cursor.fault(Kind.MALFORMED, "Not JSON", e);
    }
  }
}
