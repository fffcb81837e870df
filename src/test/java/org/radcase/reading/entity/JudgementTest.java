package org.radcase.reading.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcase.dicom.pixel.ImageDescription.PixelSpacing;
import org.radcase.studies.entity.InstanceUid;
import org.radcase.studies.entity.SeriesUid;

class JudgementTest {
  private static final ReferencedFrame FRAME =
      new ReferencedFrame(new SeriesUid("1.2"), new InstanceUid("1.2.1"), 1);
  private static final FrameGeometry MM =
      new FrameGeometry(Optional.of(new PixelSpacing(1, 1)), Optional.empty());

  private static KeyFinding at(String id, double column, double toleranceMm) {
    var shape = new Shape(Shape.Type.POINT, List.of(new Point(column, 0)));
    return new KeyFinding(id, "Nodule", FRAME, shape, toleranceMm, true);
  }

  private static Judgement judge(double column, Set<String> found, KeyFinding... findings) {
    return Judgement.of(
        new Click(FRAME, new Point(column, 0), MM), List.of(findings), frame -> MM, found);
  }

  @ParameterizedTest
  @CsvSource({"0, FOUND", "4, FOUND", "4.001, NEAR", "12, NEAR", "12.001, MISSED"})
  void up_to_its_tolerance_it_is_found_and_up_to_three_times_that_near(
      double distance, Verdict verdict) {
    assertThat(judge(100 + distance, Set.of(), at("a", 100, 4)).verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"10, FOUND", "10.5, NEAR", "30, NEAR", "30.5, MISSED"})
  void in_pixels_the_tolerance_is_ten(double pixels, Verdict verdict) {
    assertThat(new Distance(pixels, Distance.Unit.PIXELS).verdict(1)).isEqualTo(verdict);
  }

  @Test
  void what_was_found_is_told_and_what_is_near_is_not() {
    assertThat(judge(0, Set.of(), at("a", 0, 5)).found()).contains(at("a", 0, 5));
    assertThat(judge(10, Set.of(), at("a", 0, 5)).found()).isEmpty();
    assertThat(judge(100, Set.of(), at("a", 0, 5)).nearest()).isEmpty();
    assertThat(judge(100, Set.of())).isEqualTo(new Judgement(Verdict.MISSED, Optional.empty()));
  }

  @Test
  void of_several_the_nearest_is_found() {
    assertThat(judge(6, Set.of(), at("a", 0, 10), at("b", 10, 10)).found())
        .map(KeyFinding::id)
        .contains("b");
  }

  @Test
  void of_several_within_reach_one_that_was_not_found_before_comes_first() {
    assertThat(judge(6, Set.of("b"), at("a", 0, 10), at("b", 10, 10)).found())
        .map(KeyFinding::id)
        .contains("a");
  }

  @Test
  void to_find_something_again_is_better_than_to_be_near_another() {
    assertThat(judge(10, Set.of("b"), at("a", 0, 5), at("b", 10, 5)).found())
        .map(KeyFinding::id)
        .contains("b");
  }

  @Test
  void a_large_tolerance_of_the_farther_counts() {
    assertThat(judge(4, Set.of(), at("a", 0, 1), at("b", 14, 20)).found())
        .map(KeyFinding::id)
        .contains("b");
  }
}
