package org.radcase.reading.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.radcase.platform.json.Fields;
import org.radcase.reading.control.FindFindings;
import org.radcase.reading.control.ShownFrames;
import org.radcase.reading.entity.KeyFinding;
import org.radcase.reading.entity.Shape;

/** Makes key findings and attempts of what a client sent, or refuses them with every fault. */
final class KeyFindingsReader {
  private static final int MOST = 100;
  private static final double MOST_TOLERANCE_MM = 100;
  private static final double USUAL_TOLERANCE_MM = 5;

  private KeyFindingsReader() {}

  /** @throws org.radcase.platform.problem.Problem body.invalid with every fault */
  static List<KeyFinding> read(JsonNode body, ShownFrames shown) {
    var fields = new Fields(body);
    fields.readOnly(List.of("revision"));
    fields.required("findings");
    var findings = new ArrayList<KeyFinding>();
    var ids = new HashSet<String>();
    for (var entry : fields.objects("findings", MOST)) {
      entry.required("shape");
      var id = MarksReader.id(entry, ids);
      var text = entry.line("text", MarksReader.TEXT);
      var frame = MarksReader.frame(entry, shown);
      var shape = entry.object("shape").flatMap(KeyFindingsReader::shape);
      var tolerance = entry.number("toleranceMm", 0, MOST_TOLERANCE_MM).orElse(USUAL_TOLERANCE_MM);
      var findable = entry.flag("findable");
      if (frame.isPresent() && shape.isPresent()) {
        findings.add(new KeyFinding(id, text, frame.get(), shape.get(), tolerance, findable));
      }
    }
    fields.check();
    return findings;
  }

  private static Optional<Shape> shape(Fields fields) {
    fields.required("type");
    var type = fields.value(
        "type", Shape.Type::of, MarksReader.oneOf(Shape.Type.values(), Shape.Type::term));
    var points = MarksReader.points(
        fields,
        type.map(Shape.Type::leastPoints).orElse(1),
        type.map(Shape.Type::mostPoints).orElse(MarksReader.MOST_POINTS));
    var shape = type.map(it -> new Shape(it, points));
    if (!fields.hasFault("points") && shape.filter(KeyFindingsReader::isFlat).isPresent()) {
      fields.fault("/points", "value.not-allowed", "An ellipse has a width and a height");
    }
    return shape;
  }

  private static boolean isFlat(Shape shape) {
    if (shape.type() != Shape.Type.ELLIPSE) return false;
    var corner = shape.points().get(0);
    var opposite = shape.points().get(1);
    return corner.column() == opposite.column() || corner.row() == opposite.row();
  }

  /** @throws org.radcase.platform.problem.Problem body.invalid with every fault */
  static FindFindings.Place attempt(JsonNode body, ShownFrames shown) {
    var fields = new Fields(body);
    fields.required("point");
    var frame = MarksReader.frame(fields, shown);
    var point = fields.node("point", MarksReader::point, "[column, row]");
    fields.check();
    return new FindFindings.Place(frame.orElseThrow(), point.orElseThrow());
  }
}
