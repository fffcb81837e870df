package org.radcase.dicom.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.FunctionalGroups;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.pixel.PixelLayout;

/**
 * The display shutters of a frame: what one of them hides is hidden. Source: PS3.3 C.7.6.11,
 * C.7.6.15, C.8.19.3 (by frame).
 *
 * @param overlayGroup of the overlay plane that hides where it is marked
 * @param presentationValue P-Value of what is hidden, from 0 to 65,535
 */
public record Shutter(List<ShutterShape> shapes, OptionalInt overlayGroup, int presentationValue) {
  /** A polygon of more vertices is no shutter, but a way to keep us busy. */
  private static final int MOST_VERTICES = 1024;

  public Shutter {
    shapes = List.copyOf(shapes);
  }

  /**
   * Reads it from a header.
   *
   * @param frameIndex from 0
   * @param aspectRatio height of a pixel over its width
   */
  public static Shutter of(DataSet image, int frameIndex, double aspectRatio) {
    var item = FunctionalGroups.macroOrImage(image, frameIndex, Tag.FRAME_DISPLAY_SHUTTER_SEQUENCE);
    var terms = item.strings(Tag.SHUTTER_SHAPE);
    var shapes = new ArrayList<ShutterShape>();
    if (terms.contains("RECTANGULAR")) {
      rectangle(item).ifPresent(shapes::add);
    }
    if (terms.contains("CIRCULAR")) {
      circle(item, aspectRatio).ifPresent(shapes::add);
    }
    if (terms.contains("POLYGONAL")) {
      polygon(item).ifPresent(shapes::add);
    }
    return new Shutter(
        shapes,
        terms.contains("BITMAP") ? item.integer(Tag.SHUTTER_OVERLAY_GROUP) : OptionalInt.empty(),
        item.integer(Tag.SHUTTER_PRESENTATION_VALUE).orElse(0) & 0xFFFF);
  }

  private static Optional<ShutterShape> rectangle(DataSet item) {
    var left = item.integer(Tag.SHUTTER_LEFT_VERTICAL_EDGE);
    var right = item.integer(Tag.SHUTTER_RIGHT_VERTICAL_EDGE);
    var upper = item.integer(Tag.SHUTTER_UPPER_HORIZONTAL_EDGE);
    var lower = item.integer(Tag.SHUTTER_LOWER_HORIZONTAL_EDGE);
    if (left.isEmpty() || right.isEmpty() || upper.isEmpty() || lower.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new ShutterShape.Rectangle(
        left.getAsInt(), right.getAsInt(), upper.getAsInt(), lower.getAsInt()));
  }

  private static Optional<ShutterShape> circle(DataSet item, double aspectRatio) {
    var center = item.integers(Tag.CENTER_OF_CIRCULAR_SHUTTER);
    var radius = item.integer(Tag.RADIUS_OF_CIRCULAR_SHUTTER);
    return center.length == 2 && radius.isPresent() && radius.getAsInt() > 0
        ? Optional.of(new ShutterShape.Circle(center[0], center[1], radius.getAsInt(), aspectRatio))
        : Optional.empty();
  }

  /** Vertices as row, column, row, column. */
  private static Optional<ShutterShape> polygon(DataSet item) {
    var vertices = item.integers(Tag.VERTICES_OF_THE_POLYGONAL_SHUTTER);
    var count = vertices.length / 2;
    if (count < 3 || count > MOST_VERTICES) {
      return Optional.empty();
    }
    var rows = new int[count];
    var columns = new int[count];
    for (var i = 0; i < count; i++) {
      rows[i] = vertices[2 * i];
      columns[i] = vertices[2 * i + 1];
    }
    return Optional.of(new ShutterShape.Polygon(rows, columns));
  }

  /** Names the index of each image pixel that a shape hides. */
  void forEachHidden(PixelLayout layout, IntConsumer hidden) {
    if (shapes.isEmpty()) {
      return;
    }
    var columns = layout.columns();
    var visible = new boolean[columns];
    for (var row = 0; row < layout.rows(); row++) {
      Arrays.fill(visible, true);
      for (var shape : shapes) {
        shape.cover(row + 1, visible);
      }
      for (var column = 0; column < columns; column++) {
        if (!visible[column]) {
          hidden.accept(row * columns + column);
        }
      }
    }
  }
}
