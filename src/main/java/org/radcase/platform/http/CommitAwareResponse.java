package org.radcase.platform.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * A response that tells its filter once, just before its first byte can leave: the last moment at
 * which a header can be set. For one request.
 */
abstract class CommitAwareResponse extends HttpServletResponseWrapper {
  private boolean told;
  private boolean sends = true;
  private @Nullable ServletOutputStream stream;
  private @Nullable PrintWriter writer;

  CommitAwareResponse(HttpServletResponse response) {
    super(response);
  }

  /** Sets the headers; returns false if the body must not be sent. */
  abstract boolean beforeCommit() throws IOException;

  /** To be called when the chain has returned, for answers without a body. */
  final void finish() throws IOException {
    if (writer != null) writer.flush();
    tell();
  }

  private boolean tell() throws IOException {
    if (!told) {
      told = true;
      sends = beforeCommit();
    }
    return sends;
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    if (stream == null) stream = new TellingStream(super.getOutputStream());
    return stream;
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    if (writer == null) {
      var charset = Charset.forName(getCharacterEncoding());
      writer = new PrintWriter(new OutputStreamWriter(getOutputStream(), charset));
    }
    return writer;
  }

  @Override
  public void flushBuffer() throws IOException {
    tell();
    super.flushBuffer();
  }

  @Override
  public void sendError(int status, @Nullable String message) throws IOException {
    tell();
    super.sendError(status, message);
  }

  @Override
  public void sendError(int status) throws IOException {
    tell();
    super.sendError(status);
  }

  @Override
  public void sendRedirect(String location) throws IOException {
    tell();
    super.sendRedirect(location);
  }

  private final class TellingStream extends ServletOutputStream {
    private final ServletOutputStream out;

    TellingStream(ServletOutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      if (tell()) out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (tell()) out.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
      if (tell()) out.flush();
    }

    @Override
    public void close() throws IOException {
      if (tell()) out.close();
    }

    @Override
    public boolean isReady() {
      return out.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      out.setWriteListener(listener);
    }
  }
}
