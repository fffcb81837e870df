package org.radcase.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.dicom.Corpus;
import org.radcase.dicom.Generated;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.TransferSyntax;
import org.radcase.dicom.data.VR;
import org.radcase.dicom.part10.BulkSource;
import org.radcase.dicom.part10.Part10File;
import org.radcase.dicom.part10.Part10Reader;
import org.radcase.dicom.part10.PixelData;
import org.radcase.dicom.part10.ReadLimits;
import org.radcase.dicom.render.FrameDisplay;
import org.radcase.dicom.render.FrameRenderer;
import org.radcase.dicom.render.RenderOptions;

/** Frames that lie get a typed answer. */
class HostileFramesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pydicom/test_files/MR_small_jp2klossless.dcm",
        "pydicom/test_files/SC_rgb_gdcm_KY.dcm",
        "pydicom/test_files/MR_small_RLE.dcm",
        "pydicom/test_files/SC_rgb_rle.dcm",
        "pydicom/test_files/SC_rgb_small_odd_jpeg.dcm",
        "pydicom/test_files/SC_jpeg_no_color_transform.dcm",
        "pydicom/test_files/SC_rgb_dcmtk_+eb+cy+n1.dcm",
        "pydicom/test_files/SC_rgb_jpeg_gdcm.dcm",
        "pydicom/test_files/JPGExtended.dcm",
        "pydicom/test_files/examples_palette.dcm",
        "pydicom/test_files/MR_small_jpeg_ls_lossless.dcm",
        "pydicom/test_files/SC_rgb_jls_lossy_sample.dcm",
        "pydicom-data/liver_deflate.dcm"
      })
  void frames_with_flipped_bits_are_pictures_or_typed_faults(String path) throws IOException {
    var file = Corpus.file(path);
    var header = Part10Reader.read(file);
    var frame = new FrameReader(BulkSource.of(file, header), header).bytes(1);
    var display = FrameDisplay.of(header.dataSet(), 0, BulkSource.of(file, header));
    var random = new Random(path.hashCode());
    for (var round = 0; round < 200; round++) {
      var flipped =
          Arrays.copyOf(frame, round % 4 == 0 ? random.nextInt(frame.length) : frame.length);
      for (var flips = random.nextInt(20); flips >= 0 && flipped.length > 0; flips--) {
        flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
      }
      renderOrFault(flipped, display, header.transferSyntax());
    }
  }

  @Test
  void headers_that_lie_about_their_frames_are_typed_faults() throws IOException {
    var random = new Random(4);
    var tags = Generated.slice();
    for (var round = 0; round < 2000; round++) {
      var lying = tags.toBuilder();
      for (var lies = random.nextInt(3); lies >= 0; lies--) {
        var tag = LAYOUT_TAGS[random.nextInt(LAYOUT_TAGS.length)];
        lying.putInts(tag, VR.US, LIES[random.nextInt(LIES.length)]);
      }
      if (random.nextInt(4) == 0) {
        lying.putInts(Tag.NUMBER_OF_FRAMES, VR.IS, LIES[random.nextInt(LIES.length)] * 40_000);
      }
      if (random.nextInt(3) == 0) {
        lying.putString(
            Tag.PHOTOMETRIC_INTERPRETATION, random.nextBoolean() ? "RGB" : "YBR_FULL_422");
      }
      readAndRender(lying.build());
    }
  }

  @Test
  void pixel_data_shorter_than_its_frames_is_truncated() {
    var image = Generated.slice().toBuilder().putInts(Tag.ROWS, VR.US, 7).build();

    assertThatThrownBy(() -> reader(image))
        .isInstanceOfSatisfying(
            DicomException.class, fault -> assertThat(fault.kind()).isEqualTo(Kind.TRUNCATED));
  }

  @Test
  void two_billion_frames_are_truncated_and_not_counted() {
    var image = Generated.slice().toBuilder()
        .putInts(Tag.NUMBER_OF_FRAMES, VR.IS, Integer.MAX_VALUE)
        .putInts(Tag.ROWS, VR.US, 65_535)
        .putInts(Tag.COLUMNS, VR.US, 65_535)
        .build();

    assertThatThrownBy(() -> reader(image))
        .isInstanceOfSatisfying(
            DicomException.class, fault -> assertThat(fault.kind()).isEqualTo(Kind.TRUNCATED));
  }

  @Test
  void a_huge_frame_of_few_bytes_is_refused_before_it_costs_memory() {
    var layout = new PixelLayout(65_535, 65_535, 1, Photometric.MONOCHROME2, 0, 8, 8, 7, 0, 1);

    assertThatThrownBy(() -> FrameDecoder.decode(new byte[100], layout, TransferSyntax.RLE))
        .isInstanceOfSatisfying(
            DicomException.class, fault -> assertThat(fault.kind()).isEqualTo(Kind.LIMIT));
  }

  @Test
  void a_frame_of_gigabytes_is_not_loaded() throws IOException {
    var image = Generated.slice().toBuilder()
        .putInts(Tag.ROWS, VR.US, 65_535)
        .putInts(Tag.COLUMNS, VR.US, 65_535)
        .build();
    var range = new PixelData.Range(0, 1L << 40);
    var pixels = new PixelData.Native(Tag.PIXEL_DATA, VR.OW, range, ByteOrder.LITTLE_ENDIAN);
    var file = new Part10File(
        DataSet.EMPTY, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, image, 0, Optional.of(pixels));
    var frames = new FrameReader(offset -> InputStream.nullInputStream(), file);

    assertThatThrownBy(() -> frames.bytes(1))
        .isInstanceOfSatisfying(
            DicomException.class, fault -> assertThat(fault.kind()).isEqualTo(Kind.LIMIT));
  }

  @Test
  void an_object_without_rows_is_no_image() {
    assertThatThrownBy(() -> ImageDescription.of(DataSet.EMPTY))
        .isInstanceOfSatisfying(
            DicomException.class, fault -> assertThat(fault.kind()).isEqualTo(Kind.NO_PIXEL_DATA));
  }

  private static final Tag[] LAYOUT_TAGS = {
    Tag.ROWS,
    Tag.COLUMNS,
    Tag.SAMPLES_PER_PIXEL,
    Tag.BITS_ALLOCATED,
    Tag.BITS_STORED,
    Tag.HIGH_BIT,
    Tag.PIXEL_REPRESENTATION,
    Tag.PLANAR_CONFIGURATION
  };

  private static final int[] LIES = {0, 1, 2, 3, 5, 7, 8, 12, 16, 31, 32, 64, 255, 65_535};

  private static void readAndRender(DataSet image) throws IOException {
    try {
      var header = header(image);
      var frames = reader(image);
      var display = FrameDisplay.of(image, 0, offset -> InputStream.nullInputStream());
      for (var frame = 1; frame <= Math.min(2, frames.frames()); frame++) {
        renderOrFault(frames.bytes(frame), display, header.transferSyntax());
      }
    } catch (DicomException expected) {
      assertThat(expected.getMessage()).isNotBlank();
    }
  }

  private static void renderOrFault(byte[] frame, FrameDisplay display, TransferSyntax syntax) {
    try {
      var layout = display.description().layout();
      var samples = FrameDecoder.decode(frame, layout, syntax);
      var picture = FrameRenderer.render(samples, display, RenderOptions.DEFAULT);
      assertThat(picture.getWidth()).isEqualTo(layout.columns());
    } catch (DicomException expected) {
      assertThat(expected.getMessage()).isNotBlank();
    }
  }

  private static FrameReader reader(DataSet image) throws IOException {
    var bytes = Generated.file(image, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    BulkSource source =
        offset -> new ByteArrayInputStream(bytes, (int) offset, bytes.length - (int) offset);
    return new FrameReader(source, header(image));
  }

  private static Part10File header(DataSet image) throws IOException {
    var bytes = Generated.file(image, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    return Part10Reader.read(new ByteArrayInputStream(bytes), ReadLimits.DEFAULT);
  }
}
