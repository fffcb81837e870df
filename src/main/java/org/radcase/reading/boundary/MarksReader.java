package org.radcase.reading.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.radcase.platform.json.Fields;
import org.radcase.reading.control.ShownFrames;
import org.radcase.reading.entity.Point;
import org.radcase.reading.entity.ReferencedFrame;
import org.radcase.studies.entity.InstanceUid;
import org.radcase.studies.entity.SeriesUid;

/** Reads what annotations, key images and key findings have in common. */
final class MarksReader {
  static final int TEXT = 300;
  static final int MOST_POINTS = 1_000;

  /** Images have at most 65,535 rows and columns; what is drawn may begin beside them. */
  private static final double FARTHEST = 100_000;

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,40}");

  private MarksReader() {}

  /** The id, unique among those that were seen so far. */
  static String id(Fields fields, Set<String> seen) {
    fields.required("id");
    var id = fields.value(
        "id",
        text -> Optional.of(text).filter(it -> ID.matcher(it).matches()),
        "1 to 40 letters, digits and hyphens");
    if (id.isPresent() && !seen.add(id.get())) {
      fields.fault("/id", "list.duplicate", "Is in the list already");
    }
    return id.orElse("");
  }

  /** The frame that the fields name; nothing if they have a fault, or if the case does not show it. */
  static Optional<ReferencedFrame> frame(Fields fields, ShownFrames shown) {
    fields.required("seriesUid", "instanceUid", "frame");
    var series = fields.value("seriesUid", uid(SeriesUid::new), "a UID");
    var instance = fields.value("instanceUid", uid(InstanceUid::new), "a UID");
    var number = fields.wholeNumber("frame", 1, Integer.MAX_VALUE);
    if (series.isEmpty() || instance.isEmpty() || number.isEmpty()) return Optional.empty();
    var frame = new ReferencedFrame(series.get(), instance.get(), number.getAsInt());
    if (shown.has(frame)) return Optional.of(frame);
    fields.fault("/frame", "frame.not-shown", "The case shows no such frame");
    return Optional.empty();
  }

  private static <T> Function<String, Optional<T>> uid(Function<String, T> making) {
    return text -> {
      try {
        return Optional.of(making.apply(text));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    };
  }

  /** Points as [column, row], of a number that is allowed. */
  static List<Point> points(Fields fields, int least, int most) {
    fields.required("points");
    var points = fields.entries("points", MOST_POINTS, MarksReader::point, "[column, row]");
    if (!fields.hasFault("points") && (points.size() < least || points.size() > most)) {
      var count = least == most ? least + " points" : least + " to " + most + " points";
      fields.fault("/points", "list.length", "Must be " + count);
    }
    return points;
  }

  static Optional<Point> point(JsonNode node) {
    return node.isArray() && node.size() == 2 && isPlace(node.get(0)) && isPlace(node.get(1))
        ? Optional.of(new Point(node.get(0).doubleValue(), node.get(1).doubleValue()))
        : Optional.empty();
  }

  private static boolean isPlace(JsonNode node) {
    return node.isNumber() && Math.abs(node.doubleValue()) <= FARTHEST;
  }

  static <T> String oneOf(T[] values, Function<T, String> term) {
    return Stream.of(values).map(term).collect(Collectors.joining(", ", "one of ", ""));
  }
}
