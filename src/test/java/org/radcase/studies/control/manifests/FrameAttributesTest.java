package org.radcase.studies.control.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.radcase.dicom.Corpus;
import org.radcase.dicom.Generated;
import org.radcase.dicom.WithSampleFiles;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.TransferSyntax;
import org.radcase.dicom.data.VR;
import org.radcase.dicom.geometry.Slice;
import org.radcase.dicom.part10.Part10Reader;

/** What is kept of an instance is all that its stacks need. */
class FrameAttributesTest {

  @Test
  void what_is_written_is_read_again() throws IOException {
    var image = Generated.slice().toBuilder()
        .putDecimals(Tag.IMAGE_ORIENTATION_PATIENT, VR.DS, 1, 0, 0, 0, 1, 0)
        .putDecimals(Tag.PIXEL_SPACING, VR.DS, 0.5, 0.75)
        .putDecimals(Tag.ECHO_TIME, VR.DS, 12.5)
        .putInts(Tag.TEMPORAL_POSITION_IDENTIFIER, VR.IS, 3)
        .putInts(Tag.ACQUISITION_NUMBER, VR.IS, 2)
        .build();

    var read = FrameAttributes.parse(
        FrameAttributes.of(image, TransferSyntax.EXPLICIT_LITTLE_ENDIAN).json());

    assertThat(read.sliceOf(0)).isEqualTo(Slice.of(image, 0));
  }

  @Test
  void a_plane_names_the_space_that_it_lies_in_if_that_is_a_uid() throws IOException {
    var plane = Generated.slice().toBuilder()
        .putDecimals(Tag.IMAGE_ORIENTATION_PATIENT, VR.DS, 1, 0, 0, 0, 1, 0);
    var named = plane.putString(Tag.FRAME_OF_REFERENCE_UID, "2.25.4").build();
    var misnamed = plane.putString(Tag.FRAME_OF_REFERENCE_UID, "Miller^Anne").build();
    var withoutPlane = Generated.slice().toBuilder()
        .putString(Tag.FRAME_OF_REFERENCE_UID, "2.25.4")
        .build();

    assertThat(frameOfReference(named)).isEqualTo("2.25.4");
    assertThat(frameOfReference(misnamed)).isEmpty();
    assertThat(frameOfReference(withoutPlane)).isEmpty();
  }

  private static String frameOfReference(DataSet image) throws DicomException {
    return FrameAttributes.of(image, TransferSyntax.EXPLICIT_LITTLE_ENDIAN)
        .imageOf(0)
        .path("frameOfReferenceUid")
        .asText();
  }

  @Test
  @WithSampleFiles
  void each_frame_of_an_enhanced_image_keeps_its_place() throws IOException {
    var file = Part10Reader.read(
        Corpus.file("dicom2nifti/siemens_multiframe/anatomical/001/IM-0001-0001-0001.dcm"));

    var read = FrameAttributes.parse(
        FrameAttributes.of(file.dataSet(), file.transferSyntax()).json());

    assertThat(read.frames()).hasSize(8);
    for (var frame = 0; frame < 8; frame++) {
      assertThat(read.sliceOf(frame)).isEqualTo(Slice.of(file.dataSet(), frame));
    }
  }

  @Test
  void a_cine_of_a_million_frames_is_described_at_once() throws IOException {
    var many = Collections.nCopies(20_000, "400").toArray(new String[0]);
    var image = Generated.slice().toBuilder()
        .putInts(Tag.NUMBER_OF_FRAMES, VR.IS, 1_000_000)
        .putString(Tag.WINDOW_CENTER, VR.DS, many)
        .putString(Tag.WINDOW_WIDTH, VR.DS, many)
        .build();

    var attributes = FrameAttributes.of(image, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);

    assertThat(attributes.frames()).hasSize(1_000_000);
    assertThat(attributes.frames().get(999_999)).isSameAs(attributes.frames().get(0));
  }

  @Test
  void what_all_frames_share_may_not_be_long_when_there_are_very_many() {
    var many = Collections.nCopies(60_000, "400").toArray(new String[0]);
    var window = DataSet.builder()
        .putString(Tag.WINDOW_CENTER, VR.DS, many)
        .putString(Tag.WINDOW_WIDTH, VR.DS, many)
        .build();
    var shared =
        DataSet.builder().putSequence(Tag.FRAME_VOI_LUT_SEQUENCE, window).build();
    var image = Generated.slice().toBuilder()
        .putInts(Tag.NUMBER_OF_FRAMES, VR.IS, 50_000)
        .putSequence(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, shared)
        .putSequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, DataSet.EMPTY)
        .build();

    assertThatThrownBy(() -> FrameAttributes.of(image, TransferSyntax.EXPLICIT_LITTLE_ENDIAN))
        .isInstanceOfSatisfying(DicomException.class, fault -> assertThat(fault.kind())
            .isEqualTo(DicomException.Kind.LIMIT));
  }
}
