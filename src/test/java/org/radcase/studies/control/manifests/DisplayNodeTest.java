package org.radcase.studies.control.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.dicom.Corpus;
import org.radcase.dicom.Generated;
import org.radcase.dicom.WithSampleFiles;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.DataSetBuilder;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.TransferSyntax;
import org.radcase.dicom.data.Uids;
import org.radcase.dicom.data.VR;
import org.radcase.dicom.lut.Palette;
import org.radcase.dicom.part10.Part10Reader;

/** What a viewer is told of tables, overlays, shutters and segments. */
class DisplayNodeTest {

  @ParameterizedTest
  @WithSampleFiles
  @ValueSource(
      strings = {
        "cornerstone/TestPattern_Palette.dcm",
        "cornerstone/TestPattern_Palette_16.dcm",
        "cornerstone/no-pixel-spacing.dcm",
        "pydicom-data/gdcm-US-ALOKA-16.dcm"
      })
  void a_palette_travels_as_the_colours_that_the_toolkit_makes_of_it(String file)
      throws IOException {
    var dataSet = Part10Reader.read(Corpus.file(file)).dataSet();
    var palette = Palette.of(dataSet).orElseThrow();

    var image = described(file);

    assertThat(image.path("displayable").asBoolean()).isTrue();
    assertThat(image.at("/palette/firstValue").asInt()).isEqualTo(palette.firstValue());
    var bytes = unpacked(image.path("palette"));
    assertThat(bytes).hasSize(3 * palette.entries());
    for (var i = 0; i < palette.entries(); i++) {
      var color = ((bytes[3 * i] & 0xFF) << 16)
          | ((bytes[3 * i + 1] & 0xFF) << 8)
          | (bytes[3 * i + 2] & 0xFF);
      assertThat(color).isEqualTo(palette.colorOf(palette.firstValue() + i));
    }
  }

  @Test
  @WithSampleFiles
  void a_modality_lut_travels_with_what_its_first_entry_stands_for() throws IOException {
    var image = described("pydicom-data/mlut_18.dcm");

    assertThat(image.at("/modalityLut/firstValue").asInt()).isEqualTo(-2048);
    assertThat(image.at("/modalityLut/length").asInt()).isEqualTo(4096);
    assertThat(image.path("rescaleType").asText()).isEqualTo("US");
    assertThat(unpacked(image.path("modalityLut"))).hasSize(8192);
  }

  @Test
  void voi_luts_stand_beside_the_windows() throws IOException {
    var lut = DataSet.builder()
        .putInts(Tag.LUT_DESCRIPTOR, VR.US, 4, 10, 12)
        .putString(Tag.LUT_EXPLANATION, VR.LO, "BONE")
        .putBytes(Tag.LUT_DATA, VR.OW, new byte[] {0, 0, 1, 0, 0, 1, (byte) 0xFF, 0x0F})
        .build();

    var image = described(Generated.slice().toBuilder().putSequence(Tag.VOI_LUT_SEQUENCE, lut));

    var entry = image.at("/voiLuts/0");
    assertThat(entry.path("explanation").asText()).isEqualTo("BONE");
    assertThat(entry.path("firstValue").asInt()).isEqualTo(10);
    assertThat(entry.path("bits").asInt()).isEqualTo(12);
    assertThat(unpacked(entry)).containsExactly(0, 0, 1, 0, 0, 1, 0xFF, 0x0F);
    assertThat(image.path("windows")).isEmpty();
  }

  @Test
  void voi_luts_beyond_what_a_manifest_carries_are_left_out() throws IOException {
    var lut = DataSet.builder()
        .putInts(Tag.LUT_DESCRIPTOR, VR.US, 20_000, 0, 16)
        .putBytes(Tag.LUT_DATA, VR.OW, Generated.bytes(40_000, 1))
        .build();

    var image =
        described(Generated.slice().toBuilder().putSequence(Tag.VOI_LUT_SEQUENCE, lut, lut, lut));

    assertThat(image.path("voiLuts")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "MONOCHROME1, '', INVERSE",
    "MONOCHROME2, '', IDENTITY",
    "MONOCHROME1, IDENTITY, IDENTITY",
    "MONOCHROME2, INVERSE, INVERSE"
  })
  void polarity_is_told_once_whoever_says_it(String photometric, String shape, String told)
      throws IOException {
    var image = described(Generated.slice().toBuilder()
        .putString(Tag.PHOTOMETRIC_INTERPRETATION, photometric)
        .putString(Tag.PRESENTATION_LUT_SHAPE, VR.CS, shape));

    assertThat(image.path("presentationLutShape").asText()).isEqualTo(told);
  }

  @Test
  void a_palette_too_long_for_a_manifest_is_not_displayable_and_says_why() throws IOException {
    var image = described(palette(Generated.bytes(131_072, 1)));

    assertThat(image.path("displayable").asBoolean()).isFalse();
    assertThat(image.path("reason").asText()).contains("palette");
    assertThat(image.has("palette")).isFalse();
  }

  private static DataSetBuilder palette(byte[] data) {
    return Generated.slice().toBuilder()
        .putString(Tag.PHOTOMETRIC_INTERPRETATION, "PALETTE COLOR")
        .putInts(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR, VR.US, 0, 0, 16)
        .putBytes(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA, VR.OW, data)
        .putBytes(Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA, VR.OW, data)
        .putBytes(Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA, VR.OW, data);
  }

