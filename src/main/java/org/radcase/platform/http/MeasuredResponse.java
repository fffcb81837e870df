package org.radcase.platform.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.time.Timings;

/** A response that notes how long its client lets the server wait until it takes the bytes. */
final class MeasuredResponse extends HttpServletResponseWrapper {
  private final Presence presence;
  private @Nullable ServletOutputStream stream;
  private @Nullable ClientGoneException failure;

  MeasuredResponse(HttpServletResponse response, Presence presence) {
    super(response);
    this.presence = presence;
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    if (stream == null) stream = new MeasuredStream(super.getOutputStream());
    return stream;
  }

  /**
   * Throws what kept bytes from the client, if anything did: JAX-RS keeps that to itself, and it is to be
   * counted.
   */
  void checkSent() throws ClientGoneException {
    if (failure != null) throw failure;
  }

  private ClientGoneException gone(IOException e) {
    var gone = new ClientGoneException(e);
    failure = gone;
    return gone;
  }

  private final class MeasuredStream extends ServletOutputStream {
    private final ServletOutputStream out;

    MeasuredStream(ServletOutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      presence.sends(true);
      var start = System.nanoTime();
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        throw gone(e);
      } finally {
        Timings.client(System.nanoTime() - start);
        presence.sends(false);
      }
    }

    @Override
    public void flush() throws IOException {
      presence.sends(true);
      var start = System.nanoTime();
      try {
        out.flush();
      } catch (IOException e) {
        throw gone(e);
      } finally {
        Timings.client(System.nanoTime() - start);
        presence.sends(false);
      }
    }

    @Override
    public void close() throws IOException {
      out.close();
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
