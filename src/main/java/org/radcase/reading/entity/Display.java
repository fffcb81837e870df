package org.radcase.reading.entity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How the educators of a case want it to be seen.
 *
 * @param layout none if only a protocol says how, or nobody has said anything
 * @param cells row by row; null for an empty viewport; not more than the layout has
 */
public record Display(
    @Nullable HangingProtocol hanging,
    @Nullable Layout layout,
    List<@Nullable Cell> cells,
    List<KeyImage> keyImages) {
  public static final Display NONE = new Display(null, null, List.of(), List.of());

  /** Viewports in rows and columns, 1 to 3 each. */
  public record Layout(int rows, int columns) {}

  /**
   * A frame in a viewport. Source: the terms of PS3.3 C.10.5, C.10.6 and C.11.8.
   *
   * @param window null for that of the image
   * @param zoom null to fit the viewport
   * @param rotation clockwise, in degrees: 0, 90, 180 or 270
   * @param flipped horizontally, after the rotation
   * @param inverted whether its greys are
   */
  public record Cell(
      ReferencedFrame frame,
      @Nullable Window window,
      @Nullable Double zoom,
      Offset offset,
      int rotation,
      boolean flipped,
      boolean inverted) {}

  /** Window Center and Window Width, in modality values. */
  public record Window(double center, double width) {}

  /** How far the image was moved, in the viewer's unit. */
  public record Offset(double x, double y) {
    public static final Offset NONE = new Offset(0, 0);
  }

  /** A frame worth looking at; {@code text} may be empty. */
  public record KeyImage(ReferencedFrame frame, String text) {}

  public Display {
    cells = Collections.unmodifiableList(new ArrayList<>(cells));
    keyImages = List.copyOf(keyImages);
  }

  /** The same without frames that the case does not show: their viewports are empty. */
  public Display of(Predicate<ReferencedFrame> shown) {
    var left = new ArrayList<@Nullable Cell>();
    for (var cell : cells) left.add(cell != null && shown.test(cell.frame) ? cell : null);
    return new Display(
        hanging,
        layout,
        left,
        keyImages.stream().filter(image -> shown.test(image.frame)).toList());
  }

  /** The same without what comes after the answer. */
  public Display withoutKeyImages() {
    return new Display(hanging, layout, cells, List.of());
  }
}
