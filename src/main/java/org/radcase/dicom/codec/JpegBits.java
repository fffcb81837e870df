package org.radcase.dicom.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;

/**
 * The bits of one entropy-coded segment after another, the highest of a byte first, the zero byte
 * after each 0xFF taken out. Source: ITU-T T.81 F.1.2.3, F.2.2.
 *
 * <p>The next bits stand at the top of a window of 64; it is filled by whole words where no byte is
 * 0xFF. Past the segment's end zeros are read, so that no reading needs a test of its own; they are
 * counted, and whoever has read a line asks {@link #requireRead}. For one thread.
 */
final class JpegBits {
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final long EACH_LOW_BIT = 0x0101_0101_0101_0101L;
  private static final long EACH_HIGH_BIT = 0x8080_8080_8080_8080L;
  private static final int RST0 = 0xD0;

  /** Enough for the longest code, of 16 bits, and the longest value behind it, of 15. */
  private static final int MOST_AT_ONCE = 31;

  private final byte[] bytes;
  private final Work work;
  private int at;
  private long window;
  /** Bits in the window, invented ones included. */
  private int count;
  /** Zeros given since the segment's end; more than {@code count} means that some were read. */
  private int invented;

  /**
   * @param begin offset of the first entropy-coded byte
   * @param work that decoding them takes
   */
  JpegBits(byte[] bytes, int begin, Work work) {
    this.work = work;
    this.bytes = bytes;
    this.at = begin;
  }

  /**
   * Decodes a code and the value behind it: a difference of DC or lossless coding, or, of a table of
   * AC coefficients, the value alone.
   *
   * @return an entry of {@link JpegHuffman}, its value made whole
   * @throws DicomException MALFORMED if no code begins like this, TRUNCATED past the end
   */
  int entry(JpegHuffman table) throws DicomException {
    if (count < MOST_AT_ONCE) {
      fill();
    }
    var entry = table.shortEntry(window);
    if (JpegHuffman.isUnknown(entry)) {
      entry = table.longEntry(window);
      if (JpegHuffman.isUnknown(entry)) {
        throw noCode();
      }
    }
    var length = JpegHuffman.length(entry);
    var next = window << length;
    var extra = JpegHuffman.extraBits(entry);
    if (extra == 0) {
      window = next;
      count -= length;
      return entry;
    }
    window = next << extra;
    count -= length + extra;
    return JpegHuffman.withValue(entry, JpegHuffman.extended((int) (next >>> (64 - extra)), extra));
  }

  /**
   * Fills an array with differences: what calls of {@link #entry} would give, but with the window
   * kept out of memory meanwhile.
   *
   * @throws DicomException MALFORMED or TRUNCATED
   */
  void differences(JpegHuffman table, int[] into) throws DicomException {
    var bits = window;
    var left = count;
    for (var i = 0; i < into.length; i++) {
      if (left < MOST_AT_ONCE) {
        window = bits;
        count = left;
        fill();
        bits = window;
        left = count;
      }
      var entry = table.shortEntry(bits);
      var length = JpegHuffman.length(entry);
      if (length == 0 || JpegHuffman.extraBits(entry) > 0) {
        window = bits;
        count = left;
        entry = entry(table);
        bits = window;
        left = count;
      } else {
        bits <<= length;
        left -= length;
      }
      into[i] = JpegHuffman.value(entry);
    }
    window = bits;
    count = left;
  }

  private void fill() {
    if (at <= bytes.length - 8) {
      var word = (long) WORD.get(bytes, at);
      // A byte that is 0xFF has its high bit set, and loses it when one is added.
      if ((word & ~(word + EACH_LOW_BIT) & EACH_HIGH_BIT) == 0) {
        window |= word >>> count; // bits beyond the last whole byte are given again next time
        var taken = (64 - count) >>> 3;
        at += taken;
        count += taken << 3;
        return;
      }
    }
    fillBytewise();
  }

  private void fillBytewise() {
    while (count <= 56) {
      if (at >= bytes.length || (bytes[at] == -1 && !isStuffed())) {
        invented += 64 - count;
        count = 64;
        return;
      }
      window |= (bytes[at] & 0xFFL) << (56 - count);
      count += 8;
      at += bytes[at] == -1 ? 2 : 1;
    }
  }

  private boolean isStuffed() {
    return at + 1 < bytes.length && bytes[at + 1] == 0;
  }

  /**
   * Checks that all bits read were there.
   *
   * @throws DicomException TRUNCATED at the end of the segment
   */
  void requireRead() throws DicomException {
    if (count < invented) {
      throw DicomException.at(at, Kind.TRUNCATED, "The JPEG's entropy-coded data ends too early");
    }
  }

  /** Counts the steps that were made since; each has bits or a sample to pay for it. */
  void takeWork(long steps) throws DicomException {
    work.take(steps, at);
  }

  /**
   * Goes to the next restart interval. Stricter than most readers, which would guess.
   *
   * @param number of the interval that ends, from 0
   * @throws DicomException TRUNCATED, or MALFORMED if there is anything but the marker
   */
  void restart(int number) throws DicomException {
    while (count <= 56) {
      fillBytewise();
    }
    requireRead();
    if (count - invented >= 8) {
      throw DicomException.at(at, Kind.MALFORMED, "A JPEG restart interval is too long");
    }
    while (at + 1 < bytes.length && bytes[at + 1] == -1) {
      at++;
    }
    if (at + 1 >= bytes.length) {
      throw DicomException.at(at, Kind.TRUNCATED, "The JPEG ends in a scan");
    }
    if ((bytes[at + 1] & 0xFF) != RST0 + (number & 7)) {
      throw DicomException.at(at, Kind.MALFORMED, "Not the JPEG restart marker that is due");
    }
    at += 2;
    window = 0;
    count = 0;
    invented = 0;
  }

  /**
   * Ends the scan: the offset of the next marker, or of the stream's end. Some encoders leave bytes
   * or a restart marker behind the last sample.
   */
  int end() throws DicomException {
    requireRead();
    for (var i = at; i + 1 < bytes.length; i++) {
      var code = bytes[i + 1] & 0xFF;
      if (bytes[i] == -1 && code != 0 && code != 0xFF && (code & 0xF8) != RST0) {
        return i;
      }
    }
    return bytes.length;
  }

  private DicomException noCode() {
    var kind = count - invented < JpegHuffman.LONGEST ? Kind.TRUNCATED : Kind.MALFORMED;
    return DicomException.at(at, kind, "Bits that are no Huffman code of the JPEG");
  }

  /** The fault of bits that mean nothing; if they are past the end, that is the fault. */
  DicomException malformed(String message) throws DicomException {
    requireRead();
    return DicomException.at(at, Kind.MALFORMED, message);
  }
}
