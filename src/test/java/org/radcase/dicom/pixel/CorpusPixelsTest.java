package org.radcase.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.IntSummaryStatistics;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.radcase.dicom.Corpus;
import org.radcase.dicom.Corpus.Sample;
import org.radcase.dicom.WithSampleFiles;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.TransferSyntax;
import org.radcase.dicom.data.TransferSyntax.Codec;
import org.radcase.dicom.part10.BulkSource;
import org.radcase.dicom.part10.Part10Reader;
import org.radcase.dicom.part10.PixelData;

/** The stored values of real files are those that other programs decode. */
@WithSampleFiles
class CorpusPixelsTest {
  /** Its author has put a delimiter over the width: 3,722,445,056 columns. */
  private static final String DAMAGED =
      "pydicom/test_files/JPEG2000-embedded-sequence-delimiter.dcm";

  static Stream<Sample> lossless() {
    return Corpus.samples()
        .filter(Sample::isRender)
        .filter(sample -> codec(sample) == Codec.NATIVE || codec(sample) == Codec.RLE)
        .filter(sample -> sample.number("bitsAllocated", 8) > 1);
  }

  static Stream<Sample> jpeg() {
    return Corpus.samples()
        .filter(Sample::isRender)
        .filter(sample -> codec(sample) == Codec.JPEG_BASELINE)
        .filter(sample -> sample.facts().hasNonNull("mean"));
  }

  static Stream<Sample> losslessJpeg2000() {
    return jpeg2000().filter(sample -> !sample.isTrue("lossy"));
  }

  static Stream<Sample> lossyJpeg2000() {
    return jpeg2000().filter(sample -> sample.isTrue("lossy"));
  }

  private static Stream<Sample> jpeg2000() {
    return Corpus.samples()
        .filter(Sample::isRender)
        .filter(sample -> codec(sample) == Codec.JPEG_2000)
        .filter(sample -> !sample.fact("path").equals(DAMAGED));
  }

  static Stream<Sample> rendered() {
    return Corpus.samples()
        .filter(Sample::isRender)
        .filter(sample -> !sample.fact("path").equals(DAMAGED))
        .filter(sample -> FrameDecoder.canDecode(syntax(sample)));
  }

  @ParameterizedTest
  @MethodSource("lossless")
  void stored_values_of_lossless_files_are_those_of_the_reference(Sample sample) throws Exception {
    assertThat(hash(samplesOf(sample))).isEqualTo(sample.fact("pixels_sha256"));
  }

  @ParameterizedTest
  @MethodSource("jpeg")
  void values_of_jpeg_files_are_near_the_reference(Sample sample) throws IOException {
    var bytes = samplesOf(sample);

    var sum = 0L;
    for (var b : bytes) {
      sum += b & 0xFF;
    }
    assertThat((long) bytes.length).isEqualTo(sample.facts().get("pixels_bytes").asLong());
    assertThat((double) sum / bytes.length)
        .isCloseTo(sample.facts().get("mean").asDouble(), within(1.0));
  }

  @ParameterizedTest
  @MethodSource("losslessJpeg2000")
  void samples_of_lossless_jpeg_2000_files_are_those_of_the_reference(Sample sample)
      throws Exception {
    assertThat(hash(samplesOf(sample))).isEqualTo(sample.fact("pixels_sha256"));
  }

  @ParameterizedTest
  @MethodSource("lossyJpeg2000")
  void values_of_lossy_jpeg_2000_files_are_near_the_reference(Sample sample) throws IOException {
    var bytes = samplesOf(sample);
    var values = new IntSummaryStatistics();
    var isSigned = sample.number("pixelRepresentation", 0) == 1;
    var size = sample.number("bitsAllocated", 8) / 8;
    for (var i = 0; i < bytes.length; i += size) {
      var value = size == 1 ? (int) bytes[i] : (bytes[i] & 0xFF) | bytes[i + 1] << 8;
      values.accept(isSigned ? value : value & (1 << (8 * size)) - 1);
    }

    assertThat((long) bytes.length).isEqualTo(sample.facts().get("pixels_bytes").asLong());
    assertThat(values.getMin()).isCloseTo(sample.number("min", 0), within(1));
    assertThat(values.getMax()).isCloseTo(sample.number("max", 0), within(1));
    assertThat(values.getAverage()).isCloseTo(sample.facts().get("mean").asDouble(), within(0.01));
  }

  /** What the manifest names for it is no image: OpenJPEG refuses the file too. */
  @Test
  void a_codestream_whose_size_was_overwritten_is_a_typed_fault() throws IOException {
    var path = Corpus.file(DAMAGED);
    var file = Part10Reader.read(path);
    var frame = new FrameReader(BulkSource.of(path, file), file).bytes(1);
    var layout = PixelLayout.of(file.dataSet());

    assertThatThrownBy(() -> FrameDecoder.decode(frame, layout, file.transferSyntax()))
        .isInstanceOf(DicomException.class);
  }

  @ParameterizedTest
  @MethodSource("rendered")
  void every_file_of_a_known_codec_becomes_a_picture(Sample sample) throws IOException {
    var file = Part10Reader.read(sample.file());
    var frames = new FrameReader(BulkSource.of(sample.file(), file), file);
    var description = ImageDescription.of(file.dataSet());

    var picture = FrameRenderer.render(frames.bytes(1), description, file.transferSyntax());

    assertThat(picture.getWidth()).isEqualTo(sample.number("columns", 0));
    assertThat(picture.getHeight()).isEqualTo(sample.number("rows", 0));
    var small = Pictures.scaled(picture, description.aspectRatio(), 320, 240);
    var jpeg = new ByteArrayOutputStream();
    Pictures.writeJpeg(small, 0.8f, jpeg);
    assertThat(small.getWidth()).isBetween(1, 320);
    assertThat(small.getHeight()).isBetween(1, 240);
    assertThat(jpeg.toByteArray()).startsWith(0xFF, 0xD8);
  }

  private static byte[] samplesOf(Sample sample) throws IOException {
    var file = Part10Reader.read(sample.file());
    var frames = new FrameReader(BulkSource.of(sample.file(), file), file);
    var layout = PixelLayout.of(file.dataSet());
    var all = new ByteArrayOutputStream();
    for (var frame = 1; frame <= frames.frames(); frame++) {
      var bytes = frames.bytes(frame);
      assertThat((long) bytes.length).isEqualTo(frames.lengthBytes(frame));
      var samples = FrameDecoder.decode(bytes, layout, file.transferSyntax());
      all.write(interleaved(samples));
    }
    if (file.pixelData().orElseThrow() instanceof PixelData.Native) {
      assertThat((long) all.size()).isEqualTo(layout.frameBytes() * frames.frames());
    }
    return all.toByteArray();
  }

  private static byte[] interleaved(FrameDecoder.Samples samples) {
    var layout = samples.layout();
    if (layout.planarConfiguration() == 0) {
      return samples.bytes();
    }
    var size = layout.bitsAllocated() / 8;
    var result = new byte[samples.bytes().length];
    for (var i = 0; i < result.length; i++) {
      var pixel = i / size % layout.pixels();
      var sample = i / size / layout.pixels();
      result[(pixel * layout.samplesPerPixel() + sample) * size + i % size] =
          samples.bytes()[i];
    }
    return result;
  }

  private static TransferSyntax syntax(Sample sample) {
    return TransferSyntax.find(sample.fact("transferSyntaxUID")).orElseThrow();
  }

  private static Codec codec(Sample sample) {
    return syntax(sample).codec();
  }

  private static String hash(byte[] bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
