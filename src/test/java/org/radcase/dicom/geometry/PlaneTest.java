package org.radcase.dicom.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcase.dicom.Corpus;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.VR;
import org.radcase.dicom.part10.Part10Reader;

class PlaneTest {
  private static final String ENHANCED =
      "dicom2nifti/siemens_multiframe/anatomical/001/IM-0001-0001-0001.dcm";

  @Test
  void an_axial_image_shows_the_right_side_left_and_the_front_on_top() {
    var orientation = PatientOrientation.of(image(1, 0, 0, 0, 1, 0), 0).orElseThrow();

    assertThat(orientation).isEqualTo(new PatientOrientation("R", "L", "A", "P"));
  }

  @Test
  void a_sagittal_image_shows_the_front_left_and_the_head_on_top() {
    var orientation = PatientOrientation.of(image(0, 1, 0, 0, 0, -1), 0).orElseThrow();

    assertThat(orientation).isEqualTo(new PatientOrientation("A", "P", "H", "F"));
  }

  @Test
  void a_coronal_image_shows_the_right_side_left_and_the_head_on_top() {
    var orientation = PatientOrientation.of(image(1, 0, 0, 0, 0, -1), 0).orElseThrow();

    assertThat(orientation).isEqualTo(new PatientOrientation("R", "L", "H", "F"));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 0, L",
    "0.8, 0.6, 0, LP",
    "0.6, -0.8, 0, AL",
    "-0.05, 0, 0.9987, H",
    "0.6, 0.5, -0.62, FLP"
  })
  void letters_name_the_strongest_direction_first(double x, double y, double z, String letters) {
    assertThat(PatientOrientation.letters(new Vector3(x, y, z))).isEqualTo(letters);
  }

  @Test
  void a_radiograph_has_its_letters_from_patient_orientation() {
    var radiograph =
        DataSet.builder().putString(Tag.PATIENT_ORIENTATION, "L", "FP").build();

    assertThat(PatientOrientation.of(radiograph, 0))
        .hasValue(new PatientOrientation("R", "L", "HA", "FP"));
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 0, 1, 0, 0", "0, 0, 0, 0, 1, 0", "2, 0, 0, 0, 1, 0", "1, 0, 0, 0.5, 0.8, 0"})
  void cosines_that_are_no_plane_are_no_plane(
      double a, double b, double c, double d, double e, double f) {
    assertThat(Plane.of(image(a, b, c, d, e, f))).isEmpty();
  }

  @Test
  void an_enhanced_image_has_a_plane_for_each_frame() throws IOException {
    var header = Part10Reader.read(Corpus.file(ENHANCED)).dataSet();

    var first = Plane.ofFrame(header, 0).orElseThrow();
    var last = Plane.ofFrame(header, 7).orElseThrow();

    assertThat(first.normal().dot(last.normal())).isGreaterThan(0.9999);
    assertThat(first.position()).isNotEqualTo(last.position());
  }

  @Test
  void frames_of_a_dose_are_shifted_by_their_offsets() {
    var dose = image(1, 0, 0, 0, 1, 0).toBuilder()
        .putDecimals(Tag.GRID_FRAME_OFFSET_VECTOR, VR.DS, 0, 2.5, 5)
        .build();
    var absolute = image(1, 0, 0, 0, 1, 0).toBuilder()
        .putDecimals(Tag.GRID_FRAME_OFFSET_VECTOR, VR.DS, -40, -42.5)
        .build();

    assertThat(Plane.ofFrame(dose, 2).orElseThrow().position()).isEqualTo(new Vector3(0, 0, 5));
    assertThat(Plane.ofFrame(absolute, 1).orElseThrow().position())
        .isEqualTo(new Vector3(0, 0, -2.5));
  }

  @Test
  void a_plane_a_mile_away_is_none() {
    var far = image(1, 0, 0, 0, 1, 0).toBuilder()
        .putDecimals(Tag.IMAGE_POSITION_PATIENT, VR.DS, 0, 0, 1.7e6)
        .build();

    assertThat(Plane.of(far)).isEmpty();
  }

  private static DataSet image(double... cosines) {
    return DataSet.builder()
        .putDecimals(Tag.IMAGE_POSITION_PATIENT, VR.DS, 0, 0, 0)
        .putDecimals(Tag.IMAGE_ORIENTATION_PATIENT, VR.DS, cosines)
        .build();
  }
}
