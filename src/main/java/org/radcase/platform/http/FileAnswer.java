package org.radcase.platform.http;

import java.util.Map;
import org.radcase.platform.files.FilePieces;

/**
 * A representation whose bytes lie in a file.
 *
 * @param mediaType with its parameters
 * @param tag a strong entity-tag, quoted
 * @param addressedByContent whether the address names this content, so that it may be cached for ever
 * @param selection of headers that say how it was selected, such as Vary; also told with a 304
 * @param description of headers that describe the bytes, such as Content-Encoding
 */
public record FileAnswer(
    FilePieces pieces,
    String mediaType,
    String tag,
    boolean addressedByContent,
    Map<String, String> selection,
    Map<String, String> description) {
  public FileAnswer {
    selection = Map.copyOf(selection);
    description = Map.copyOf(description);
  }

  /** Which is the same for everybody. */
  public FileAnswer(FilePieces pieces, String mediaType, String tag, boolean addressedByContent) {
    this(pieces, mediaType, tag, addressedByContent, Map.of(), Map.of());
  }
}
