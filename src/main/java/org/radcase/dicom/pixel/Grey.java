package org.radcase.dicom.pixel;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import org.radcase.dicom.data.DicomException;

/** Grey frames through rescale, window and polarity. Source: PS3.3 C.11.1, C.11.2, C.7.6.3.1.2. */
final class Grey {
  private static final int TABLE_BITS = 16;

  private Grey() {}

  static BufferedImage render(
      FrameDecoder.Samples samples, ImageDescription description, Window window)
      throws DicomException {
    var layout = samples.layout();
    var values = StoredValues.of(samples);
    var image = new BufferedImage(layout.columns(), layout.rows(), BufferedImage.TYPE_BYTE_GRAY);
    var grey = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    if (layout.bitsStored() <= TABLE_BITS) {
      var lowest = layout.isSigned() ? -(1 << (layout.bitsStored() - 1)) : 0;
      var table = table(lowest, 1 << layout.bitsStored(), description, window);
      for (var i = 0; i < grey.length; i++) {
        grey[i] = table[values[i] - lowest];
      }
    } else {
      for (var i = 0; i < grey.length; i++) {
        var stored = (double) (layout.isSigned() ? values[i] : values[i] & 0xFFFFFFFFL);
        grey[i] = greyOf(stored, description, window);
      }
    }
    return image;
  }

  private static byte[] table(
      int lowest, int entries, ImageDescription description, Window window) {
    var table = new byte[entries];
    for (var i = 0; i < entries; i++) {
      table[i] = greyOf(lowest + i, description, window);
    }
    return table;
  }

  private static byte greyOf(double storedValue, ImageDescription description, Window window) {
    var display = window.displayOf(description.rescale().modalityValueOf(storedValue));
    var inverted = description.layout().photometric() == Photometric.MONOCHROME1;
    return (byte) Math.round(255 * (inverted ? 1 - display : display));
  }
}
