package org.radcase.platform.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A response that is held back as a whole until somebody has decided about it: lists and manifests,
 * which we bound ourselves. For one request.
 */
final class HeldResponse extends HttpServletResponseWrapper {
  private static final String CONTENT_TYPE = "Content-Type";
  private static final String CONTENT_LENGTH = "Content-Length";

  private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final ServletOutputStream stream = new HoldingStream();
  private @Nullable PrintWriter writer;
  private int status = SC_OK;

  HeldResponse(HttpServletResponse response) {
    super(response);
  }

  /** All that the chain has written, when it has returned. */
  byte[] body() {
    if (writer != null) writer.flush();
    return body.toByteArray();
  }

  Map<String, List<String>> headers() {
    return headers;
  }

  /** Sends it as it is. */
  void send(HttpServletResponse response) throws IOException {
    response.setStatus(status);
    headers.forEach((name, values) -> {
      for (var value : values) response.addHeader(name, value);
    });
    var bytes = body();
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  @Override
  public void setStatus(int newStatus) {
    status = newStatus;
  }

  @Override
  public int getStatus() {
    return status;
  }

  @Override
  public void sendError(int newStatus) {
    sendError(newStatus, null);
  }

  @Override
  public void sendError(int newStatus, @Nullable String message) {
    throw StatusProblem.of(newStatus).because("HTTP status " + newStatus);
  }

  @Override
  public void setHeader(String name, String value) {
    if (name.equalsIgnoreCase(CONTENT_LENGTH)) return;
    var values = new ArrayList<String>();
    values.add(value);
    headers.put(name, values);
  }

  @Override
  public void addHeader(String name, String value) {
    if (name.equalsIgnoreCase(CONTENT_TYPE)) setHeader(name, value);
    else if (!name.equalsIgnoreCase(CONTENT_LENGTH)) {
      headers.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }
  }

  @Override
  public void setIntHeader(String name, int value) {
    setHeader(name, Integer.toString(value));
  }

  @Override
  public void addIntHeader(String name, int value) {
    addHeader(name, Integer.toString(value));
  }

  @Override
  public void addCookie(Cookie cookie) {
    addHeader("Set-Cookie", cookie.getName());
    super.addCookie(cookie);
  }

  @Override
  public boolean containsHeader(String name) {
    return headers.containsKey(name) || super.containsHeader(name);
  }

  @Override
  public @Nullable String getHeader(String name) {
    var values = headers.get(name);
    return values == null ? super.getHeader(name) : values.get(0);
  }

  @Override
  public Collection<String> getHeaders(String name) {
    var values = headers.get(name);
    return values == null ? super.getHeaders(name) : List.copyOf(values);
  }

  @Override
  public void setContentType(String type) {
    setHeader(CONTENT_TYPE, type);
  }

  @Override
  public @Nullable String getContentType() {
    var values = headers.get(CONTENT_TYPE);
    return values == null ? null : values.get(0);
  }

  @Override
  public String getCharacterEncoding() {
    return StandardCharsets.UTF_8.name();
  }

  @Override
  public void setCharacterEncoding(String charset) {
    if (!charset.toUpperCase(Locale.ROOT).equals(StandardCharsets.UTF_8.name())) {
      throw new IllegalArgumentException("All our text is UTF-8, not " + charset);
    }
  }

  @Override
  public void setContentLength(int length) {
    // Known when all is there.
  }

  @Override
  public void setContentLengthLong(long length) {
    // Known when all is there.
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return stream;
  }

  @Override
  public PrintWriter getWriter() {
    if (writer == null) {
      writer =
          new PrintWriter(new OutputStreamWriter(stream, Charset.forName(getCharacterEncoding())));
    }
    return writer;
  }

  @Override
  public void flushBuffer() {
    // Nothing leaves before it is decided.
  }

  @Override
  public boolean isCommitted() {
    return false;
  }

  @Override
  public void resetBuffer() {
    body.reset();
  }

  @Override
  public void reset() {
    body.reset();
    headers.clear();
    status = SC_OK;
  }

  private final class HoldingStream extends ServletOutputStream {
    @Override
    public void write(int b) {
      body.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      body.write(bytes, offset, length);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException("What is held is written by blocking calls");
    }
  }
}
