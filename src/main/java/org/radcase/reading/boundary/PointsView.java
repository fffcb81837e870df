package org.radcase.reading.boundary;

import java.util.List;
import org.radcase.reading.entity.Point;

/** Points as they travel: [column, row] each. */
final class PointsView {
  private PointsView() {}

  static List<List<Double>> of(List<Point> points) {
    return points.stream().map(point -> List.of(point.column(), point.row())).toList();
  }
}
