package org.radcase.it.browser;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.radcase.it.browser.OnImage.Place;

/**
 * What a region of the first slice holds, pixel by pixel, for those whose centres are inside.
 *
 * @param mean in HU, as all but the count
 * @param sd of the population
 */
record Region(double mean, double sd, double min, double max, long count) {
  static Region in(Shape shape, Voxels series) {
    var columns = series.size()[0];
    var inside = IntStream.range(0, columns * series.size()[1])
        .filter(i -> shape.contains(i % columns + 0.5, Math.floorDiv(i, columns) + 0.5))
        .mapToDouble(i -> series.values()[i])
        .toArray();
    var all = Arrays.stream(inside).summaryStatistics();
    var squares = Arrays.stream(inside)
        .map(value -> Math.pow(value - all.getAverage(), 2))
        .sum();
    return new Region(
        all.getAverage(),
        Math.sqrt(squares / inside.length),
        all.getMin(),
        all.getMax(),
        inside.length);
  }

  static Shape ellipse(Place a, Place b) {
    var box = box(a, b);
    return new Ellipse2D.Double(box.getX(), box.getY(), box.getWidth(), box.getHeight());
  }

  static Rectangle2D box(Place a, Place b) {
    var box = new Rectangle2D.Double(a.column(), a.row(), 0, 0);
    box.add(b.column(), b.row());
    return box;
  }

  static Shape outline(Place... places) {
    var path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    path.moveTo(places[0].column(), places[0].row());
    for (var place : places) path.lineTo(place.column(), place.row());
    path.closePath();
    return path;
  }
}
