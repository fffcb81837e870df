package org.radcase.dicom.pixel;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.FunctionalGroups;
import org.radcase.dicom.data.Tag;

/**
 * What a viewer must know to show one frame.
 *
 * @param modality a defined term, or empty
 * @param windows those of the file that make sense, in its order; often none
 * @param pixelPaddingValue a stored value that is no measurement
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
    OptionalLong pixelPaddingValue,
    Optional<PixelSpacing> spacing,
    double aspectRatio,
    OptionalDouble sliceThickness,
    boolean lossy,
    OptionalDouble lossyRatio,
    Optional<Palette> palette) {

  /** Modality LUT of the linear kind. Source: PS3.3 C.11.1. */
  public record Rescale(double slope, double intercept, String type) {
    public static final Rescale NONE = new Rescale(1, 0, "");

    public double modalityValueOf(double storedValue) {
      return slope * storedValue + intercept;
    }
  }

  /** A window and what its file calls it. */
  public record NamedWindow(Window window, String explanation) {}

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
        rescale(values),
        Windows.of(voi),
        padding(image, layout),
        spacing,
        Spacings.aspectRatio(image, spacing),
        measures.decimal(Tag.SLICE_THICKNESS),
        image.string(Tag.LOSSY_IMAGE_COMPRESSION).equals(Optional.of("01")),
        ratios.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(ratios[ratios.length - 1]),
        layout.photometric() == Photometric.PALETTE_COLOR ? Palette.of(image) : Optional.empty());
  }

  private static Rescale rescale(DataSet values) {
    var slope = values.decimal(Tag.RESCALE_SLOPE).orElse(1);
    return new Rescale(
        slope == 0 ? 1 : slope, // a slope of 0 would make every pixel the same
        values.decimal(Tag.RESCALE_INTERCEPT).orElse(0),
        values.string(Tag.RESCALE_TYPE).orElse(""));
  }

  /** The attribute may stand as US in a signed image: its bits are what counts. */
  private static OptionalLong padding(DataSet image, PixelLayout layout) {
    var padding = image.wideInteger(Tag.PIXEL_PADDING_VALUE);
    if (padding.isPresent() && layout.isSigned() && padding.getAsLong() > Short.MAX_VALUE) {
      return OptionalLong.of((short) padding.getAsLong());
    }
    return padding;
  }
}
