package org.radcase.dicom.part10;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.radcase.dicom.Corpus;
import org.radcase.dicom.Corpus.Sample;
import org.radcase.dicom.WithSampleFiles;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;
import org.radcase.dicom.data.Tag;

/** Every real file gives what its manifest says, or a typed refusal. */
@WithSampleFiles
class CorpusHeadersTest {

  /** Files that another program forgives; ours says what is wrong with them. */
  private static final Map<String, Kind> REFUSED = Map.of(
      "pydicom-data/emri_small_jpeg_2k_lossless_too_short.dcm", Kind.TRUNCATED,
      "pydicom/test_files/MR_truncated.dcm", Kind.TRUNCATED,
      "pydicom/test_files/rtplan_truncated.dcm", Kind.TRUNCATED,
      "pydicom/test_files/dicomdirtests/DICOMDIR-nooffset", Kind.MALFORMED,
      "pydicom/test_files/meta_missing_tsyntax.dcm", Kind.NOT_PART10);

  /** Read as a data set; that it names no object is for its user to see. */
  private static final String WITHOUT_UIDS = "pydicom/test_files/empty_charset_LEI.dcm";

  static Stream<Sample> readable() {
    return Corpus.samples()
        .filter(sample -> !REFUSED.containsKey(sample.fact("path")))
        .filter(sample -> !sample.expect().equals("reject") || isWithoutUids(sample));
  }

  static Stream<Sample> refused() {
    return Corpus.samples()
        .filter(sample -> REFUSED.containsKey(sample.fact("path"))
            || (sample.expect().equals("reject") && !isWithoutUids(sample)));
  }

  @ParameterizedTest
  @MethodSource("readable")
  void the_header_says_what_the_manifest_says(Sample sample) throws IOException {
    var file = Part10Reader.read(sample.file());

    var header = file.dataSet();
    var sopClass = header.string(Tag.SOP_CLASS_UID).or(() -> file.meta()
        .string(Tag.MEDIA_STORAGE_SOP_CLASS_UID));
    assertThat(sopClass.orElse("")).isEqualTo(sample.fact("SOPClassUID"));
    assertThat(header.string(Tag.STUDY_INSTANCE_UID).orElse("")).isEqualTo(sample.fact("studyUID"));
    assertThat(header.string(Tag.MODALITY).orElse("")).isEqualTo(sample.fact("modality"));
    if (!sample.fact("transferSyntaxUID").isEmpty()) {
      assertThat(file.transferSyntax().uid()).isEqualTo(sample.fact("transferSyntaxUID"));
    }
    if (sample.isRender()) {
      assertThat(file.pixelData()).isPresent();
      assertThat(header.integer(Tag.ROWS)).hasValue(sample.number("rows", 0));
      assertThat(header.integer(Tag.COLUMNS)).hasValue(sample.number("columns", 0));
      assertThat(header.integer(Tag.NUMBER_OF_FRAMES).orElse(1))
          .isEqualTo(sample.number("frames", 1));
    }
  }

  @ParameterizedTest
  @MethodSource("refused")
  void what_is_no_whole_dicom_file_is_refused_with_a_kind_and_an_offset(Sample sample) {
    assertThatThrownBy(() -> Part10Reader.read(sample.file()))
        .isInstanceOfSatisfying(DicomException.class, fault -> {
          assertThat(fault.kind())
              .isEqualTo(REFUSED.getOrDefault(sample.fact("path"), Kind.NOT_PART10));
          assertThat(fault.offset()).isPresent();
        });
  }

  private static boolean isWithoutUids(Sample sample) {
    return sample.fact("path").equals(WITHOUT_UIDS);
  }
}
