package org.radcase.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.radcase.dicom.Corpus;
import org.radcase.dicom.Corpus.Sample;
import org.radcase.dicom.WithSampleFiles;
import org.radcase.dicom.data.TransferSyntax;
import org.radcase.dicom.data.TransferSyntax.Codec;
import org.radcase.dicom.part10.BulkSource;
import org.radcase.dicom.part10.Part10Reader;
import org.radcase.dicom.part10.PixelData;

/** The stored values of real files are those that other programs decode. */
@WithSampleFiles
class CorpusPixelsTest {

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
