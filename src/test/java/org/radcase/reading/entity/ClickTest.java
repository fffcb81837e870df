package org.radcase.reading.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.radcase.dicom.geometry.Plane;
import org.radcase.dicom.geometry.Vector3;
import org.radcase.dicom.pixel.ImageDescription.PixelSpacing;
import org.radcase.studies.entity.InstanceUid;
import org.radcase.studies.entity.SeriesUid;

class ClickTest {
  private static final ReferencedFrame HERE = frame("1.2", "1.2.1");
  private static final ReferencedFrame ABOVE = frame("1.2", "1.2.2");
  private static final FrameGeometry UNKNOWN =
      new FrameGeometry(Optional.empty(), Optional.empty());

  private static final KeyFinding FINDING = new KeyFinding(
      "f1", "Nodule", HERE, new Shape(Shape.Type.POINT, List.of(new Point(8.5, 8.5))), 5, true);

  private static ReferencedFrame frame(String series, String instance) {
    return new ReferencedFrame(new SeriesUid(series), new InstanceUid(instance), 1);
  }

  private static FrameGeometry axial(double spacing, double x, double y, double z) {
    return new FrameGeometry(
        Optional.of(new PixelSpacing(spacing, spacing)),
        Optional.of(new Plane(new Vector3(x, y, z), new Vector3(1, 0, 0), new Vector3(0, 1, 0))));
  }

  private static Distance distance(
      ReferencedFrame frame, double column, double row, FrameGeometry at, FrameGeometry of) {
    return new Click(frame, new Point(column, row), at).from(FINDING, of).orElseThrow();
  }

  @Test
  void on_the_same_frame_it_is_that_within_the_plane() {
    var here = axial(0.5, 0, 0, 0);

    assertThat(distance(HERE, 14.5, 16.5, here, here)).isEqualTo(new Distance(5, Distance.Unit.MM));
  }

  @Test
  void without_a_size_of_the_pixels_it_is_in_pixels() {
    assertThat(distance(HERE, 11.5, 12.5, UNKNOWN, UNKNOWN))
        .isEqualTo(new Distance(5, Distance.Unit.PIXELS));
  }

  @Test
  void on_another_slice_the_way_to_it_counts_too() {
    // 3 mm within the plane, 4 mm from slice to slice.
    var distance = distance(ABOVE, 14.5, 8.5, axial(0.5, 0, 0, 4), axial(0.5, 0, 0, 0));

    assertThat(distance).isEqualTo(new Distance(5, Distance.Unit.MM));
  }

  @Test
  void a_slice_that_is_shifted_as_by_a_tilted_gantry_is_laid_over_in_the_patient() {
    var distance = distance(ABOVE, 8.5, 8.5, axial(0.5, 0, 3, 4), axial(0.5, 0, 0, 0));

    assertThat(distance).isEqualTo(new Distance(5, Distance.Unit.MM));
  }

  @Test
  void pixels_of_another_size_are_laid_over_by_their_centers() {
    // The center of the ninth pixel of 0.5 mm is that of the fifth of 1 mm.
    var distance = distance(ABOVE, 4.5, 4.5, axial(1, 0, 0, 2), axial(0.5, 0, 0, 0));

    assertThat(distance.value()).isCloseTo(2, within(1e-12));
  }

  @Test
  void a_slice_of_another_direction_is_laid_over_in_the_patient() {
    // Sagittal: columns go to the back, rows to the feet; this pixel's center is (4, 4, -2).
    var sagittal = new FrameGeometry(
        Optional.of(new PixelSpacing(1, 1)),
        Optional.of(new Plane(new Vector3(4, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, -1))));

    var distance = distance(ABOVE, 4.5, 2.5, sagittal, axial(0.5, 0, 0, 0));

    assertThat(distance.value()).isCloseTo(2, within(1e-12));
  }

  @Test
  void there_is_none_to_a_slice_whose_place_is_not_known() {
    var click = new Click(ABOVE, new Point(8.5, 8.5), UNKNOWN);

    assertThat(click.from(FINDING, axial(0.5, 0, 0, 0))).isEmpty();
    assertThat(new Click(ABOVE, new Point(8.5, 8.5), axial(0.5, 0, 0, 1)).from(FINDING, UNKNOWN))
        .isEmpty();
  }

  @Test
  void there_is_none_to_another_series() {
    var elsewhere = new Click(frame("1.3", "1.3.1"), new Point(8.5, 8.5), axial(0.5, 0, 0, 0));

    assertThat(elsewhere.from(FINDING, axial(0.5, 0, 0, 0))).isEmpty();
  }
}
