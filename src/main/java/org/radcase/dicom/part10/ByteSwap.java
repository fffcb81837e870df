package org.radcase.dicom.part10;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Turns words round between big and little endian. */
public final class ByteSwap {
  private static final int BUFFER_BYTES = 64 * 1024; // a multiple of every word size

  private ByteSwap() {}

  /** Reverses each whole word of {@code wordBytes} (1, 2, 4 or 8) among the first {@code length}. */
  public static void inPlace(byte[] bytes, int length, int wordBytes) {
    if (wordBytes == 1) {
      return;
    }
    for (var word = 0; word + wordBytes <= length; word += wordBytes) {
      for (int low = word, high = word + wordBytes - 1; low < high; low++, high--) {
        var kept = bytes[low];
        bytes[low] = bytes[high];
        bytes[high] = kept;
      }
    }
  }

  /**
   * Copies with the words turned round; 1 copies as it is.
   *
   * @return the bytes copied, fewer than asked if {@code in} ends
   */
  public static long copy(InputStream in, long lengthBytes, int wordBytes, OutputStream out)
      throws IOException {
    var buffer = new byte[(int) Math.min(BUFFER_BYTES, Math.max(8, lengthBytes))];
    var copied = 0L;
    while (copied < lengthBytes) {
      var wanted = (int) Math.min(buffer.length, lengthBytes - copied);
      var read = in.readNBytes(buffer, 0, wanted);
      inPlace(buffer, read, wordBytes);
      out.write(buffer, 0, read);
      copied += read;
      if (read < wanted) {
        break;
      }
    }
    return copied;
  }
}
