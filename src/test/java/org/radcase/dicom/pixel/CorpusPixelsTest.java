package org.radcase.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.DoubleStream;
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

  /** Near-lossless JPEG-LS is decoded in one way only; lossy JPEG by libjpeg's transform, as DCMTK does. */
  private static final Set<Codec> EXACT = EnumSet.of(
      Codec.NATIVE,
      Codec.RLE,
      Codec.DEFLATED_FRAME,
      Codec.JPEG_BASELINE,
      Codec.JPEG_EXTENDED,
      Codec.JPEG_LOSSLESS,
      Codec.JPEG_LS);

  static Stream<Sample> exact() {
    return Corpus.samples()
        .filter(Sample::isRender)
        .filter(sample -> EXACT.contains(codec(sample)) || isJpeg2000(sample, false));
  }

  static Stream<Sample> exactWithValues() {
    return exact().filter(sample -> sample.facts().hasNonNull("values_sha256"));
  }

  static Stream<Sample> lossyJpeg2000() {
    return Corpus.samples()
        .filter(Sample::isRender)
        .filter(sample -> isJpeg2000(sample, true))
        .filter(sample -> !sample.fact("path").equals(DAMAGED));
  }

  private static boolean isJpeg2000(Sample sample, boolean isLossy) {
    return codec(sample) == Codec.JPEG_2000 && sample.isTrue("lossy") == isLossy;
  }

  @ParameterizedTest
  @MethodSource("exact")
  void samples_of_exact_codecs_are_those_of_the_reference(Sample sample) throws Exception {
    assertThat(hash(samplesOf(sample.file()))).isEqualTo(sample.fact("pixels_sha256"));
  }

  @ParameterizedTest
  @MethodSource("exactWithValues")
  void stored_values_of_exact_codecs_are_those_of_the_reference(Sample sample) throws Exception {
    var layout = PixelLayout.of(Part10Reader.read(sample.file()).dataSet());
    var values = storedValues(samplesOf(sample.file()), layout);

    assertThat(Arrays.stream(values).min()).hasValue(sample.facts().get("min").asDouble());
    assertThat(Arrays.stream(values).max()).hasValue(sample.facts().get("max").asDouble());
    var bytes = ByteBuffer.allocate(values.length * layout.bitsAllocated() / 8)
        .order(ByteOrder.LITTLE_ENDIAN);
    for (var value : values) {
      if (layout.bitsAllocated() == 8) {
        bytes.put((byte) (int) value);
      } else {
        bytes.putShort((short) (int) value);
      }
    }
    assertThat(hash(bytes.array())).isEqualTo(sample.fact("values_sha256"));
  }

  /** The samples of colours, too, as if they were grey pixels of a wider image. */
  private static double[] storedValues(byte[] samples, PixelLayout of) throws DicomException {
    var frameBytes = samples.length / of.frames();
    var wide = new PixelLayout(
        of.rows(),
        frameBytes / of.rows() * 8 / of.bitsAllocated(),
        1,
        Photometric.MONOCHROME2,
        0,
        of.bitsAllocated(),
        of.bitsStored(),
        of.highBit(),
        of.pixelRepresentation(),
        of.frames());
    var values = DoubleStream.builder();
    for (var from = 0; from < samples.length; from += frameBytes) {
      var frame = Arrays.copyOfRange(samples, from, from + frameBytes);
      Arrays.stream(StoredValues.doublesOf(new FrameDecoder.Samples(frame, wide)))
          .forEach(values);
    }
    return values.build().toArray();
  }

  @Test
  void a_segmentation_of_one_bit_is_the_same_in_rle_as_deflated() throws IOException {
    var rle = samplesOf(Corpus.file("pydicom-data/liver_rle.dcm"));

    assertThat(rle).isEqualTo(samplesOf(Corpus.file("pydicom-data/liver_deflate.dcm")));
  }

  @ParameterizedTest
  @MethodSource("lossyJpeg2000")
  void stored_values_of_lossy_jpeg_2000_are_near_the_reference(Sample sample) throws IOException {
    var layout = PixelLayout.of(Part10Reader.read(sample.file()).dataSet());

    var bytes = samplesOf(sample.file());

    var values = Arrays.stream(storedValues(bytes, layout)).summaryStatistics();
    assertThat((long) bytes.length).isEqualTo(sample.facts().get("pixels_bytes").asLong());
    assertThat(values.getMin()).isCloseTo(sample.number("min", 0), within(1.0));
    assertThat(values.getMax()).isCloseTo(sample.number("max", 0), within(1.0));
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

  private static byte[] samplesOf(Path path) throws IOException {
    var file = Part10Reader.read(path);
    var frames = new FrameReader(BulkSource.of(path, file), file);
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
