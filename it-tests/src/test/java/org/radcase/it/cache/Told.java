package org.radcase.it.cache;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.radcase.it.Answer;

/**
 * What an answer tells, to be compared to the byte. Of a problem the code only: the rest names the
 * request.
 *
 * @param headers without those that belong to one request or to the cache
 * @param body byte for byte, as ISO 8859-1
 */
record Told(int status, Map<String, List<String>> headers, String body) {
  private static final List<String> HEADERS = List.of(
      "ETag",
      "Cache-Control",
      "Content-Type",
      "Content-Encoding",
      "Content-Language",
      "Vary",
      "Link",
      "X-Total-Count",
      "X-Page",
      "X-Per-Page",
      "X-Total-Pages",
      "Set-Cookie");

  static Told by(Answer answer) {
    if (answer.status() >= 400)
      return new Told(answer.status(), Map.of(), answer.json().path("code").asText());
    var headers = new LinkedHashMap<String, List<String>>();
    for (var name : HEADERS) headers.put(name, answer.headers(name));
    var body = new String(answer.bytes(), StandardCharsets.ISO_8859_1);
    return new Told(answer.status(), headers, body);
  }
}
