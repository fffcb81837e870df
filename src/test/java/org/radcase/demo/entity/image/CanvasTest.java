package org.radcase.demo.entity.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.radcase.demo.entity.image.Plane.Orientation;
import org.radcase.demo.entity.shape.Solid;

class CanvasTest {
  @ParameterizedTest
  @EnumSource
  void a_ball_is_painted_where_the_geometry_says(Orientation orientation) {
    var plane = new Plane(orientation, 90, 120, 0.5, 10, 20, 30);
    var canvas = new Canvas(plane, 0);
    double[] center = {10, 20, 30};
    center[orientation == Orientation.AXIAL ? 0 : 1] += orientation == Orientation.CORONAL ? 0 : 8;
    center[orientation == Orientation.AXIAL ? 1 : 2] -= 5;

    canvas.paint(Solid.ball(center[0], center[1], center[2], 6), 100);

    var total = 0.0;
    double[] weighed = new double[3];
    for (var row = 0; row < 90; row++) {
      for (var column = 0; column < 120; column++) {
        var value = canvas.values()[row * 120 + column];
        total += value;
        for (var k = 0; k < 3; k++) {
          weighed[k] += value
              * (plane.position()[k]
                  + 0.5 * column * orientation.cosines()[k]
                  + 0.5 * row * orientation.cosines()[3 + k]);
        }
      }
    }
    for (var k = 0; k < 3; k++) assertThat(weighed[k] / total).isCloseTo(center[k], within(0.02));
    assertThat(total / 100 * 0.25).isCloseTo(Math.PI * 36, within(1.5));
  }

  @Test
  void big_solids_are_painted_without_holes_between_the_blocks() {
    var canvas = new Canvas(new Plane(Orientation.AXIAL, 200, 200, 1, 0, 0, 0), 0);

    canvas.paint(Solid.ball(0, 0, 0, 400), 7);

    assertThat(canvas.values()).containsOnly(7);
  }

  @Test
  void a_wash_fades_and_a_replacement_touches_only_its_tissue() {
    var canvas = new Canvas(new Plane(Orientation.AXIAL, 40, 40, 1, 0, 0, 0), 10);
    canvas.paint(Solid.box(-10, 0, 0, 10, 40, 40, 0), 50);

    canvas.replace(Solid.ball(0, 0, 0, 15), 40, 60, (x, y, z, depth) -> 90);

    assertThat(canvas.values()[20 * 40 + 15]).isEqualTo(90);
    assertThat(canvas.values()[20 * 40 + 25]).isEqualTo(10);
  }

  @Test
  void stored_values_are_held_in_their_range() {
    var plane = new Plane(Orientation.AXIAL, 1, 3, 1, 0, 0, 0);

    assertThat(new Canvas(plane, -3000).stored(-1024, 4095)).containsOnly((short) 0);
    assertThat(new Canvas(plane, 40.4).stored(-1024, 4095)).containsOnly((short) 1064);
    assertThat(new Canvas(plane, 9000).stored(-1024, 4095)).containsOnly((short) 4095);
  }
}
