package org.radcase.platform.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.regex.Pattern;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A response that codes its body if it is text and longer than {@link #LEAST_BYTES}. It holds back
 * the first bytes until it knows. For one request.
 */
final class CodedResponse extends HttpServletResponseWrapper {
  /** Below this a packet goes out all the same. */
  static final int LEAST_BYTES = 1024;

  private static final Pattern TEXT = Pattern.compile(
      "(text/.+|application/(.+\\+)?json|application/javascript|application/xml|image/svg\\+xml)"
          + "(\\s*;.*)?",
      Pattern.CASE_INSENSITIVE);

  private final ContentCoding coding;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream(LEAST_BYTES);
  private long declaredLength = -1;
  private @Nullable OutputStream decided;
  private @Nullable ServletOutputStream stream;
  private @Nullable PrintWriter writer;

  CodedResponse(HttpServletResponse response, ContentCoding coding) {
    super(response);
    this.coding = coding;
  }

  /** Sends what is still held back; to be called when the chain has returned. */
  void finish() throws IOException {
    if (writer != null) writer.flush();
    if (decided != null) {
      if (decided instanceof DeflaterOutputStream deflater) deflater.finish();
    } else if (!isCommitted()) {
      decide(held.size()).write(held.toByteArray());
      if (decided instanceof DeflaterOutputStream deflater) deflater.finish();
    }
  }

  private OutputStream decide(long knownBytes) throws IOException {
    var out = super.getOutputStream();
    var codes = false;
    if (isCodable()) {
      addHeader("Vary", "Accept-Encoding");
      codes =
          coding != ContentCoding.IDENTITY && Math.max(knownBytes, declaredLength) > LEAST_BYTES;
    }
    if (codes) {
      setHeader("Content-Encoding", coding.token());
      var tag = getHeader("ETag");
      if (tag != null) setHeader("ETag", tagOfCoding(tag));
    } else if (declaredLength >= 0) {
      super.setContentLengthLong(declaredLength);
    }
    decided = codes ? coding.over(out) : out;
    return decided;
  }

  private boolean isCodable() {
    var type = getContentType();
    var cacheControl = getHeader("Cache-Control");
    return type != null
        && TEXT.matcher(type).matches()
        && getHeader("Content-Encoding") == null
        && getHeader("Content-Range") == null
        && (cacheControl == null || !cacheControl.contains("no-transform"));
  }

  /** Strong tags differ by coding; weak ones say only that the meaning is the same. */
  private String tagOfCoding(String tag) {
    return tag.startsWith("W/")
        ? tag
        : tag.substring(0, tag.length() - 1) + "-" + coding.token() + "\"";
  }

  @Override
  public void setContentLength(int length) {
    declaredLength = length;
  }

  @Override
  public void setContentLengthLong(long length) {
    declaredLength = length;
  }

  @Override
  public void setHeader(String name, String value) {
    if (!tookLength(name, value)) super.setHeader(name, value);
  }

  @Override
  public void addHeader(String name, String value) {
    if (!tookLength(name, value)) super.addHeader(name, value);
  }

  private boolean tookLength(String name, String value) {
    if (!name.equalsIgnoreCase("Content-Length")) return false;
    declaredLength = Long.parseLong(value);
    return true;
  }

  @Override
  public ServletOutputStream getOutputStream() {
    if (stream == null) stream = new HoldingStream();
    return stream;
  }

  @Override
  public PrintWriter getWriter() {
    if (writer == null) {
      var charset = Charset.forName(getCharacterEncoding());
      writer = new PrintWriter(new OutputStreamWriter(getOutputStream(), charset));
    }
    return writer;
  }

  @Override
  public void flushBuffer() throws IOException {
    getOutputStream().flush();
    super.flushBuffer();
  }

  @Override
  public void resetBuffer() {
    held.reset();
    super.resetBuffer();
  }

  private final class HoldingStream extends ServletOutputStream {
    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (decided != null) {
        decided.write(bytes, offset, length);
      } else if (held.size() + length > LEAST_BYTES) {
        var out = decide(held.size() + (long) length);
        held.writeTo(out);
        out.write(bytes, offset, length);
      } else {
        held.write(bytes, offset, length);
      }
    }

    @Override
    public void flush() throws IOException {
      if (decided == null) held.writeTo(decide(held.size()));
      if (decided != null) decided.flush();
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException("Compressed answers are written by blocking calls");
    }
  }
}
