package org.radcase.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.files.FilePieces;
import org.radcase.platform.problem.HttpProblem;

/** Answers with bytes of a file, whole or in part. Source: RFC 9110 §13 to §15.3.7. */
public final class BytesAnswer {
  private static final String FOR_EVER = "private, max-age=2592000, immutable";
  private static final String ASK_AGAIN = "private, no-cache";

  private final int status;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final FilePieces pieces;
  private final ByteRange range;

  private BytesAnswer(int status, FileAnswer file, ByteRange range) {
    this.status = status;
    this.pieces = file.pieces();
    this.range = range;
    headers.put("ETag", file.tag());
    headers.put("Cache-Control", file.addressedByContent() ? FOR_EVER : ASK_AGAIN);
    headers.putAll(file.selection());
    if (status == HttpServletResponse.SC_NOT_MODIFIED) return;
    headers.putAll(file.description());
    headers.put("Content-Type", file.mediaType());
    headers.put("Content-Length", Long.toString(range.lengthBytes()));
    headers.put("Accept-Ranges", "bytes");
    if (status == HttpServletResponse.SC_PARTIAL_CONTENT) {
      headers.put("Content-Range", range.contentRange(pieces.lengthBytes()));
    }
  }

  /**
   * The answer to a GET or HEAD.
   *
   * @throws org.radcase.platform.problem.Problem range.not-satisfiable, precondition.failed
   */
  public static BytesAnswer of(HttpServletRequest request, FileAnswer file) {
    var length = file.pieces().lengthBytes();
    var range = ByteRange.of(rangeHeader(request, file.tag()), length);
    return switch (Preconditions.decide(request, file.tag())) {
      case FAILED -> throw Preconditions.failed();
      case NOT_MODIFIED -> new BytesAnswer(HttpServletResponse.SC_NOT_MODIFIED, file, range);
      case PROCEED ->
        switch (range.kind()) {
          case WHOLE -> new BytesAnswer(HttpServletResponse.SC_OK, file, range);
          case PART -> new BytesAnswer(HttpServletResponse.SC_PARTIAL_CONTENT, file, range);
          case UNSATISFIABLE ->
            throw HttpProblem.RANGE_NOT_SATISFIABLE
                .because("The representation has " + length + " bytes")
                .withHeader("Content-Range", range.contentRange(length));
        };
    };
  }

  /**
   * A range of what the client has no more does not help it (RFC 9110 §13.1.5), and only a GET has
   * one (§14.2).
   */
  private static @Nullable String rangeHeader(HttpServletRequest request, String tag) {
    if (!request.getMethod().equals("GET")) return null;
    var ifRange = request.getHeader("If-Range");
    return ifRange == null || ifRange.strip().equals(tag) ? request.getHeader("Range") : null;
  }

  /** For JAX-RS to send. */
  public Response toResponse() {
    var response = Response.status(status);
    headers.forEach(response::header);
    if (hasBody()) {
      StreamingOutput body = out -> pieces.copy(range.first(), range.lengthBytes(), out);
      response.entity(body);
    }
    return response.build();
  }

  /** Sends it, by the container where that is faster. */
  void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setStatus(status);
    headers.forEach(response::setHeader);
    if (!hasBody() || !request.getMethod().equals("GET")) return;
    var run = pieces.run(range.first(), range.lengthBytes());
    if (run.isPresent() && SendFile.takes(request, run.get())) return;
    pieces.copy(range.first(), range.lengthBytes(), response.getOutputStream());
  }

  private boolean hasBody() {
    return status != HttpServletResponse.SC_NOT_MODIFIED;
  }
}
