package org.radcase.dicom.render;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;
import org.radcase.dicom.pixel.FrameDecoder.Samples;
import org.radcase.dicom.pixel.Photometric;
import org.radcase.dicom.pixel.PixelLayout;
import org.radcase.dicom.pixel.StoredValues;

/** Colour frames as RGB of eight bits. Source: PS3.3 C.7.6.3.1.2, C.7.6.3.1.3. */
final class Colors {
  private Colors() {}

  static BufferedImage render(Samples samples, FrameDisplay display) throws DicomException {
    var layout = samples.layout();
    var image = new BufferedImage(layout.columns(), layout.rows(), BufferedImage.TYPE_INT_RGB);
    var rgb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    switch (layout.photometric()) {
      case PALETTE_COLOR -> palette(samples, display, rgb);
      // To undo YBR_RCT and YBR_ICT is a part of JPEG 2000: samples are RGB when they come out of
      // it.
      case RGB, YBR_FULL, YBR_RCT, YBR_ICT -> threes(samples, rgb);
      case YBR_FULL_422 -> halved(samples, Ybr.FULL, rgb);
      case YBR_PARTIAL_422 -> halved(samples, Ybr.PARTIAL, rgb);
      default ->
        throw DicomException.of(
            Kind.NOT_DECODABLE, layout.photometric().term() + " is not rendered here");
    }
    return image;
  }

  private static void palette(Samples samples, FrameDisplay display, int[] rgb)
      throws DicomException {
    if (display.palette().isEmpty()) {
      throw DicomException.of(Kind.NOT_DECODABLE, "The palette is missing or broken");
    }
    var palette = display.palette().get();
    var values = StoredValues.of(samples);
    for (var i = 0; i < rgb.length; i++) {
      rgb[i] = palette.colorOf(values[i]);
    }
  }

  private static void threes(Samples samples, int[] rgb) throws DicomException {
    var layout = samples.layout();
    if (layout.samplesPerPixel() != 3 || layout.bitsAllocated() < 8) {
      throw DicomException.of(Kind.NOT_DECODABLE, "Colour has three samples of 8 bits or more");
    }
    var bytes = samples.bytes();
    var size = layout.bitsAllocated() / 8;
    var planar = layout.planarConfiguration() == 1;
    var pixelStep = planar ? size : 3 * size;
    var planeStep = planar ? size * rgb.length : size;
    var isYbr = layout.photometric() == Photometric.YBR_FULL;
    for (var i = 0; i < rgb.length; i++) {
      var at = i * pixelStep;
      var first = upper(bytes, at, layout);
      var second = upper(bytes, at + planeStep, layout);
      var third = upper(bytes, at + 2 * planeStep, layout);
      rgb[i] = isYbr ? Ybr.FULL.rgbOf(first, second, third) : (first << 16) | (second << 8) | third;
    }
  }

  /** The upper eight bits of an unsigned sample, of up to 32 bits. */
  private static int upper(byte[] bytes, int at, PixelLayout layout) {
    if (layout.bitsAllocated() == 8) {
      return bytes[at] & 0xFF;
    }
    var value = 0L;
    for (var i = layout.bitsAllocated() / 8 - 1; i >= 0; i--) {
      value = (value << 8) | (bytes[at + i] & 0xFF);
    }
    var shift = layout.highBit() - 7;
    return (int) (shift > 0 ? value >>> shift : value) & 0xFF;
  }

  /** Y1 Y2 Cb Cr for two pixels side by side. */
  private static void halved(Samples samples, Ybr ybr, int[] rgb) throws DicomException {
    if (samples.layout().bitsAllocated() != 8 || samples.layout().columns() % 2 != 0) {
      throw DicomException.of(Kind.NOT_DECODABLE, "4:2:2 has pairs of pixels of 8 bits");
    }
    var bytes = samples.bytes();
    for (var i = 0; i + 1 < rgb.length; i += 2) {
      var cb = bytes[2 * i + 2] & 0xFF;
      var cr = bytes[2 * i + 3] & 0xFF;
      rgb[i] = ybr.rgbOf(bytes[2 * i] & 0xFF, cb, cr);
      rgb[i + 1] = ybr.rgbOf(bytes[2 * i + 1] & 0xFF, cb, cr);
    }
  }
}