  @ParameterizedTest
  @CsvSource({
    "CMYK, 4, 8, false",
    "ARGB, 1, 8, false",
    "MONOCHROME2, 1, 64, false",
    "MONOCHROME2, 1, 32, true",
    "MONOCHROME2, 1, 1, true",
    "MONOCHROME2, 3, 8, false",
    "RGB, 3, 32, true",
    "RGB, 1, 8, false",
    "YBR_PARTIAL_422, 3, 8, true",
    "YBR_FULL_422, 3, 16, false",
    "PALETTE COLOR, 1, 8, false"
  })
  void only_what_the_browser_can_decode_is_displayable(
      String photometric, int samples, int bits, boolean displayable) throws IOException {
    var image = described(Generated.slice().toBuilder()
        .putString(Tag.PHOTOMETRIC_INTERPRETATION, photometric)
        .putInts(Tag.SAMPLES_PER_PIXEL, VR.US, samples)
        .putInts(Tag.BITS_ALLOCATED, VR.US, bits)
        .putInts(Tag.BITS_STORED, VR.US, bits)
        .putInts(Tag.HIGH_BIT, VR.US, bits - 1));

    assertThat(image.path("displayable").asBoolean()).isEqualTo(displayable);
    assertThat(image.has("reason")).isNotEqualTo(displayable);
  }

  @Test
  void shutters_are_told_as_their_edges() throws IOException {
    var image = described(Generated.slice().toBuilder()
        .putString(Tag.SHUTTER_SHAPE, VR.CS, "RECTANGULAR", "CIRCULAR", "POLYGONAL")
        .putInts(Tag.SHUTTER_LEFT_VERTICAL_EDGE, VR.IS, 2)
        .putInts(Tag.SHUTTER_RIGHT_VERTICAL_EDGE, VR.IS, 7)
        .putInts(Tag.SHUTTER_UPPER_HORIZONTAL_EDGE, VR.IS, 1)
        .putInts(Tag.SHUTTER_LOWER_HORIZONTAL_EDGE, VR.IS, 6)
        .putInts(Tag.CENTER_OF_CIRCULAR_SHUTTER, VR.IS, 3, 4)
        .putInts(Tag.RADIUS_OF_CIRCULAR_SHUTTER, VR.IS, 3)
        .putInts(Tag.VERTICES_OF_THE_POLYGONAL_SHUTTER, VR.IS, 1, 1, 1, 8, 6, 4)
        .putInts(Tag.SHUTTER_PRESENTATION_VALUE, VR.US, 100));

    assertThat(image.path("shutters"))
        .hasToString(
            """
            [{"shape":"RECTANGULAR","left":2,"right":7,"upper":1,"lower":6},\
            {"shape":"CIRCULAR","row":3,"column":4,"radius":3},\
            {"shape":"POLYGONAL","vertices":[1,1,1,8,6,4]}]""");
    assertThat(image.path("shutterPresentationValue").asInt()).isEqualTo(100);
  }

  @ParameterizedTest
  @WithSampleFiles
  @CsvSource({
    "pydicom-data/MR-SIEMENS-DICOM-WithOverlays.dcm, true",
    "pydicom/test_files/CT_small.dcm, false"
  })
  void overlay_planes_are_announced(String file, boolean there) throws IOException {
    assertThat(described(file).path("overlays").asBoolean()).isEqualTo(there);
  }

  @Test
  @WithSampleFiles
  void a_segmentation_names_its_segments_and_what_each_frame_was_drawn_on() throws IOException {
    var file = Part10Reader.read(Corpus.file("highdicom/seg_image_ct_binary_overlap.dcm"));

    var attributes = FrameAttributes.of(file.dataSet(), file.transferSyntax());

    var image = attributes.imageOf(0);
    assertThat(image.path("displayable").asBoolean()).isFalse();
    assertThat(image.at("/segmentation/type").asText()).isEqualTo("BINARY");
    assertThat(image.at("/segmentation/series").asText())
        .isEqualTo(file.dataSet()
            .item(Tag.REFERENCED_SERIES_SEQUENCE)
            .flatMap(series -> series.uid(Tag.SERIES_INSTANCE_UID))
            .orElseThrow());
    assertThat(image.at("/segmentation/segments")).hasSize(2);
    assertThat(image.at("/segmentation/segments/0/number").asInt()).isEqualTo(1);
    for (var frame = 0; frame < attributes.frames().size(); frame++) {
      assertThat(attributes.imageOf(frame).path("segment").asInt()).isBetween(1, 2);
      assertThat(attributes.imageOf(frame).at("/sources/0/instance").asText()).isNotEmpty();
    }
  }

  @Test
  void a_segmentation_of_a_liar_has_no_more_segments_than_a_manifest_carries() throws IOException {
    var segment = DataSet.builder()
        .putInts(Tag.SEGMENT_NUMBER, VR.US, 1)
        .putString(Tag.SEGMENT_LABEL, VR.LO, "x".repeat(5_000))
        .build();
    var many = java.util.Collections.nCopies(5_000, segment).toArray(DataSet[]::new);

    var image = described(Generated.slice().toBuilder()
        .putString(Tag.SOP_CLASS_UID, Uids.SEGMENTATION)
        .putSequence(Tag.SEGMENT_SEQUENCE, many));

    assertThat(image.at("/segmentation/segments")).hasSize(1024);
    assertThat(image.at("/segmentation/segments/0/label").asText()).hasSize(64);
  }

  private static JsonNode described(String file) throws IOException {
    var part10 = Part10Reader.read(Corpus.file(file));
    return FrameAttributes.of(part10.dataSet(), part10.transferSyntax()).imageOf(0);
  }

  private static JsonNode described(DataSetBuilder image) throws IOException {
    return FrameAttributes.of(image.build(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN)
        .imageOf(0);
  }

  private static byte[] unpacked(JsonNode entry) throws IOException {
    var packed = Base64.getDecoder().decode(entry.path("table").asText());
    try (var inflater = new InflaterInputStream(new ByteArrayInputStream(packed))) {
      return inflater.readAllBytes();
    }
  }
}
