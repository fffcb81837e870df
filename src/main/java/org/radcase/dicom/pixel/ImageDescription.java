package org.radcase.dicom.pixel;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.FunctionalGroups;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.lut.NamedWindow;
import org.radcase.dicom.lut.Rescale;
import org.radcase.dicom.lut.Windows;

/**
 * What a viewer must know to show one frame, but for tables: these are big, and {@code
 * render.FrameDisplay} has them. Source: PS3.3 C.7.6.3, C.7.6.16, C.11.
 *
 * @param modality a defined term, or empty
 * @param rescale of the frame; {@link Rescale#NONE} where a Modality LUT Sequence takes its place
 * @param windows those of the file that make sense, in its order; often none
 * @param padding stored values that are no measurement
 * @param spacing none where the image is not calibrated
 * @param aspectRatio height of a pixel over its width
 * @param sliceThickness mm
 * @param lossyRatio Lossy Image Compression Ratio of the last compression
 */
public record ImageDescription(
    PixelLayout layout,
    String modality,
    Rescale rescale,
    List<NamedWindow> windows,
    Optional<PixelPadding> padding,
    Optional<PixelSpacing> spacing,
    double aspectRatio,
    OptionalDouble sliceThickness,
    boolean lossy,
    OptionalDouble lossyRatio) {

  /** Distance of pixel centers, mm: {@code rowSpacing} is the vertical one. */
  public record PixelSpacing(double rowSpacing, double columnSpacing) {}

  public ImageDescription {
    windows = List.copyOf(windows);
  }

  /** Of an image's first frame. */
  public static ImageDescription of(DataSet image) throws DicomException {
    return ofFrame(image, 0);
  }

  /**
   * Of one frame: enhanced multi-frame images say it by frame.
   *
   * @throws DicomException NO_PIXEL_DATA if it is no image, MALFORMED if its layout cannot be
   */
  public static ImageDescription ofFrame(DataSet image, int frameIndex) throws DicomException {
    var layout = PixelLayout.of(image);
    var measures = FunctionalGroups.macroOrImage(image, frameIndex, Tag.PIXEL_MEASURES_SEQUENCE);
    var values =
        FunctionalGroups.macroOrImage(image, frameIndex, Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE);
    var voi = FunctionalGroups.macroOrImage(image, frameIndex, Tag.FRAME_VOI_LUT_SEQUENCE);
    var spacing = Spacings.of(image, measures);
    var ratios = image.decimals(Tag.LOSSY_IMAGE_COMPRESSION_RATIO);
    return new ImageDescription(
        layout,
        image.string(Tag.MODALITY).orElse(""),
        Rescale.of(values),
        Windows.of(voi),
        PixelPadding.of(image, layout),
        spacing,
        Spacings.aspectRatio(image, spacing),
        measures.decimal(Tag.SLICE_THICKNESS),
        image.string(Tag.LOSSY_IMAGE_COMPRESSION).equals(Optional.of("01")),
        ratios.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(ratios[ratios.length - 1]));
  }
}
