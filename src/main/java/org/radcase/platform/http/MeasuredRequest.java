package org.radcase.platform.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.problem.HttpProblem;
import org.radcase.platform.problem.Problem;
import org.radcase.platform.time.Timings;

/**
 * A request with a body: it notes how long its client lets the server wait for that, and refuses to
 * wait for one that trickles. For one thread.
 */
final class MeasuredRequest extends HttpServletRequestWrapper {
  /** For what a bad line needs to begin. */
  private static final long GRACE_NANOS = Duration.ofSeconds(10).toNanos();

  /** From then on each of so many bytes earns a second more: a kilobyte a second is no line at all. */
  private static final long BYTES_A_SECOND = 1 << 10;

  private static final long NANOS_A_BYTE = Duration.ofSeconds(1).toNanos() / BYTES_A_SECOND;

  /** Of a body that nobody reads so much is taken, so that its sender can read the answer. */
  private static final int MOST_SKIPPED = 2 << 20;

  private final Presence presence;
  private final long length;
  private @Nullable Body body;
  private long received;
  private long waitedNanos;
  private boolean atEnd;
  private boolean tooSlow;

  private MeasuredRequest(HttpServletRequest request, Presence presence) {
    super(request);
    this.presence = presence;
    length = request.getContentLengthLong();
    // Until it is read to its end this request may wait for its client at any time.
    presence.receives(true);
  }

  /** Most requests have no body to wait for. */
  static HttpServletRequest of(HttpServletRequest request, Presence presence) {
    return hasBody(request) ? new MeasuredRequest(request, presence) : request;
  }

  static boolean hasBody(HttpServletRequest request) {
    return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
  }

  boolean isTooSlow() {
    return tooSlow;
  }

  /** Whether the server has nothing left to read. A client that awaits a 100 sends nothing before it. */
  boolean isRead() {
    return atEnd || getHeader("Expect") != null;
  }

  /** Takes the rest, unless that is much or comes slowly. Returns whether all is read. */
  boolean skipRest() {
    if (length - received > MOST_SKIPPED || tooSlow) return false;
    var buffer = new byte[8 << 10];
    try {
      var rest = getInputStream();
      for (var skipped = 0; !atEnd && skipped <= MOST_SKIPPED; ) {
        skipped += Math.max(0, rest.read(buffer));
      }
    } catch (IOException | Problem e) {
      return false;
    }
    return atEnd;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    if (body == null) body = new Body(super.getInputStream());
    return body;
  }

  private void took(int bytes, long nanos) {
    Timings.client(nanos);
    waitedNanos += nanos;
    received += Math.max(0, bytes);
    if (bytes < 0 || received == length) {
      atEnd = true;
      presence.receives(false);
    } else if (waitedNanos > GRACE_NANOS + received * NANOS_A_BYTE) {
      tooSlow = true;
      throw HttpProblem.TOO_SLOW.because("Only " + received + " bytes of it came in time");
    }
  }

  private final class Body extends ServletInputStream {
    private final ServletInputStream in;

    Body(ServletInputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
      var start = System.nanoTime();
      try {
        var read = in.read(bytes, offset, count);
        took(read, System.nanoTime() - start);
        return read;
      } catch (IOException e) {
        // The server may have given up waiting.
        took(0, System.nanoTime() - start);
        throw new BrokenBodyException(e);
      }
    }

    @Override
    public int available() throws IOException {
      return in.available();
    }

    @Override
    public void close() {
      // What its reader leaves is still to be taken.
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
