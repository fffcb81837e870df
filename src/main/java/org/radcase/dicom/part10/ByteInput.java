package org.radcase.dicom.part10;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.ZipException;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;

/**
 * Bytes with a position, from a stream that may end or lie. Allocates as bytes arrive, never by a
 * declared length. For one thread.
 */
final class ByteInput {
  private static final int BUFFER_BYTES = 8 * 1024;
  private static final int FIRST_CHUNK_BYTES = 64 * 1024;

  private final InputStream in;
  private final long limitBytes;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int at;
  private int end;
  private long bufferOffset;

  /** @param limitBytes beyond this position reading answers with LIMIT */
  ByteInput(InputStream in, long limitBytes) {
    this.in = in;
    this.limitBytes = limitBytes;
  }

  long position() {
    return bufferOffset + at;
  }

  boolean atEnd() throws IOException {
    return available(1) == 0;
  }

  /** How many of the next {@code wanted} bytes there are; they can be peeked at then. */
  int available(int wanted) throws IOException {
    while (end - at < wanted) {
      if (at > 0) {
        System.arraycopy(buffer, at, buffer, 0, end - at);
        bufferOffset += at;
        end -= at;
        at = 0;
      }
      var read = readSome(buffer, end, buffer.length - end);
      if (read < 0) {
        break;
      }
      end += read;
    }
    return Math.min(wanted, end - at);
  }

  /** A byte ahead that {@link #available} has promised. */
  byte peek(int ahead) {
    return buffer[at + ahead];
  }

  void need(int bytes) throws IOException {
    if (end - at < bytes && available(bytes) < bytes) {
      throw DicomException.at(position(), Kind.TRUNCATED, "The file ends here");
    }
  }

  /** The 16-bit word {@code ahead} bytes from here, once {@link #need} has vouched for it. */
  int peekShort(int ahead, boolean bigEndian) {
    var first = buffer[at + ahead] & 0xFF;
    var second = buffer[at + ahead + 1] & 0xFF;
    return bigEndian ? first << 8 | second : second << 8 | first;
  }

  int peekInt(int ahead, boolean bigEndian) {
    var first = peekShort(ahead, bigEndian);
    var second = peekShort(ahead + 2, bigEndian);
    return bigEndian ? first << 16 | second : second << 16 | first;
  }

  /** Steps over bytes that {@link #need} has vouched for. */
  void advance(int bytes) {
    at += bytes;
  }

  byte[] bytes(int length) throws IOException {
    if (length <= buffer.length) {
      need(length);
      var bytes = Arrays.copyOfRange(buffer, at, at + length);
      at += length;
      return bytes;
    }
    var bytes = new byte[Math.min(length, FIRST_CHUNK_BYTES)];
    var filled = Math.min(end - at, length);
    System.arraycopy(buffer, at, bytes, 0, filled);
    at += filled;
    while (filled < length) {
      if (filled == bytes.length) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(length, bytes.length * 2L));
      }
      var read = readSome(bytes, filled, bytes.length - filled);
      if (read < 0) {
        throw DicomException.at(position(), Kind.TRUNCATED, "The file ends within a value");
      }
      filled += read;
      bufferOffset += read;
    }
    return bytes;
  }

  void skip(long length) throws IOException {
    var buffered = (int) Math.min(length, end - at);
    at += buffered;
    var rest = length - buffered;
    while (rest > 0) {
      // The last byte is read, not skipped: some streams skip past their end without a word.
      var skipped = rest > 1 && at == end ? skipSome(rest - 1) : 0;
      bufferOffset += skipped;
      rest -= skipped;
      if (skipped == 0) {
        need(1);
        var step = (int) Math.min(rest, end - at);
        at += step;
        rest -= step;
      }
    }
  }

  /** The rest of the bytes as a stream, for an inflater to read. */
  InputStream asStream() {
    return new InputStream() {
      private final byte[] single = new byte[1];

      @Override
      public int read() throws IOException {
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
      }

      @Override
      public int read(byte[] into, int from, int length) throws IOException {
        if (atEnd()) {
          return -1;
        }
        var some = Math.min(length, end - at);
        System.arraycopy(buffer, at, into, from, some);
        at += some;
        return some;
      }
    };
  }

  private long skipSome(long bytes) throws IOException {
    requireWithin(bytes);
    try {
      return Math.max(0, in.skip(bytes));
    } catch (ZipException | EOFException e) {
      throw corrupt(e);
    }
  }

  private int readSome(byte[] into, int from, int length) throws IOException {
    requireWithin(0);
    try {
      return in.read(into, from, length);
    } catch (ZipException | EOFException e) {
      throw corrupt(e);
    }
  }

  private void requireWithin(long ahead) throws DicomException {
    if (ahead > limitBytes - bufferOffset - end) {
      throw DicomException.at(position(), Kind.LIMIT, "More than " + limitBytes + " bytes");
    }
  }

  private DicomException corrupt(IOException e) {
    var kind = e instanceof EOFException ? Kind.TRUNCATED : Kind.MALFORMED;
    var fault = DicomException.at(position(), kind, "The deflated stream breaks off");
    fault.initCause(e);
    return fault;
  }
}
