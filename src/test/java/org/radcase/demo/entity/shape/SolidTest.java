package org.radcase.demo.entity.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SolidTest {
  private static final Noise NOISE = new Noise(5);

  @Test
  void a_ball_is_negative_inside_and_counts_millimetres_outside() {
    var ball = Solid.ball(10, -20, 30, 5);

    assertThat(ball.at(10, -20, 30)).isNegative();
    assertThat(ball.at(15, -20, 30)).isCloseTo(0, within(1e-9));
    assertThat(ball.at(22, -20, 30)).isCloseTo(7, within(1e-9));
  }

  @Test
  void nothing_of_a_solid_lies_outside_its_bounds() {
    var solids = new Solid[] {
      Solid.ellipsoid(3, 4, 5, 20, 9, 14).turned(3, 4, 33).rough(NOISE, 8, 1),
      Solid.tube(0, 0, 0, 4, 10, 5, 20, 6, -8, 30, 25, 3).join(Solid.ball(9, 9, 9, 7), 6),
      Solid.box(5, 5, 5, 9, 8, 7, 2).mirrored().grow(3),
      Outline.through(-20, -10, 15, -18, 25, 12, -5, 20).flat(),
      Solid.ellipsoid(24, 4, 5, 20, 9, 14).onBothSides().moved(1, 2, 3)
    };
    var random = new Random(3);
    for (var solid : solids) {
      for (var i = 0; i < 20_000; i++) {
        var x = 120 * random.nextDouble() - 60;
        var y = 120 * random.nextDouble() - 60;
        var z = 120 * random.nextDouble() - 60;
        if (solid.at(x, y, z) < 0) assertThat(solid.bounds().away(x, y, z)).isLessThan(1e-6);
      }
    }
  }

  @Test
  void joining_takes_both_and_cutting_leaves_the_rest() {
    var left = Solid.ball(-6, 0, 0, 8);
    var right = Solid.ball(6, 0, 0, 8);

    assertThat(left.join(right, 3).at(-10, 0, 0)).isNegative();
    assertThat(left.join(right, 3).at(10, 0, 0)).isNegative();
    assertThat(left.within(right).at(0, 0, 0)).isNegative();
    assertThat(left.within(right).at(-10, 0, 0)).isPositive();
    assertThat(left.cut(right).at(0, 0, 0)).isPositive();
    assertThat(left.cut(right).at(-10, 0, 0)).isNegative();
  }

  @Test
  void noise_is_even_repeats_itself_and_differs_elsewhere() {
    var sum = 0.0;
    var squares = 0.0;
    var random = new Random(4);
    for (var i = 0; i < 50_000; i++) {
      var value =
          NOISE.at(99 * random.nextDouble(), 99 * random.nextDouble(), random.nextDouble() * 99);
      sum += value;
      squares += value * value;
    }

    assertThat(sum / 50_000).isCloseTo(0, within(0.05));
    assertThat(Math.sqrt(squares / 50_000)).isBetween(0.7, 1.1);
    assertThat(NOISE.at(1.25, 2.5, 3.75)).isEqualTo(NOISE.at(1.25 + Noise.PERIOD, 2.5, 3.75));
    assertThat(NOISE.elsewhere(77).at(1, 2, 3)).isNotEqualTo(NOISE.at(1, 2, 3));
  }

  @Test
  void an_angle_without_the_machine_s_own_functions_is_near_enough() {
    for (var degrees = -179; degrees < 180; degrees++) {
      var angle = Math.toRadians(degrees);

      assertThat(Ramp.angle(3 * Math.sin(angle), 3 * Math.cos(angle)))
          .isCloseTo(angle, within(0.005));
    }
  }
}
