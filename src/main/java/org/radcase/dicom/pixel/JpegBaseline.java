package org.radcase.dicom.pixel;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;

/**
 * JPEG of eight bits by the JDK's reader, without its colour conversion: what the components are, the
 * data set says, unless the bitstream contradicts it. Source: PS3.5 section 8.2.1, ITU-T T.81, T.871.
 */
final class JpegBaseline {
  private JpegBaseline() {}

  static FrameDecoder.Samples decode(byte[] frame, PixelLayout layout) throws DicomException {
    if (layout.bitsAllocated() != 8) {
      throw DicomException.of(Kind.NOT_DECODABLE, "JPEG of more than eight bits");
    }
    var raster = read(frame, layout);
    if (raster.getNumBands() != layout.samplesPerPixel()) {
      throw DicomException.of(
          Kind.MALFORMED, raster.getNumBands() + " components where the data set names others");
    }
    var samples = new byte[layout.pixels() * layout.samplesPerPixel()];
    var pixel = 0;
    var row = new int[layout.columns() * layout.samplesPerPixel()];
    for (var y = 0; y < layout.rows(); y++) {
      raster.getPixels(0, y, layout.columns(), 1, row);
      for (var sample : row) {
        samples[pixel++] = (byte) sample;
      }
    }
    return new FrameDecoder.Samples(samples, layout.decoded(colors(frame, layout)));
  }

  private static Raster read(byte[] frame, PixelLayout layout) throws DicomException {
    var reader = reader();
    try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(frame))) {
      reader.setInput(in, true, true);
      if (reader.getWidth(0) != layout.columns() || reader.getHeight(0) != layout.rows()) {
        throw DicomException.of(Kind.MALFORMED, "The JPEG is not of Rows by Columns");
      }
      return reader.readRaster(0, null);
    } catch (DicomException e) {
      throw e;
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      // The JDK's reader answers hostile bytes with any of these.
      var fault = DicomException.of(Kind.NOT_DECODABLE, "The JPEG cannot be decoded");
      fault.initCause(e);
      throw fault;
    } finally {
      reader.dispose();
    }
  }

  private static ImageReader reader() {
    return ImageIO.getImageReadersByFormatName("jpeg").next();
  }

  /** A JFIF file is YCbCr by definition, whatever the data set says. */
  private static Photometric colors(byte[] frame, PixelLayout layout) {
    if (layout.samplesPerPixel() != 3) {
      return layout.photometric();
    }
    var isJfif = frame.length > 10 && frame[2] == (byte) 0xFF && frame[3] == (byte) 0xE0;
    return layout.photometric() == Photometric.RGB && !isJfif
        ? Photometric.RGB
        : Photometric.YBR_FULL;
  }
}
