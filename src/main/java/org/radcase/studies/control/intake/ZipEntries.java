package org.radcase.studies.control.intake;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.radcase.studies.entity.Refusal;

/**
 * The files of a zip, one after the other as the stream brings them, in constant memory. The names
 * never become paths, but one that tries to climb says that the archive is not honest. For one
 * thread.
 */
final class ZipEntries {
  /** Compresses better than any image does; measured only once there is something to measure. */
  private static final long MOST_RATIO = 250;

  private static final long UNSUSPICIOUS_BYTES = 64 << 20;

  /** More than all the slices of any study. */
  private static final long MOST_BYTES = 64L << 30;

  private final CountingStream raw;
  private final ZipInputStream zip;
  private final long mostBytes;
  private long inflatedBytes;

  ZipEntries(InputStream in) {
    this(in, MOST_BYTES);
  }

  ZipEntries(InputStream in, long mostBytes) {
    this.mostBytes = mostBytes;
    raw = new CountingStream(in);
    zip = new ZipInputStream(raw);
  }

  /** A zip begins with the signature of a local file, or of the end of an empty archive. */
  static boolean announcedBy(byte[] start) {
    return start.length >= 4
        && start[0] == 'P'
        && start[1] == 'K'
        && ((start[2] == 3 && start[3] == 4) || (start[2] == 5 && start[3] == 6));
  }

  interface Taker {
    /** @throws IOException only if the rest cannot be read either */
    void take(String name, InputStream content) throws IOException;
  }

  /**
   * Gives every file to the taker.
   *
   * @throws RefusedException zip.unreadable, zip.bomb; files given before that are not affected
   */
  void forEach(Taker taker) throws IOException {
    for (var entry = next(); entry != null; entry = next()) {
      if (entry.isDirectory()) continue;
      var content = new Inflated();
      taker.take(entry.getName(), content);
      // Read to the end here: what the archive would skip by itself is not counted.
      content.transferTo(OutputStream.nullOutputStream());
    }
  }

  static boolean isUnsafe(String name) {
    return name.startsWith("/")
        || name.indexOf('\0') >= 0
        || name.matches("[A-Za-z]:.*")
        || name.matches("(.*[/\\\\])?\\.\\.([/\\\\].*)?");
  }

  private @Nullable ZipEntry next() throws IOException {
    try {
      return zip.getNextEntry();
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw unreadable();
    }
  }

  private static RefusedException unreadable() {
    return new RefusedException(Refusal.ZIP_UNREADABLE, "The zip is damaged from here on");
  }

  private final class Inflated extends InputStream {
    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        var read = zip.read(bytes, offset, length);
        if (read > 0) count(read);
        return read;
      } catch (ZipException | EOFException e) {
        throw unreadable();
      }
    }

    private void count(int read) throws RefusedException {
      inflatedBytes += read;
      if (inflatedBytes > mostBytes) {
        throw new RefusedException(
            Refusal.ZIP_BOMB, "The zip unpacks to more than " + mostBytes + " bytes");
      }
      if (inflatedBytes > UNSUSPICIOUS_BYTES && inflatedBytes / MOST_RATIO > raw.count()) {
        throw new RefusedException(
            Refusal.ZIP_BOMB, "The zip unpacks to more than " + MOST_RATIO + " times its size");
      }
    }
  }
}
