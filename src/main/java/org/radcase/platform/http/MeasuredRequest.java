package org.radcase.platform.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.time.Timings;

/** A request that notes how long its client lets the server wait for the body. */
final class MeasuredRequest extends HttpServletRequestWrapper {
  private @Nullable ServletInputStream stream;

  private MeasuredRequest(HttpServletRequest request) {
    super(request);
  }

  /** Most requests have no body to wait for. */
  static HttpServletRequest of(HttpServletRequest request) {
    var hasBody =
        request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    return hasBody ? new MeasuredRequest(request) : request;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    if (stream == null) stream = new MeasuredStream(super.getInputStream());
    return stream;
  }

  private static final class MeasuredStream extends ServletInputStream {
    private final ServletInputStream in;

    MeasuredStream(ServletInputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      var start = System.nanoTime();
      try {
        return in.read();
      } finally {
        Timings.client(System.nanoTime() - start);
      }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      var start = System.nanoTime();
      try {
        return in.read(bytes, offset, length);
      } finally {
        Timings.client(System.nanoTime() - start);
      }
    }

    @Override
    public int available() throws IOException {
      return in.available();
    }

    @Override
    public void close() throws IOException {
      in.close();
    }

    @Override
    public boolean isFinished() {
      return in.isFinished();
    }

    @Override
    public boolean isReady() {
      return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      in.setReadListener(listener);
    }
  }
}
