package org.radcase.dicom.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.radcase.dicom.Corpus;
import org.radcase.dicom.Corpus.Sample;
import org.radcase.dicom.DicomImage;
import org.radcase.dicom.WithSampleFiles;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.TransferSyntax;
import org.radcase.dicom.lut.ModalityLut;
import org.radcase.dicom.pixel.FrameDecoder;
import org.radcase.dicom.pixel.StoredValues;
import org.radcase.dicom.render.RenderOptions.Layer;

/** Real files become pictures. */
@WithSampleFiles
class CorpusRenderingTest {

  /** Its codestream's size was overwritten. */
  private static final String DAMAGED =
      "pydicom/test_files/JPEG2000-embedded-sequence-delimiter.dcm";

  /** Have no pixels, and cannot be read to their end either. */
  private static final Map<String, Kind> BROKEN = Map.of(
      "pydicom-data/emri_small_jpeg_2k_lossless_too_short.dcm", Kind.TRUNCATED,
      "pydicom/test_files/dicomdirtests/DICOMDIR-nooffset", Kind.MALFORMED,
      "pydicom/test_files/rtplan_truncated.dcm", Kind.TRUNCATED);

  static Stream<Sample> rendered() {
    return Corpus.samples()
        .filter(Sample::isRender)
        .filter(sample -> !sample.toString().equals(DAMAGED))
        .filter(sample -> FrameDecoder.canDecode(
            TransferSyntax.find(sample.fact("transferSyntaxUID")).orElseThrow()));
  }

  static Stream<Sample> withoutPixels() {
    return Corpus.samples().filter(sample -> sample.expect().equals("no-pixels"));
  }

  @ParameterizedTest
  @MethodSource("rendered")
  void every_file_of_a_known_codec_becomes_a_picture(Sample sample) throws IOException {
    var image = DicomImage.open(sample.file());
    var png = new ByteArrayOutputStream();
    image.writePng(1, png);

    var picture = ImageIO.read(new ByteArrayInputStream(png.toByteArray()));
    assertThat(picture.getWidth()).isEqualTo(sample.number("columns", 0));
    assertThat(picture.getHeight()).isEqualTo(sample.number("rows", 0));
    var last = image.render(image.frames());
    var small = Pictures.scaled(last, image.description(image.frames()).aspectRatio(), 320, 240);
    var jpeg = new ByteArrayOutputStream();
    Pictures.writeJpeg(small, 0.8f, jpeg);
    assertThat(small.getWidth()).isBetween(1, 320);
    assertThat(small.getHeight()).isBetween(1, 240);
    assertThat(jpeg.toByteArray()).startsWith(0xFF, 0xD8);
  }

  @ParameterizedTest
  @MethodSource("withoutPixels")
  void an_object_without_pixels_says_so(Sample sample) {
    assertThatThrownBy(() -> DicomImage.open(sample.file()))
        .isInstanceOfSatisfying(DicomException.class, fault -> assertThat(fault.kind())
            .isEqualTo(BROKEN.getOrDefault(sample.toString(), Kind.NO_PIXEL_DATA)));
  }

  @Test
  void a_real_modality_table_is_used() throws IOException {
    var image = DicomImage.open(Corpus.file("pydicom-data/mlut_18.dcm"));
    var display = FrameDisplay.of(image.header(), 0, offset -> {
      throw new IOException("All values are in memory");
    });

    // 4096 entries from -2048: 0, 16, 32 …
    assertThat(display.modalityLut()).isInstanceOf(ModalityLut.Table.class);
    assertThat(display.modalityLut().modalityValueOf(-2048)).isZero();
    assertThat(display.modalityLut().modalityValueOf(-2046)).isEqualTo(32);
  }

  @ParameterizedTest
  @CsvSource({
    "pydicom/test_files/examples_overlay.dcm",
    "pydicom-data/MR-SIEMENS-DICOM-WithOverlays.dcm"
  })
  void a_real_overlay_shows_when_it_is_asked_for(String path) throws IOException {
    var image = DicomImage.open(Corpus.file(path));

    var plain = Rendered.greys(image.render(1));
    var marked = Rendered.greys(image.render(1, RenderOptions.DEFAULT.withLayers(Layer.OVERLAYS)));

    var changed = 0;
    for (var i = 0; i < plain.length; i++) {
      if (plain[i] != marked[i]) {
        assertThat(marked[i]).isEqualTo(255);
        changed++;
      }
    }
    assertThat(changed).isBetween(100, plain.length / 4);
  }

  @Test
  void a_real_radiograph_is_inverted_once() throws IOException {
    // MONOCHROME1 says the same as INVERSE; the window 128/256 is all of its eight bits
    var image = DicomImage.open(Corpus.file("highdicom/dx_image.dcm"));

    var greys = Rendered.greys(image.render(1));

    var stored = StoredValues.of(image.samples(1));
    assertThat(image.header().string(Tag.PHOTOMETRIC_INTERPRETATION)).hasValue("MONOCHROME1");
    assertThat(image.header().string(Tag.PRESENTATION_LUT_SHAPE)).hasValue("INVERSE");
    assertThat(greys).isEqualTo(Arrays.stream(stored).map(value -> 255 - value).toArray());
  }

  @Test
  void a_real_profile_goes_into_the_png() throws IOException {
    var image =
        DicomImage.open(Corpus.file("highdicom/seg_image_sm_control_labelmap_palette_color.dcm"));
    var png = new ByteArrayOutputStream();

    image.writePng(1, png);

    assertThat(new String(png.toByteArray(), 37, 4, StandardCharsets.US_ASCII)).isEqualTo("iCCP");
  }
}
