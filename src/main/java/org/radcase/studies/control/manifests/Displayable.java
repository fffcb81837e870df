package org.radcase.studies.control.manifests;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.radcase.dicom.data.TransferSyntax;
import org.radcase.dicom.data.TransferSyntax.Codec;
import org.radcase.dicom.pixel.PixelLayout;
import org.radcase.dicom.pixel.PixelLayout.SampleKind;

/** What the viewer can show, which is what {@code app/dicom/decode-frame.js} can decode. */
final class Displayable {
  private static final Set<Codec> DECODED = EnumSet.of(
      Codec.NATIVE,
      Codec.RLE,
      Codec.DEFLATED_FRAME,
      Codec.JPEG_BASELINE,
      Codec.JPEG_EXTENDED,
      Codec.JPEG_LOSSLESS,
      Codec.JPEG_LS,
      Codec.JPEG_2000,
      Codec.HTJ2K);

  /** Those that carry samples of any width. */
  private static final Set<Codec> OF_ANY_WIDTH =
      EnumSet.of(Codec.NATIVE, Codec.RLE, Codec.DEFLATED_FRAME);

  private Displayable() {}

  /** Returns the reason in words, or null if nothing hinders. */
  static @Nullable String whyNot(PixelLayout layout, TransferSyntax syntax, boolean hasPalette) {
    if (!DECODED.contains(syntax.codec())) {
      return "The viewer cannot decode " + syntax.keyword();
    }
    var term = layout.photometric().term();
    var most = OF_ANY_WIDTH.contains(syntax.codec()) ? 32 : 16;
    var isWide = layout.sampleKind() == SampleKind.INTEGER && layout.bitsAllocated() > most;
    if (isWide) {
      return "The viewer cannot show " + layout.bitsAllocated() + " bits a sample";
    }
    var fits =
        switch (layout.photometric()) {
          case MONOCHROME1, MONOCHROME2 -> layout.samplesPerPixel() == 1;
          case PALETTE_COLOR ->
            layout.samplesPerPixel() == 1 && layout.sampleKind() == SampleKind.INTEGER;
          case RGB, YBR_FULL, YBR_RCT, YBR_ICT ->
            layout.samplesPerPixel() == 3 && layout.bitsAllocated() >= 8;
          case YBR_FULL_422, YBR_PARTIAL_422 ->
            layout.samplesPerPixel() == 3
                && layout.bitsAllocated() == 8
                && layout.columns() % 2 == 0;
          default -> false;
        };
    if (!fits) {
      return "The viewer cannot show " + term + " of " + layout.samplesPerPixel() + " samples of "
          + layout.bitsAllocated() + " bits";
    }
    return term.equals("PALETTE COLOR") && !hasPalette
        ? "The palette is missing, broken or too long"
        : null;
  }
}
