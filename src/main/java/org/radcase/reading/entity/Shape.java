package org.radcase.reading.entity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.radcase.dicom.pixel.ImageDescription.PixelSpacing;

/**
 * The outline of a key finding. Source: the graphic types of PS3.3 C.18.6.1.2, but that an ellipse is
 * given by opposite corners of its bounding box, and a polygon closes itself.
 */
public record Shape(Type type, List<Point> points) {
  /** A constant's name is kept for years: it never changes. */
  public enum Type {
    POINT(1, 1),
    ELLIPSE(2, 2),
    POLYGON(3, 1_000);

    private final int leastPoints;
    private final int mostPoints;

    Type(int leastPoints, int mostPoints) {
      this.leastPoints = leastPoints;
      this.mostPoints = mostPoints;
    }

    public int leastPoints() {
      return leastPoints;
    }

    public int mostPoints() {
      return mostPoints;
    }

    /** As in JSON. */
    public String term() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Type> of(String term) {
      return Stream.of(values()).filter(type -> type.term().equals(term)).findFirst();
    }
  }

  public Shape {
    points = List.copyOf(points);
  }

  /** How far a point of the same plane is outside, in the unit of the spacing; 0 if it is inside. */
  public double distanceTo(Point point, PixelSpacing spacing) {
    var at = Position.of(point, spacing);
    var outline = points.stream().map(corner -> Position.of(corner, spacing)).toList();
    return switch (type) {
      case POINT -> at.minus(outline.get(0)).length();
      case ELLIPSE -> toEllipse(at, outline.get(0), outline.get(1));
      case POLYGON -> toPolygon(at, outline);
    };
  }

  /** A point on an isotropic plane, x along the rows and y along the columns. */
  private record Position(double x, double y) {
    static Position of(Point point, PixelSpacing spacing) {
      return new Position(
          point.column() * spacing.columnSpacing(), point.row() * spacing.rowSpacing());
    }

    Position minus(Position other) {
      return new Position(x - other.x, y - other.y);
    }

    double dot(Position other) {
      return x * other.x + y * other.y;
    }

    double length() {
      return Math.hypot(x, y);
    }
  }

  /**
   * The nearest point of an ellipse with the half axes a and b to an outer point (x, y) is
   * (a²x / (t + a²), b²y / (t + b²)) for the one t > 0 at which it lies on the ellipse; there the
   * ellipse's equation falls with t.
   */
  private static double toEllipse(Position at, Position corner, Position opposite) {
    var a = Math.abs(opposite.x - corner.x) / 2;
    var b = Math.abs(opposite.y - corner.y) / 2;
    var x = Math.abs(at.x - (corner.x + opposite.x) / 2);
    var y = Math.abs(at.y - (corner.y + opposite.y) / 2);
    if (Math.hypot(x / a, y / b) <= 1) return 0;
    var low = 0.0;
    var high = Math.hypot(a * x, b * y);
    for (var middle = high / 2; low < middle && middle < high; middle = (low + high) / 2) {
      var isOutside = Math.hypot(a * x / (middle + a * a), b * y / (middle + b * b)) > 1;
      if (isOutside) low = middle;
      else high = middle;
    }
    return Math.hypot(x - a * a * x / (low + a * a), y - b * b * y / (low + b * b));
  }

  private static double toPolygon(Position at, List<Position> corners) {
    var isInside = false;
    var least = Double.POSITIVE_INFINITY;
    var from = corners.get(corners.size() - 1);
    for (var to : corners) {
      // A ray to the right crosses the outline an odd number of times from within.
      var crosses = (from.y > at.y) != (to.y > at.y)
          && at.x < from.x + (at.y - from.y) / (to.y - from.y) * (to.x - from.x);
      if (crosses) isInside = !isInside;
      least = Math.min(least, toSegment(at, from, to));
      from = to;
    }
    return isInside ? 0 : least;
  }

  private static double toSegment(Position at, Position from, Position to) {
    var along = to.minus(from);
    var length = along.dot(along);
    var share = length == 0 ? 0 : Math.max(0, Math.min(1, at.minus(from).dot(along) / length));
    var foot = new Position(from.x + share * along.x, from.y + share * along.y);
    return at.minus(foot).length();
  }
}
