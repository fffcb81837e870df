package org.radcase.platform.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.radcase.platform.problem.HttpProblem;

/** The one JSON mapper: strict when it reads, RFC 3339 times when it writes. */
public final class Json {
  /** A case with every text at its longest is about 1 MB, escaped and in UTF-8. */
  static final int MOST_BYTES = 2 << 20;

  /** No body of ours nests deeper than four. */
  private static final int MOST_DEPTH = 16;

  public static final ObjectMapper MAPPER = mapper();

  private Json() {}

  private static ObjectMapper mapper() {
    var factory = JsonFactory.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .streamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(MOST_DEPTH).build())
        .build();
    return JsonMapper.builder(factory)
        .addModule(new JavaTimeModule())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();
  }

  public static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A value as the text that a column keeps. */
  public static String text(Object value) {
    return new String(bytes(value), StandardCharsets.UTF_8);
  }

  /** Reads back a list of lines that {@link #text} wrote. */
  public static List<String> lines(String written) {
    try {
      return List.of(MAPPER.readValue(written, String[].class));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads one JSON value from a client.
   *
   * @throws org.radcase.platform.problem.Problem json.malformed, also for duplicate keys and for
   *     bytes that are not UTF-8; body.too-large
   */
  public static JsonNode read(InputStream body) throws IOException {
    var bytes = body.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw HttpProblem.BODY_TOO_LARGE.because("At most " + MOST_BYTES + " bytes of JSON");
    }
    try {
      // Jackson would guess UTF-16 and UTF-32, and passes lone surrogates.
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      var value = MAPPER.readTree(text.toString());
      if (value.isMissingNode()) throw HttpProblem.MALFORMED_JSON.because("The body is empty");
      return value;
    } catch (JsonProcessingException e) {
      throw HttpProblem.MALFORMED_JSON.because(whereItFailed(e));
    } catch (CharacterCodingException e) {
      throw HttpProblem.MALFORMED_JSON.because("The body is not UTF-8");
    }
  }

  private static String whereItFailed(JsonProcessingException e) {
    var where = e.getLocation();
    return where == null
        ? "The body ends too early"
        : "At line %d, column %d".formatted(where.getLineNr(), where.getColumnNr());
  }
}
