package org.radcase.dicom.codec;

/**
 * The samples of one component: every so many bytes of an image, or an array of its own while it has
 * fewer than the image. For one thread.
 */
final class JpegPlane {
  private final byte[] bytes;
  private final int first;
  private final int step;
  private final int sampleBytes;
  private final int width;
  private final int height;

  private JpegPlane(byte[] bytes, int first, int step, int sampleBytes, int width, int height) {
    this.bytes = bytes;
    this.first = first;
    this.step = step;
    this.sampleBytes = sampleBytes;
    this.width = width;
    this.height = height;
  }

  /** A component of {@code samples}, in place. */
  static JpegPlane within(byte[] samples, FrameShape shape, int component) {
    return new JpegPlane(
        samples,
        component * shape.sampleBytes(),
        shape.samplesPerPixel() * shape.sampleBytes(),
        shape.sampleBytes(),
        shape.columns(),
        shape.rows());
  }

  /** A component by itself. */
  static JpegPlane apart(int width, int height, int sampleBytes) {
    var bytes = new byte[Math.multiplyExact(Math.multiplyExact(width, height), sampleBytes)];
    return new JpegPlane(bytes, 0, sampleBytes, sampleBytes, width, height);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  boolean contains(int x, int y) {
    return x < width && y < height;
  }

  /** Puts {@code int[8 * 8]} with its upper left sample at (x, y); what stands out is cut off. */
  void putBlock(int[] block, int x, int y) {
    var blockWidth = Math.min(8, width - x);
    var blockHeight = Math.min(8, height - y);
    for (var row = 0; row < blockHeight; row++) {
      put(block, 8 * row, blockWidth, 0, at(x, y + row));
    }
  }

  /** Puts a row, its values shifted up; what stands out is cut off. */
  void putLine(int[] line, int y, int shift) {
    put(line, 0, Math.min(line.length, width), shift, at(0, y));
  }

  /** Reads a row. */
  void getLine(int[] line, int y) {
    var from = at(0, y);
    for (var x = 0; x < width; x++, from += step) {
      line[x] = sampleBytes == 1
          ? bytes[from] & 0xFF
          : (bytes[from] & 0xFF) | (bytes[from + 1] & 0xFF) << 8;
    }
  }

  private void put(int[] values, int from, int count, int shift, int begin) {
    var at = begin;
    if (sampleBytes == 1) {
      for (var i = from; i < from + count; i++, at += step) {
        bytes[at] = (byte) (values[i] << shift);
      }
      return;
    }
    for (var i = from; i < from + count; i++, at += step) {
      var value = values[i] << shift;
      bytes[at] = (byte) value;
      bytes[at + 1] = (byte) (value >> 8);
    }
  }

  private int at(int x, int y) {
    return first + (y * width + x) * step;
  }
}
