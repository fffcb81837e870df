package org.radcase.reading.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.radcase.dicom.pixel.ImageDescription.PixelSpacing;

class ShapeTest {
  private static final PixelSpacing PIXELS = new PixelSpacing(1, 1);

  /** Pixels four times as high as wide. */
  private static final PixelSpacing ANISOTROPIC = new PixelSpacing(2, 0.5);

  private static Shape shape(Shape.Type type, double... columnsAndRows) {
    return new Shape(
        type,
        IntStream.range(0, columnsAndRows.length / 2)
            .mapToObj(i -> new Point(columnsAndRows[2 * i], columnsAndRows[2 * i + 1]))
            .toList());
  }

  @Test
  void a_distance_counts_rows_and_columns_by_their_own_spacing() {
    var point = shape(Shape.Type.POINT, 10, 10);

    assertThat(point.distanceTo(new Point(14, 10), ANISOTROPIC)).isEqualTo(2);
    assertThat(point.distanceTo(new Point(10, 13), ANISOTROPIC)).isEqualTo(6);
    assertThat(point.distanceTo(new Point(14, 13), ANISOTROPIC))
        .isCloseTo(Math.sqrt(40), within(1e-12));
  }

  @Test
  void inside_of_a_shape_there_is_no_distance() {
    assertThat(shape(Shape.Type.ELLIPSE, 0, 0, 20, 10).distanceTo(new Point(12, 6), ANISOTROPIC))
        .isZero();
    assertThat(shape(Shape.Type.POLYGON, 0, 0, 20, 0, 20, 10, 0, 10)
            .distanceTo(new Point(19, 9), ANISOTROPIC))
        .isZero();
  }

  @Test
  void an_ellipse_is_left_along_its_axes() {
    // In mm its center is (5, 10), its half axes are 5 and 10.
    var ellipse = shape(Shape.Type.ELLIPSE, 20, 10, 0, 0);

    assertThat(ellipse.distanceTo(new Point(30, 5), ANISOTROPIC)).isCloseTo(5, within(1e-9));
    assertThat(ellipse.distanceTo(new Point(-10, 5), ANISOTROPIC)).isCloseTo(5, within(1e-9));
    assertThat(ellipse.distanceTo(new Point(10, 15), ANISOTROPIC)).isCloseTo(10, within(1e-9));
  }

  @Test
  void a_circle_is_as_far_as_its_center_less_its_radius() {
    var circle = shape(Shape.Type.ELLIPSE, -5, -5, 5, 5);

    assertThat(circle.distanceTo(new Point(6, 8), PIXELS)).isCloseTo(5, within(1e-9));
    assertThat(circle.distanceTo(new Point(-5, -5), PIXELS))
        .isCloseTo(Math.sqrt(50) - 5, within(1e-9));
  }

  @Test
  void no_point_of_an_ellipse_is_nearer_than_its_distance() {
    var random = new Random(41);
    for (var i = 0; i < 200; i++) {
      var a = 0.1 + 30 * random.nextDouble();
      var b = 0.1 + 30 * random.nextDouble();
      var at = new Point(100 * random.nextDouble() - 50, 100 * random.nextDouble() - 50);
      var distance = shape(Shape.Type.ELLIPSE, -a, -b, a, b).distanceTo(at, PIXELS);

      var sampled = IntStream.range(0, 20_000)
          .mapToDouble(step -> step * Math.PI / 10_000)
          .map(angle ->
              Math.hypot(at.column() - a * Math.cos(angle), at.row() - b * Math.sin(angle)))
          .min()
          .orElseThrow();
      var isInside = Math.hypot(at.column() / a, at.row() / b) <= 1;
      assertThat(distance)
          .as("%s of %s × %s", at, a, b)
          .isCloseTo(isInside ? 0 : sampled, within(1e-3));
    }
  }

  @Test
  void a_polygon_is_left_across_an_edge_or_at_a_corner() {
    // In mm from (0, 0) to (10, 20).
    var polygon = shape(Shape.Type.POLYGON, 0, 0, 20, 0, 20, 10, 0, 10);

    assertThat(polygon.distanceTo(new Point(26, 5), ANISOTROPIC)).isEqualTo(3);
    assertThat(polygon.distanceTo(new Point(10, 12), ANISOTROPIC)).isEqualTo(4);
    assertThat(polygon.distanceTo(new Point(26, 12), ANISOTROPIC)).isEqualTo(5);
    // The edge that closes it.
    assertThat(polygon.distanceTo(new Point(-2, 5), ANISOTROPIC)).isEqualTo(1);
  }

  @Test
  void the_bay_of_a_polygon_is_outside() {
    var horseshoe = shape(Shape.Type.POLYGON, 0, 0, 10, 0, 10, 10, 7, 10, 7, 3, 3, 3, 3, 10, 0, 10);

    assertThat(horseshoe.distanceTo(new Point(5, 8), PIXELS)).isEqualTo(2);
    assertThat(horseshoe.distanceTo(new Point(1, 8), PIXELS)).isZero();
    assertThat(horseshoe.distanceTo(new Point(5, 1), PIXELS)).isZero();
  }

  @Test
  void a_polygon_of_one_place_is_a_point() {
    assertThat(shape(Shape.Type.POLYGON, 1, 1, 1, 1, 1, 1).distanceTo(new Point(4, 5), PIXELS))
        .isEqualTo(5);
  }
}
