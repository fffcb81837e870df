package org.radcase.dicom.geometry;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.FunctionalGroups;
import org.radcase.dicom.data.Tag;

/**
 * What the order of a series needs to know of a frame. Source: PS3.3 C.7.6.2, C.7.6.16, C.8.3.1.
 *
 * @param frameIndex from 0, within its instance
 */
public record Slice(
    Optional<Plane> plane, Grid grid, Pass pass, OptionalInt instanceNumber, int frameIndex) {

  /** The raster: rows and columns, and mm from one to the next; 0 where unknown. */
  public record Grid(int rows, int columns, double rowSpacing, double columnSpacing) {
    public static final Grid UNKNOWN = new Grid(0, 0, 0, 0);
  }

  /**
   * What tells frames of one place apart.
   *
   * @param temporalPosition Temporal Position Index (0020,9128) or Identifier (0020,0100)
   * @param echo Effective Echo Time (0018,9082) or Echo Time (0018,0081), ms; else the echo's number
   * @param acquisition Frame Acquisition Number (0020,9156) or Acquisition Number (0020,0012)
   */
  public record Pass(OptionalInt temporalPosition, OptionalDouble echo, OptionalInt acquisition) {
    public static final Pass UNKNOWN =
        new Pass(OptionalInt.empty(), OptionalDouble.empty(), OptionalInt.empty());
  }

  /** Reads it from the header of the instance. */
  public static Slice of(DataSet image, int frameIndex) {
    return new Slice(
        Plane.ofFrame(image, frameIndex),
        grid(image, frameIndex),
        pass(image, frameIndex),
        image.integer(Tag.INSTANCE_NUMBER),
        frameIndex);
  }

  private static Grid grid(DataSet image, int frameIndex) {
    var spacing = FunctionalGroups.macroOrImage(image, frameIndex, Tag.PIXEL_MEASURES_SEQUENCE)
        .decimals(Tag.PIXEL_SPACING);
    return new Grid(
        image.integer(Tag.ROWS).orElse(0),
        image.integer(Tag.COLUMNS).orElse(0),
        spacing.length == 2 ? spacing[0] : 0,
        spacing.length == 2 ? spacing[1] : 0);
  }

  private static Pass pass(DataSet image, int frameIndex) {
    var content =
        FunctionalGroups.macro(image, frameIndex, Tag.FRAME_CONTENT_SEQUENCE).orElse(DataSet.EMPTY);
    var echo = FunctionalGroups.macro(image, frameIndex, Tag.MR_ECHO_SEQUENCE)
        .orElse(DataSet.EMPTY)
        .decimal(Tag.EFFECTIVE_ECHO_TIME);
    return new Pass(
        or(content.integer(Tag.TEMPORAL_POSITION_INDEX), image, Tag.TEMPORAL_POSITION_IDENTIFIER),
        or(or(echo, image, Tag.ECHO_TIME), image, Tag.ECHO_NUMBERS),
        or(content.integer(Tag.FRAME_ACQUISITION_NUMBER), image, Tag.ACQUISITION_NUMBER));
  }

  private static OptionalInt or(OptionalInt own, DataSet image, Tag tag) {
    return own.isPresent() ? own : image.integer(tag);
  }

  private static OptionalDouble or(OptionalDouble own, DataSet image, Tag tag) {
    return own.isPresent() ? own : image.decimal(tag);
  }
}
