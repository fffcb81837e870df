package org.radcase.dicom.render;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.DataSetBuilder;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.TransferSyntax;
import org.radcase.dicom.data.VR;
import org.radcase.dicom.pixel.FrameDecoder;

/** Small images that tests make themselves, and what became of them. */
final class Rendered {
  private Rendered() {}

  /** The first frame of an image, from the native samples given. */
  static BufferedImage of(DataSet image, byte[] frame, RenderOptions options) throws IOException {
    return of(image, 0, frame, options);
  }

  static BufferedImage of(DataSet image, int frameIndex, byte[] frame, RenderOptions options)
      throws IOException {
    var display = FrameDisplay.of(image, frameIndex, offset -> InputStream.nullInputStream());
    var samples = FrameDecoder.decode(
        frame, display.description().layout(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    return FrameRenderer.render(samples, display, options);
  }

  /** A grey image without a window. */
  static DataSetBuilder grey(int rows, int columns, int allocated, int stored, int representation) {
    return DataSet.builder()
        .putString(Tag.MODALITY, "OT")
        .putString(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
        .putInts(Tag.SAMPLES_PER_PIXEL, VR.US, 1)
        .putInts(Tag.ROWS, VR.US, rows)
        .putInts(Tag.COLUMNS, VR.US, columns)
        .putInts(Tag.BITS_ALLOCATED, VR.US, allocated)
        .putInts(Tag.BITS_STORED, VR.US, stored)
        .putInts(Tag.HIGH_BIT, VR.US, stored - 1)
        .putInts(Tag.PIXEL_REPRESENTATION, VR.US, representation);
  }

  /** Words of two bytes, little endian. */
  static byte[] words(int... values) {
    var bytes = new byte[values.length * 2];
    for (var i = 0; i < values.length; i++) {
      bytes[2 * i] = (byte) values[i];
      bytes[2 * i + 1] = (byte) (values[i] >> 8);
    }
    return bytes;
  }

  static int[] greys(BufferedImage picture) {
    return picture.getRaster().getSamples(0, 0, picture.getWidth(), picture.getHeight(), 0, (int[])
        null);
  }

  /** As 0xRRGGBB. */
  static int[] colors(BufferedImage picture) {
    var colors = new int[picture.getWidth() * picture.getHeight()];
    picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), colors, 0, picture.getWidth());
    for (var i = 0; i < colors.length; i++) {
      colors[i] &= 0xFFFFFF;
    }
    return colors;
  }
}
