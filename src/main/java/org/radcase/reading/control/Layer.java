package org.radcase.reading.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.UncheckedIOException;
import java.util.List;
import org.radcase.platform.json.Json;
import org.radcase.reading.entity.Annotation;
import org.radcase.reading.entity.Display;
import org.radcase.reading.entity.KeyFinding;
import org.radcase.reading.entity.Revised;

/**
 * What educators lay over the images of a case, kept as JSON.
 *
 * @param term as in the database
 * @param empty while nobody has written it
 */
record Layer<T>(String term, TypeReference<T> type, T empty) {
  static final Layer<List<Annotation>> ANNOTATIONS =
      new Layer<>("annotations", new TypeReference<>() {}, List.of());
  static final Layer<Display> DISPLAY =
      new Layer<>("display", new TypeReference<>() {}, Display.NONE);
  static final Layer<List<KeyFinding>> KEY_FINDINGS =
      new Layer<>("key-findings", new TypeReference<>() {}, List.of());

  Revised<T> parse(Revised<String> kept) {
    if (kept.revision() == 0) return new Revised<>(0, empty);
    try {
      return new Revised<>(kept.revision(), Json.MAPPER.readValue(kept.content(), type));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
