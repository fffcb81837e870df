package org.radcase.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.files.FilePieces;
import org.radcase.platform.problem.HttpProblem;

/** Answers with bytes of a file, whole or in part. Source: RFC 9110 §13 to §15.3.7. */
public final class BytesAnswer {
  private static final String FOR_EVER = "private, max-age=2592000, immutable";
  private static final String ASK_AGAIN = "private, no-cache";

  private BytesAnswer() {}

  /**
   * The answer to a GET or HEAD.
   *
   * @param tag a strong entity-tag, quoted
   * @param addressedByContent whether the address names this content, so that it may be cached for
   *     ever
   * @throws org.radcase.platform.problem.Problem range.not-satisfiable
   */
  public static Response of(
      HttpServletRequest request,
      FilePieces pieces,
      String mediaType,
      String tag,
      boolean addressedByContent) {
    var cacheControl = addressedByContent ? FOR_EVER : ASK_AGAIN;
    if (isKnown(request, tag)) {
      return Response.notModified()
          .header(HttpHeaders.ETAG, tag)
          .header(HttpHeaders.CACHE_CONTROL, cacheControl)
          .build();
    }
    var length = pieces.lengthBytes();
    var range = ByteRange.of(rangeHeader(request, tag), length);
    if (range.kind() == ByteRange.Kind.UNSATISFIABLE) {
      throw HttpProblem.RANGE_NOT_SATISFIABLE
          .because("The representation has " + length + " bytes")
          .withHeader("Content-Range", range.contentRange(length));
    }
    StreamingOutput body = out -> pieces.copy(range.first(), range.lengthBytes(), out);
    var answer = Response.status(range.kind() == ByteRange.Kind.PART ? 206 : 200)
        .entity(body)
        .header(HttpHeaders.CONTENT_TYPE, mediaType)
        .header(HttpHeaders.CONTENT_LENGTH, range.lengthBytes())
        .header(HttpHeaders.ETAG, tag)
        .header(HttpHeaders.CACHE_CONTROL, cacheControl)
        .header("Accept-Ranges", "bytes");
    if (range.kind() == ByteRange.Kind.PART) {
      answer.header("Content-Range", range.contentRange(length));
    }
    return answer.build();
  }

  private static boolean isKnown(HttpServletRequest request, String tag) {
    var decision = Preconditions.decide(null, request.getHeader("If-None-Match"), tag);
    return decision == Preconditions.Decision.NOT_MODIFIED;
  }

  /** A range of what the client has no more does not help it. Source: RFC 9110 §13.1.5. */
  private static @Nullable String rangeHeader(HttpServletRequest request, String tag) {
    var ifRange = request.getHeader("If-Range");
    return ifRange == null || ifRange.strip().equals(tag) ? request.getHeader("Range") : null;
  }
}
