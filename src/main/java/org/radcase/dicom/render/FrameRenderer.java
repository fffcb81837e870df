package org.radcase.dicom.render;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.DataBufferUShort;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;
import org.radcase.dicom.lut.Window;
import org.radcase.dicom.pixel.FrameDecoder.Samples;
import org.radcase.dicom.render.RenderOptions.Layer;

/**
 * Frames as pictures, pixel for pixel: grey ones through their LUTs, colour ones as RGB, then shutters
 * and overlays. Needs no display (java.awt headless). Source: PS3.4 N.2.
 */
public final class FrameRenderer {
  private static final int WHITE = 0xFFFF;

  private FrameRenderer() {}

  /**
   * Renders one frame.
   *
   * @return of TYPE_BYTE_GRAY, TYPE_USHORT_GRAY or TYPE_INT_RGB
   * @throws DicomException NOT_DECODABLE if this toolkit cannot, or if a VOI LUT was chosen for a
   *     frame that is not grey
   */
  public static BufferedImage render(Samples samples, FrameDisplay display, RenderOptions options)
      throws DicomException {
    var isGrey = samples.layout().photometric().isMonochrome();
    if (!isGrey && options.voiLut().isPresent()) {
      throw DicomException.of(Kind.NOT_DECODABLE, "A window is for grey images");
    }
    var picture = isGrey ? Grey.render(samples, display, options) : Colors.render(samples, display);
    if (options.layers().contains(Layer.OVERLAYS)) {
      var mark = brush(picture, WHITE);
      display.overlays().forEach(overlay -> overlay.forEachMark(samples, mark));
    }
    if (options.layers().contains(Layer.SHUTTERS)) {
      var shutter = display.shutter();
      var hide = brush(picture, shutter.presentationValue());
      shutter.forEachHidden(samples.layout(), hide);
      display.shutterBitmap().ifPresent(bitmap -> bitmap.forEachMark(samples, hide));
    }
    return picture;
  }

  /**
   * Where the overlay planes mark a frame, a bitmap shutter left out.
   *
   * @return one bit a pixel, row by row without padding, the lowest bit of a byte first
   */
  public static byte[] overlayMask(Samples samples, FrameDisplay display) {
    var bits = new byte[(samples.layout().pixels() + 7) / 8];
    display
        .overlays()
        .forEach(overlay ->
            overlay.forEachMark(samples, index -> bits[index >> 3] |= (byte) (1 << (index & 7))));
    return bits;
  }

  /** The window at which a frame is rendered if nobody chooses one; none for colour and for tables. */
  public static Optional<Window> defaultWindow(Samples samples, FrameDisplay display)
      throws DicomException {
    if (!samples.layout().photometric().isMonochrome()) return Optional.empty();
    return DefaultVoiLut.of(GreyValues.of(samples), display) instanceof Window window
        ? Optional.of(window)
        : Optional.empty();
  }

  /** Puts a P-Value of 16 bits at the index of a pixel. */
  private static IntConsumer brush(BufferedImage picture, int pValue) {
    var eight = pValue >> 8;
    var pixels = picture.getRaster().getDataBuffer();
    if (pixels instanceof DataBufferByte bytes) {
      var data = bytes.getData();
      return index -> data[index] = (byte) eight;
    }
    if (pixels instanceof DataBufferUShort words) {
      var data = words.getData();
      return index -> data[index] = (short) pValue;
    }
    var data = ((DataBufferInt) pixels).getData();
    return index -> data[index] = (eight << 16) | (eight << 8) | eight;
  }
}
