package org.radcase.dicom.data;

import java.util.Optional;

/**
 * What holds for one frame of an enhanced multi-frame image: its own functional group, else the
 * shared one. Source: PS3.3 C.7.6.16.
 */
public final class FunctionalGroups {
  private FunctionalGroups() {}

  /**
   * The item of a functional group macro.
   *
   * @param macro such as Plane Position Sequence (0020,9113)
   * @return none for classic images, and for macros that the frame does not have
   */
  public static Optional<DataSet> macro(DataSet image, int frameIndex, Tag macro) {
    var frames = image.sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
    if (frameIndex >= 0 && frameIndex < frames.size()) {
      var own = frames.get(frameIndex).item(macro);
      if (own.isPresent()) {
        return own;
      }
    }
    return image.item(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE).flatMap(shared -> shared.item(macro));
  }

  /** The item of the macro, else the image itself, where classic images hold the same attributes. */
  public static DataSet macroOrImage(DataSet image, int frameIndex, Tag macro) {
    return macro(image, frameIndex, macro).orElse(image);
  }
}
