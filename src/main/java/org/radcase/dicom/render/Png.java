package org.radcase.dicom.render;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.DataBufferUShort;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes rendered frames as PNG: grey of 8 or 16 bits, or RGB, with the ICC profile of the file. The
 * JDK's writer takes twice as long for a CT slice and no profile. Source: ISO/IEC 15948
 * (W3C PNG), sections 5, 9, 11.
 */
public final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int CHUNK_BYTES = 32 * 1024;
  private static final byte FILTER_UP = 2;

  private final DataOutputStream out;

  private Png(OutputStream out) {
    this.out = new DataOutputStream(out);
  }

  /** Writes a picture of {@link FrameRenderer}; the stream stays open. */
  public static void write(BufferedImage picture, OutputStream out) throws IOException {
    write(picture, Optional.empty(), out);
  }

  /** The same with a profile for RGB; grey pictures take none. */
  public static void write(BufferedImage picture, Optional<IccProfile> profile, OutputStream out)
      throws IOException {
    var rows = Rows.of(picture);
    var png = new Png(out);
    png.out.write(SIGNATURE);
    png.header(picture, rows);
    if (profile.isPresent() && rows.isColor()) {
      png.profile(profile.get());
    }
    png.data(rows, picture.getHeight());
    png.chunk("IEND", new byte[0], 0);
    png.out.flush();
  }

  private void header(BufferedImage picture, Rows rows) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var header = new DataOutputStream(bytes);
    header.writeInt(picture.getWidth());
    header.writeInt(picture.getHeight());
    header.writeByte(rows.bitDepth());
    header.writeByte(rows.isColor() ? 2 : 0);
    header.write(new byte[3]); // deflate, the five filters, not interlaced
    chunk("IHDR", bytes.toByteArray(), bytes.size());
  }

  private void profile(IccProfile profile) throws IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.write(new byte[] {'I', 'C', 'C', 0, 0}); // a name, its end, deflate
    try (var deflated = new DeflaterOutputStream(bytes)) {
      deflated.write(profile.bytes());
    }
    chunk("iCCP", bytes.toByteArray(), bytes.size());
  }

  /** Each row as its difference to the one above, which deflates well and costs one subtraction. */
  private void data(Rows rows, int height) throws IOException {
    var deflater = new Deflater(Deflater.BEST_SPEED);
    var deflated = new byte[CHUNK_BYTES];
    try {
      var above = new byte[rows.bytes()];
      var here = new byte[rows.bytes()];
      var filtered = new byte[rows.bytes() + 1];
      filtered[0] = FILTER_UP;
      var filled = 0;
      for (var y = 0; y <= height; y++) {
        if (y == height) {
          deflater.finish();
        } else {
          rows.read(y, here);
          for (var i = 0; i < here.length; i++) {
            filtered[i + 1] = (byte) (here[i] - above[i]);
          }
          deflater.setInput(filtered);
          var kept = above;
          above = here;
          here = kept;
        }
        while (y == height ? !deflater.finished() : !deflater.needsInput()) {
          filled += deflater.deflate(deflated, filled, deflated.length - filled);
          if (filled == deflated.length) {
            chunk("IDAT", deflated, filled);
            filled = 0;
          }
        }
      }
      chunk("IDAT", deflated, filled);
    } finally {
      deflater.end();
    }
  }

  private void chunk(String type, byte[] bytes, int length) throws IOException {
    var crc = new CRC32();
    out.writeInt(length);
    for (var i = 0; i < 4; i++) {
      out.write(type.charAt(i));
      crc.update(type.charAt(i));
    }
    out.write(bytes, 0, length);
    crc.update(bytes, 0, length);
    out.writeInt((int) crc.getValue());
  }

  /** The pixels of a picture as PNG has them, row by row. */
  private sealed interface Rows {
    static Rows of(BufferedImage picture) {
      var width = picture.getWidth();
      var pixels = picture.getRaster().getDataBuffer();
      return switch (picture.getType()) {
        case BufferedImage.TYPE_BYTE_GRAY -> new Grey8(((DataBufferByte) pixels).getData(), width);
        case BufferedImage.TYPE_USHORT_GRAY ->
          new Grey16(((DataBufferUShort) pixels).getData(), width);
        case BufferedImage.TYPE_INT_RGB -> new Rgb(((DataBufferInt) pixels).getData(), width);
        default -> throw new IllegalArgumentException("Not a picture of FrameRenderer");
      };
    }

    int bytes();

    int bitDepth();

    boolean isColor();

    void read(int y, byte[] row);
  }

  @SuppressWarnings("ArrayRecordComponent") // a picture's, and never compared
  private record Grey8(byte[] pixels, int width) implements Rows {
    @Override
    public int bytes() {
      return width;
    }

    @Override
    public int bitDepth() {
      return 8;
    }

    @Override
    public boolean isColor() {
      return false;
    }

    @Override
    public void read(int y, byte[] row) {
      System.arraycopy(pixels, y * width, row, 0, width);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // a picture's, and never compared
  private record Grey16(short[] pixels, int width) implements Rows {
    @Override
    public int bytes() {
      return 2 * width;
    }

    @Override
    public int bitDepth() {
      return 16;
    }

    @Override
    public boolean isColor() {
      return false;
    }

    @Override
    public void read(int y, byte[] row) {
      for (var x = 0; x < width; x++) {
        row[2 * x] = (byte) (pixels[y * width + x] >> 8);
        row[2 * x + 1] = (byte) pixels[y * width + x];
      }
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // a picture's, and never compared
  private record Rgb(int[] pixels, int width) implements Rows {
    @Override
    public int bytes() {
      return 3 * width;
    }

    @Override
    public int bitDepth() {
      return 8;
    }

    @Override
    public boolean isColor() {
      return true;
    }

    @Override
    public void read(int y, byte[] row) {
      for (var x = 0; x < width; x++) {
        var rgb = pixels[y * width + x];
        row[3 * x] = (byte) (rgb >> 16);
        row[3 * x + 1] = (byte) (rgb >> 8);
        row[3 * x + 2] = (byte) rgb;
      }
    }
  }
}
