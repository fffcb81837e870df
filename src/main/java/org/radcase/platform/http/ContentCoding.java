package org.radcase.platform.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The codings that we make while we answer. Source: RFC 9110 §8.4.1 and §12.5.3. */
enum ContentCoding {
  IDENTITY("identity"),
  GZIP("gzip"),
  /** The zlib format, not a bare deflate stream. */
  DEFLATE("deflate");

  private static final int BUFFER_BYTES = 8 << 10;

  private final String token;

  ContentCoding(String token) {
    this.token = token;
  }

  String token() {
    return token;
  }

  OutputStream over(OutputStream out) throws IOException {
    return switch (this) {
      case IDENTITY -> out;
      // Both use zlib's default level, which is 6.
      case GZIP -> new GZIPOutputStream(out, BUFFER_BYTES, true);
      case DEFLATE -> new DeflaterOutputStream(out, true);
    };
  }

  /** The coding that the client likes best; of two that it likes the same, gzip. */
  static ContentCoding preferred(@Nullable String acceptEncoding) {
    var accepted = AcceptEncoding.parse(acceptEncoding);
    var gzip = accepted.weightOf(GZIP.token);
    var deflate = accepted.weightOf(DEFLATE.token);
    if (Math.max(gzip, deflate) <= 0) return IDENTITY;
    if (Math.max(gzip, deflate) < accepted.weightOf(IDENTITY.token)) return IDENTITY;
    return gzip >= deflate ? GZIP : DEFLATE;
  }
}
