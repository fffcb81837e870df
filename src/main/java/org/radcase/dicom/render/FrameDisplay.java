package org.radcase.dicom.render;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.FunctionalGroups;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.lut.LookupTable;
import org.radcase.dicom.lut.ModalityLut;
import org.radcase.dicom.lut.Palette;
import org.radcase.dicom.lut.PresentationLut;
import org.radcase.dicom.lut.VoiLut;
import org.radcase.dicom.part10.BulkSource;
import org.radcase.dicom.pixel.ImageDescription;
import org.radcase.dicom.pixel.Photometric;

/**
 * All of a header that rules how one frame looks. Source: PS3.4 N.2; PS3.3 C.7.6.16 for functional
 * groups.
 */
public final class FrameDisplay {
  private final ImageDescription description;
  private final ModalityLut modalityLut;
  private final List<VoiLut.Table> voiTables;
  private final PresentationLut presentationLut;
  private final Optional<Palette> palette;
  private final Optional<IccProfile> profile;
  private final List<Overlay> overlays;
  private final Shutter shutter;
  private final Optional<Overlay> shutterBitmap;

  private FrameDisplay(DataSet image, int frameIndex, BulkSource source) throws IOException {
    description = ImageDescription.ofFrame(image, frameIndex);
    var layout = description.layout();
    var input = layout.isSigned() ? LookupTable.Input.SIGNED : LookupTable.Input.UNSIGNED;
    var values =
        FunctionalGroups.macroOrImage(image, frameIndex, Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE);
    var voi = FunctionalGroups.macroOrImage(image, frameIndex, Tag.FRAME_VOI_LUT_SEQUENCE);
    modalityLut = ModalityLut.of(image, values, input);
    voiTables = VoiLut.tables(voi, modalityLut.outputOf(input));
    presentationLut = PresentationLut.of(
        image,
        layout.photometric() == Photometric.MONOCHROME1
            ? PresentationLut.Shape.INVERSE
            : PresentationLut.Shape.IDENTITY);
    var isPalette = layout.photometric() == Photometric.PALETTE_COLOR;
    palette = isPalette ? Palette.of(image) : Optional.empty();
    profile = layout.photometric().isMonochrome() ? Optional.empty() : IccProfile.of(image);
    var planes = Overlays.of(image, layout, frameIndex, source);
    shutter = Shutter.of(image, frameIndex, description.aspectRatio());
    var shutterGroup = shutter.overlayGroup().orElse(0);
    shutterBitmap =
        planes.stream().filter(plane -> plane.group() == shutterGroup).findFirst();
    overlays = planes.stream().filter(plane -> plane.group() != shutterGroup).toList();
  }

  /**
   * Reads it from a header.
   *
   * @param frameIndex from 0
   * @param source for overlays that the header left in their file
   * @throws DicomException NO_PIXEL_DATA if it is no image, MALFORMED if its layout cannot be
   */
  public static FrameDisplay of(DataSet image, int frameIndex, BulkSource source)
      throws IOException {
    return new FrameDisplay(image, frameIndex, source);
  }

  public ImageDescription description() {
    return description;
  }

  public ModalityLut modalityLut() {
    return modalityLut;
  }

  /** VOI LUT tables of the file, as alternatives to its windows. */
  public List<VoiLut.Table> voiTables() {
    return voiTables;
  }

  public PresentationLut presentationLut() {
    return presentationLut;
  }

  /** None if the frame has no palette, or a broken one. */
  public Optional<Palette> palette() {
    return palette;
  }

  /** Of colour images, where it is small. */
  public Optional<IccProfile> profile() {
    return profile;
  }

  List<Overlay> overlays() {
    return overlays;
  }

  Shutter shutter() {
    return shutter;
  }

  /** The overlay plane that is a part of the shutter. */
  Optional<Overlay> shutterBitmap() {
    return shutterBitmap;
  }
}
