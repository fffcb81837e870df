package org.radcase.dicom.render;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.lut.VoiLut;
import org.radcase.dicom.pixel.FrameDecoder.Samples;

/**
 * Grey frames: stored values → modality LUT → VOI LUT → presentation LUT → P-Values, of which 0 is
 * black. Source: PS3.4 N.2.1; PS3.3 C.7.5.1.1.2 for padding.
 */
final class Grey {
  private static final int WHITE_8 = 0xFF;
  private static final int WHITE_16 = 0xFFFF;

  private final FrameDisplay display;
  private final VoiLut voiLut;

  private Grey(FrameDisplay display, VoiLut voiLut) {
    this.display = display;
    this.voiLut = voiLut;
  }

  static BufferedImage render(Samples samples, FrameDisplay display, RenderOptions options)
      throws DicomException {
    var values = GreyValues.of(samples);
    var voiLut = options.voiLut().orElseGet(() -> DefaultVoiLut.of(values, display));
    var grey = new Grey(display, voiLut);
    var layout = samples.layout();
    return switch (options.depth()) {
      case EIGHT_BITS -> grey.eightBits(values, layout.columns(), layout.rows());
      case SIXTEEN_BITS -> grey.sixteenBits(values, layout.columns(), layout.rows());
    };
  }

  private BufferedImage eightBits(GreyValues values, int width, int height) {
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    var pixels = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    if (values instanceof GreyValues.Tabular tabular) {
      var table = new byte[tabular.span()];
      for (var i = 0; i < table.length; i++) {
        table[i] = (byte) pValueOf(tabular.lowest() + i, WHITE_8);
      }
      var stored = tabular.values();
      for (var i = 0; i < pixels.length; i++) {
        pixels[i] = table[stored[i] - tabular.lowest()];
      }
    } else {
      var stored = ((GreyValues.Wide) values).values();
      for (var i = 0; i < pixels.length; i++) {
        pixels[i] = (byte) pValueOf(stored[i], WHITE_8);
      }
    }
    return picture;
  }

  private BufferedImage sixteenBits(GreyValues values, int width, int height) {
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_USHORT_GRAY);
    var pixels = ((DataBufferUShort) picture.getRaster().getDataBuffer()).getData();
    if (values instanceof GreyValues.Tabular tabular) {
      var table = new short[tabular.span()];
      for (var i = 0; i < table.length; i++) {
        table[i] = (short) pValueOf(tabular.lowest() + i, WHITE_16);
      }
      var stored = tabular.values();
      for (var i = 0; i < pixels.length; i++) {
        pixels[i] = table[stored[i] - tabular.lowest()];
      }
    } else {
      var stored = ((GreyValues.Wide) values).values();
      for (var i = 0; i < pixels.length; i++) {
        pixels[i] = (short) pValueOf(stored[i], WHITE_16);
      }
    }
    return picture;
  }

  /** From 0 to {@code white}. */
  private int pValueOf(double storedValue, int white) {
    if (!Double.isFinite(storedValue) || isPadding(storedValue)) {
      return 0;
    }
    var modalityValue = display.modalityLut().modalityValueOf(storedValue);
    var pValue = display.presentationLut().pValueOf(voiLut.displayOf(modalityValue));
    return (int) (pValue * white + 0.5);
  }

  private boolean isPadding(double storedValue) {
    var padding = display.description().padding();
    return padding.isPresent() && padding.get().contains(storedValue);
  }
}
