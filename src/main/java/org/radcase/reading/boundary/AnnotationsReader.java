package org.radcase.reading.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.radcase.platform.json.Fields;
import org.radcase.reading.control.ShownFrames;
import org.radcase.reading.entity.Annotation;
import org.radcase.reading.entity.AnnotationType;

/** Makes annotations of what a client sent, or refuses them with every fault. */
final class AnnotationsReader {
  private static final int MOST = 500;

  /** Of all annotations of a list together: what is drawn by hand has fewer. */
  private static final int MOST_POINTS = 20_000;

  private AnnotationsReader() {}

  /** @throws org.radcase.platform.problem.Problem body.invalid with every fault */
  static List<Annotation> read(JsonNode body, ShownFrames shown) {
    var fields = new Fields(body);
    fields.readOnly(List.of("revision"));
    fields.required("annotations");
    var annotations = new ArrayList<Annotation>();
    var ids = new HashSet<String>();
    var points = 0;
    for (var entry : fields.objects("annotations", MOST)) {
      entry.required("type");
      var id = MarksReader.id(entry, ids);
      var type = entry.value(
          "type",
          AnnotationType::of,
          MarksReader.oneOf(AnnotationType.values(), AnnotationType::term));
      var frame = MarksReader.frame(entry, shown);
      var drawn = MarksReader.points(
          entry,
          type.map(AnnotationType::leastPoints).orElse(1),
          type.map(AnnotationType::mostPoints).orElse(MarksReader.MOST_POINTS));
      var text = entry.line("text", MarksReader.TEXT);
      points += drawn.size();
      if (type.isPresent() && frame.isPresent()) {
        annotations.add(new Annotation(id, type.get(), frame.get(), drawn, text));
      }
    }
    if (points > MOST_POINTS) {
      fields.fault("/annotations", "list.too-long", "At most " + MOST_POINTS + " points in all");
    }
    fields.check();
    return annotations;
  }
}
