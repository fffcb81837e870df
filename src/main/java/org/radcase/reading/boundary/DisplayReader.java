package org.radcase.reading.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.json.Fields;
import org.radcase.reading.control.ShownFrames;
import org.radcase.reading.entity.Display;
import org.radcase.reading.entity.HangingProtocol;

/** Makes a display of what a client sent, or refuses it with every fault. */
final class DisplayReader {
  private static final int MOST_ROWS = 3;
  private static final int MOST_COLUMNS = 3;
  private static final int MOST_KEY_IMAGES = 100;
  private static final double MOST_VALUE = 1e9;
  private static final double LEAST_WIDTH = 1e-9;
  private static final double LEAST_ZOOM = 0.01;
  private static final double MOST_ZOOM = 100;
  private static final double FARTHEST = 100_000;
  private static final int QUARTER_TURN = 90;

  private final Fields fields;
  private final ShownFrames shown;

  private DisplayReader(Fields fields, ShownFrames shown) {
    this.fields = fields;
    this.shown = shown;
  }

  /** @throws org.radcase.platform.problem.Problem body.invalid with every fault */
  static Display read(JsonNode body, ShownFrames shown) {
    var fields = new Fields(body);
    fields.readOnly(List.of("revision"));
    var display = new DisplayReader(fields, shown).read();
    fields.check();
    return display;
  }

  private Display read() {
    var hanging = fields.value(
        "hanging",
        HangingProtocol::of,
        MarksReader.oneOf(HangingProtocol.values(), HangingProtocol::term));
    var layout = fields.object("layout").flatMap(DisplayReader::layout);
    var cells = new ArrayList<Display.@Nullable Cell>();
    for (var cell : fields.objectsOrNulls("cells", MOST_ROWS * MOST_COLUMNS)) {
      cells.add(cell.flatMap(this::cell).orElse(null));
    }
    var most = layout.map(it -> it.rows() * it.columns()).orElse(0);
    if (cells.size() > most && !fields.hasFault("layout")) {
      fields.fault("/cells", "list.too-long", "The layout has " + most + " viewports");
    }
    return new Display(hanging.orElse(null), layout.orElse(null), cells, keyImages());
  }

  private static Optional<Display.Layout> layout(Fields layout) {
    layout.required("rows", "columns");
    var rows = layout.wholeNumber("rows", 1, MOST_ROWS);
    var columns = layout.wholeNumber("columns", 1, MOST_COLUMNS);
    return rows.isPresent() && columns.isPresent()
        ? Optional.of(new Display.Layout(rows.getAsInt(), columns.getAsInt()))
        : Optional.empty();
  }

  private Optional<Display.Cell> cell(Fields cell) {
    var frame = MarksReader.frame(cell, shown);
    var window = cell.object("window").flatMap(DisplayReader::window);
    var zoom = cell.number("zoom", LEAST_ZOOM, MOST_ZOOM);
    var offset = cell.object("offset").map(DisplayReader::offset).orElse(Display.Offset.NONE);
    var rotation = cell.wholeNumber("rotation", 0, 3 * QUARTER_TURN).orElse(0);
    if (rotation % QUARTER_TURN != 0) {
      cell.fault("/rotation", "value.not-allowed", "Must be 0, 90, 180 or 270");
    }
    var flipped = cell.flag("flipped");
    var inverted = cell.flag("inverted");
    return frame.map(it -> new Display.Cell(
        it, window.orElse(null), orNull(zoom), offset, rotation, flipped, inverted));
  }

  private static Optional<Display.Window> window(Fields window) {
    window.required("center", "width");
    var center = window.number("center", -MOST_VALUE, MOST_VALUE);
    var width = window.number("width", LEAST_WIDTH, MOST_VALUE);
    return center.isPresent() && width.isPresent()
        ? Optional.of(new Display.Window(center.getAsDouble(), width.getAsDouble()))
        : Optional.empty();
  }

  private static Display.Offset offset(Fields offset) {
    return new Display.Offset(
        offset.number("x", -FARTHEST, FARTHEST).orElse(0),
        offset.number("y", -FARTHEST, FARTHEST).orElse(0));
  }

  private static @Nullable Double orNull(OptionalDouble number) {
    return number.isEmpty() ? null : number.getAsDouble();
  }

  private List<Display.KeyImage> keyImages() {
    var images = new ArrayList<Display.KeyImage>();
    for (var image : fields.objects("keyImages", MOST_KEY_IMAGES)) {
      var frame = MarksReader.frame(image, shown);
      var text = image.line("text", MarksReader.TEXT);
      frame.ifPresent(it -> images.add(new Display.KeyImage(it, text)));
    }
    return images;
  }
}
