package org.radcase.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import org.radcase.dicom.pixel.FrameReader;
import org.radcase.dicom.pixel.PixelLayout;

/** The last frames of real files are the same after encoding and decoding. */
@WithSampleFiles
class CorpusCodecsTest {
  static Stream<Sample> uncompressed() {
    return Corpus.samples()
        .filter(Sample::isRender)
        .filter(sample -> TransferSyntax.find(sample.fact("transferSyntaxUID"))
            .map(TransferSyntax::codec)
            .filter(Codec.NATIVE::equals)
            .isPresent())
        .filter(sample -> !sample.fact("photometric").equals("YBR_FULL_422"))
        .filter(sample -> sample.number("bitsAllocated", 0) % 8 == 0)
        .filter(sample -> sample.number("bitsAllocated", 64) <= 32);
  }

  @ParameterizedTest
  @MethodSource("uncompressed")
  void uncompressed_frames_are_the_same_after_encoding_and_decoding(Sample sample)
      throws IOException {
    var file = Part10Reader.read(sample.file());
    var frames = new FrameReader(BulkSource.of(sample.file(), file), file);
    var layout = PixelLayout.of(file.dataSet());
    var shape = new FrameShape(
        layout.rows(), layout.columns(), layout.samplesPerPixel(), layout.bitsAllocated() / 8);
    var frame = frames.bytes(frames.frames());

    assertThat(Rle.decode(Rle.encode(frame, shape), shape)).isEqualTo(frame);
    if (shape.sampleBytes() <= 2) {
      var bits = layout.bitsAllocated(); // of negative samples, too, all bits of the container
      assertThat(JpegLs.decode(JpegLs.encode(frame, shape, bits), shape)).isEqualTo(frame);
    }
  }
}
