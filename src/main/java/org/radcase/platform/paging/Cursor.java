package org.radcase.platform.paging;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a list goes on: after the row with this key and id. Clients get it as an opaque text.
 *
 * @param page the number of the page that it begins, from 2
 * @param order the term of the order in which the list is sorted
 * @param key what the row is sorted by
 * @param id what breaks the tie
 */
public record Cursor(int page, String order, String key, String id) {
  private static final String SEPARATOR = "\u001f";

  /** A longer one is not ours: the key is a line at the most. */
  private static final int MOST_CHARACTERS = 4096;

  public String text() {
    var plain = String.join(SEPARATOR, Integer.toString(page), order, id, key);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns nothing if the text is not a cursor. */
  public static Optional<Cursor> parse(String text) {
    if (text.length() > MOST_CHARACTERS) return Optional.empty();
    try {
      var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      var plain = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      var parts = plain.split(SEPARATOR, 4);
      if (parts.length != 4 || !parts[0].matches("[1-9]\\d{0,8}")) return Optional.empty();
      return Optional.of(new Cursor(Integer.parseInt(parts[0]), parts[1], parts[3], parts[2]));
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
