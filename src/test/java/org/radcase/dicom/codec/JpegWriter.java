package org.radcase.dicom.codec;

import java.io.ByteArrayOutputStream;

/** Writes JPEG streams for tests, lies included: markers, segments, and bits with their stuffing. */
final class JpegWriter {
  static final int SOF0 = 0xC0;
  static final int SOF1 = 0xC1;
  static final int SOF3 = 0xC3;
  static final int DHT = 0xC4;
  static final int RST0 = 0xD0;
  static final int SOI = 0xD8;
  static final int EOI = 0xD9;
  static final int SOS = 0xDA;
  static final int DQT = 0xDB;
  static final int DRI = 0xDD;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private long pending;
  private int pendingBits;

  JpegWriter marker(int code) {
    out.write(0xFF);
    out.write(code);
    return this;
  }

  JpegWriter raw(int... values) {
    for (var value : values) {
      out.write(value);
    }
    return this;
  }

  JpegWriter segment(int code, int... values) {
    marker(code).u16(values.length + 2);
    return raw(values);
  }

  JpegWriter restartInterval(int mcus) {
    return segment(DRI, mcus >> 8, mcus);
  }

  /**
   * A frame header.
   *
   * @param sampling for each component its factors, 0x11 for one by one
   */
  JpegWriter frame(int code, int bits, int rows, int columns, int... sampling) {
    var values = new int[6 + 3 * sampling.length];
    values[0] = bits;
    values[1] = rows >> 8;
    values[2] = rows;
    values[3] = columns >> 8;
    values[4] = columns;
    values[5] = sampling.length;
    for (var i = 0; i < sampling.length; i++) {
      values[6 + 3 * i] = i + 1;
      values[7 + 3 * i] = sampling[i];
    }
    return segment(code, values);
  }

  /** A scan header for the components of these indexes, all of tables 0. */
  JpegWriter scan(int selection, int pointTransform, int... components) {
    var values = new int[4 + 2 * components.length];
    values[0] = components.length;
    for (var i = 0; i < components.length; i++) {
      values[1 + 2 * i] = components[i] + 1;
    }
    values[values.length - 3] = selection;
    values[values.length - 2] = selection == 0 ? 63 : 0;
    values[values.length - 1] = pointTransform;
    return segment(SOS, values);
  }

  JpegWriter bits(int value, int count) {
    for (var i = count - 1; i >= 0; i--) {
      pending = pending << 1 | (value >> i & 1);
      if (++pendingBits == 8) {
        out.write((int) pending);
        if (pending == 0xFF) {
          out.write(0);
        }
        pending = 0;
        pendingBits = 0;
      }
    }
    return this;
  }

  /** Fills the last byte with ones. */
  JpegWriter align() {
    while (pendingBits > 0) {
      bits(1, 1);
    }
    return this;
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  private void u16(int value) {
    raw(value >> 8, value);
  }
}
