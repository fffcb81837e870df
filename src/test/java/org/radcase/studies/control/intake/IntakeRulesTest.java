package org.radcase.studies.control.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteOrder;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.DataSetBuilder;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.TransferSyntax;
import org.radcase.dicom.data.VR;
import org.radcase.dicom.part10.Part10File;
import org.radcase.dicom.part10.PixelData;
import org.radcase.studies.entity.Refusal;

class IntakeRulesTest {
  @Test
  void a_file_that_says_that_it_is_deidentified_may_come_in() {
    var file = image(removed().putString(Tag.MODALITY, VR.CS, "CT"));

    assertThatCode(() -> IntakeRules.check(file, false)).doesNotThrowAnyException();
  }

  @Test
  void a_file_that_does_not_say_so_is_refused() {
    assertRefused(image(DataSet.builder()), Refusal.NOT_DEIDENTIFIED);
    assertRefused(
        image(DataSet.builder().putString(Tag.PATIENT_IDENTITY_REMOVED, VR.CS, "NO")),
        Refusal.NOT_DEIDENTIFIED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"US", "OT", "XC"})
  void where_scanners_write_into_the_picture_silence_is_refused(String modality) {
    assertRefused(image(removed().putString(Tag.MODALITY, VR.CS, modality)), Refusal.BURNED_IN);
  }

  @Test
  void an_ultrasound_that_denies_burned_in_text_may_come_in() {
    var file = image(removed()
        .putString(Tag.MODALITY, VR.CS, "US")
        .putString(Tag.BURNED_IN_ANNOTATION, VR.CS, "NO"));

    assertThatCode(() -> IntakeRules.check(file, false)).doesNotThrowAnyException();
  }

  @Test
  void a_secondary_capture_is_one_by_its_class_whatever_its_modality() {
    assertRefused(
        image(removed()
            .putString(Tag.MODALITY, VR.CS, "CT")
            .putString(Tag.SOP_CLASS_UID, VR.UI, "1.2.840.10008.5.1.4.1.1.7")),
        Refusal.BURNED_IN);
  }

  @Test
  void burned_in_text_is_refused_of_every_modality() {
    assertRefused(
        image(removed()
            .putString(Tag.MODALITY, VR.CS, "CT")
            .putString(Tag.BURNED_IN_ANNOTATION, VR.CS, "YES")),
        Refusal.BURNED_IN);
  }

  @Test
  void the_administrator_may_accept_identified_files() {
    assertThatCode(() -> IntakeRules.check(image(DataSet.builder()), true))
        .doesNotThrowAnyException();
  }

  @Test
  void an_object_without_an_image_is_refused_even_then() {
    var report = new Part10File(
        DataSet.EMPTY,
        TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
        removed().build(),
        0,
        Optional.empty());

    assertThatThrownBy(() -> IntakeRules.check(report, true))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.NO_PIXEL_DATA));
  }

  private static void assertRefused(Part10File file, Refusal refusal) {
    assertThatThrownBy(() -> IntakeRules.check(file, false))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
  }

  private static DataSetBuilder removed() {
    return DataSet.builder().putString(Tag.PATIENT_IDENTITY_REMOVED, VR.CS, "YES");
  }

  private static Part10File image(DataSetBuilder dataSet) {
    var pixels = new PixelData.Native(
        Tag.PIXEL_DATA, VR.OW, new PixelData.Range(1000, 2), ByteOrder.LITTLE_ENDIAN);
    return new Part10File(
        DataSet.EMPTY,
        TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
        dataSet.build(),
        0,
        Optional.of(pixels));
  }
}
