package org.radcase.reading.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.radcase.reading.entity.Display;
import org.radcase.reading.entity.Revised;

/** How a case is to be seen; what is absent was not said, key images come after the answer. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DisplayView(
    int revision,
    @Schema(enumeration = {"auto", "compare", "single"}) @Nullable String hanging,
    @Nullable LayoutView layout,
    @Nullable List<@Nullable CellView> cells,
    @Nullable List<KeyImageView> keyImages) {
  /** Viewports. */
  public record LayoutView(
      @Schema(minimum = "1", maximum = "3") int rows,
      @Schema(minimum = "1", maximum = "3") int columns) {}

  /** A frame in a viewport; without window or zoom as the viewer would have it. */
  public record CellView(
      String seriesUid,
      String instanceUid,
      @Schema(minimum = "1") int frame,
      @Schema(nullable = true) @Nullable WindowView window,
      @Schema(nullable = true) @Nullable Double zoom,
      OffsetView offset,
      @Schema(description = "0, 90, 180 or 270 degrees, clockwise") int rotation,
      boolean flipped,
      boolean inverted) {
    static CellView of(Display.Cell cell) {
      var window = cell.window();
      return new CellView(
          cell.frame().series().value(),
          cell.frame().instance().value(),
          cell.frame().number(),
          window == null ? null : new WindowView(window.center(), window.width()),
          cell.zoom(),
          new OffsetView(cell.offset().x(), cell.offset().y()),
          cell.rotation(),
          cell.flipped(),
          cell.inverted());
    }
  }

  /** Window Center and Window Width. */
  public record WindowView(double center, double width) {}

  /** How far the image was moved. */
  public record OffsetView(double x, double y) {}

  /** A frame worth looking at. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record KeyImageView(
      String seriesUid,
      String instanceUid,
      @Schema(minimum = "1") int frame,
      @Schema(maxLength = MarksReader.TEXT) @Nullable String text) {
    static KeyImageView of(Display.KeyImage image) {
      return new KeyImageView(
          image.frame().series().value(),
          image.frame().instance().value(),
          image.frame().number(),
          image.text().isEmpty() ? null : image.text());
    }
  }

  /** What takes its place. */
  public record Body(
      @Schema(
              enumeration = {"auto", "compare", "single"},
              nullable = true)
          @Nullable
          String hanging,
      @Nullable LayoutView layout,
      List<@Nullable CellView> cells,
      List<KeyImageView> keyImages) {}

  static DisplayView inFull(Revised<Display> display) {
    return of(
        display, display.content().keyImages().stream().map(KeyImageView::of).toList());
  }

  static DisplayView beforeTheAnswer(Revised<Display> display) {
    return of(display, null);
  }

  private static DisplayView of(Revised<Display> revised, @Nullable List<KeyImageView> keyImages) {
    if (revised.revision() == 0) return new DisplayView(0, null, null, null, null);
    var display = revised.content();
    var hanging = display.hanging();
    var layout = display.layout();
    return new DisplayView(
        revised.revision(),
        hanging == null ? null : hanging.term(),
        layout == null ? null : new LayoutView(layout.rows(), layout.columns()),
        layout == null ? null : cells(display),
        keyImages);
  }

  private static List<@Nullable CellView> cells(Display display) {
    var cells = new ArrayList<@Nullable CellView>();
    for (var cell : display.cells()) cells.add(cell == null ? null : CellView.of(cell));
    return cells;
  }
}
