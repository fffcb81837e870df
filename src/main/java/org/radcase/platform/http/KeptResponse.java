package org.radcase.platform.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A whole answer, ready to be sent again: its headers, and its body as it was coded. */
final class KeptResponse {
  /** Changes with what {@link #bytes} writes. */
  static final String SHAPE = "response-1";

  /** What describes the representation; all else belongs to one request. */
  private static final List<String> NAMES = List.of(
      "Content-Type",
      "ETag",
      "Vary",
      "Content-Encoding",
      "Cache-Control",
      "Link",
      "X-Total-Count",
      "X-Page",
      "X-Per-Page",
      "X-Total-Pages");

  private record Header(String name, String value) {}

  private final List<Header> headers;
  private final byte[] bytes;

  /** Where the body begins. */
  private final int offset;

  private KeptResponse(List<Header> headers, byte[] bytes, int offset) {
    this.headers = List.copyOf(headers);
    this.bytes = bytes;
    this.offset = offset;
  }

  /** Nothing of an error, of what is somebody's own, or of what brings a cookie. */
  static Optional<KeptResponse> of(HeldResponse held) {
    var cacheControl = held.getHeader("Cache-Control");
    var keeps = held.getStatus() == HttpServletResponse.SC_OK
        && !held.headers().containsKey("Set-Cookie")
        && (cacheControl == null || !cacheControl.contains("no-store"));
    if (!keeps) return Optional.empty();
    var headers = new ArrayList<Header>();
    for (var name : NAMES) {
      for (var value : held.headers().getOrDefault(name, List.of())) {
        headers.add(new Header(name, value));
      }
    }
    return Optional.of(new KeptResponse(headers, held.body(), 0));
  }

  void send(HttpServletResponse response) throws IOException {
    for (var header : headers) response.addHeader(header.name, header.value);
    response.setContentLength(bytes.length - offset);
    response.getOutputStream().write(bytes, offset, bytes.length - offset);
  }

  byte[] bytes() {
    try {
      var written = new ByteArrayOutputStream(bytes.length + 512);
      var out = new DataOutputStream(written);
      out.writeInt(headers.size());
      for (var header : headers) {
        out.writeUTF(header.name);
        out.writeUTF(header.value);
      }
      out.write(bytes, offset, bytes.length - offset);
      return written.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads what {@link #bytes} wrote. */
  static KeptResponse read(byte[] bytes) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      var count = in.readInt();
      var headers = new ArrayList<Header>(count);
      for (var i = 0; i < count; i++) headers.add(new Header(in.readUTF(), in.readUTF()));
      return new KeptResponse(headers, bytes, bytes.length - in.available());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
