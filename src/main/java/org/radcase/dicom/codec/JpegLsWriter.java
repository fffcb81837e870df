package org.radcase.dicom.codec;

import java.io.ByteArrayOutputStream;

/**
 * Writes one lossless JPEG-LS stream with a single scan. For one thread. Source: ITU-T T.87 annexes A
 * to C.
 */
final class JpegLsWriter {
  private static final int MOST_COMPONENTS = 4;

  private final byte[] samples;
  private final FrameShape shape;
  private final int bits;
  private final int bitsStored;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  JpegLsWriter(byte[] samples, FrameShape shape, int bitsStored) {
    var fits = samples.length == shape.bytes()
        && shape.samplesPerPixel() <= MOST_COMPONENTS
        && Math.max(shape.rows(), shape.columns()) <= 0xFFFF
        && (bitsStored >= 1 && bitsStored <= Math.min(16, 8 * shape.sampleBytes()));
    if (!fits) {
      throw new IllegalArgumentException("JPEG-LS cannot hold " + bitsStored + " bits of " + shape);
    }
    this.samples = samples;
    this.shape = shape;
    this.bitsStored = bitsStored;
    bits = Math.max(2, bitsStored); // T.87 has no smaller precision
  }

  byte[] encode() {
    writeHeaders();
    var width = shape.columns();
    var components = shape.samplesPerPixel();
    var scan = new JpegLsScanWriter(out, JpegLsPresets.lossless(bits), width, components);
    for (var row = 0; row < shape.rows(); row++) {
      for (var component = 0; component < components; component++) {
        load(scan.nextLine(component), row, component);
        scan.writeLine(component);
      }
    }
    scan.finish();
    if (out.size() % 2 != 0) {
      out.write(0xFF); // a fill byte before the marker, PS3.5 A.4
    }
    write(0xFF, 0xD9);
    return out.toByteArray();
  }

  private void writeHeaders() {
    var components = shape.samplesPerPixel();
    write(0xFF, 0xD8, 0xFF, 0xF7, 0, 8 + 3 * components, bits);
    write(shape.rows() >> 8, shape.rows(), shape.columns() >> 8, shape.columns(), components);
    for (var component = 1; component <= components; component++) {
      write(component, 0x11, 0);
    }
    write(0xFF, 0xDA, 0, 6 + 2 * components, components);
    for (var component = 1; component <= components; component++) {
      write(component, 0);
    }
    write(0, components > 1 ? 1 : 0, 0);
  }

  private void load(int[] line, int row, int component) {
    var bytes = shape.sampleBytes();
    var step = shape.samplesPerPixel() * bytes;
    var from = row * shape.columns() * step + component * bytes;
    var mask = (1 << bitsStored) - 1;
    for (var x = 1; x <= shape.columns(); x++, from += step) {
      var high = bytes > 1 ? samples[from + 1] << 8 : 0;
      line[x] = (high | (samples[from] & 0xFF)) & mask;
    }
  }

  private void write(int... bytes) {
    for (var b : bytes) {
      out.write(b);
    }
  }
}
