package org.radcase.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.dicom.Corpus;
import org.radcase.dicom.Generated;
import org.radcase.dicom.codec.MadeFrames.Made;
import org.radcase.dicom.data.DataSetBuilder;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.TransferSyntax;
import org.radcase.dicom.data.VR;
import org.radcase.dicom.part10.BulkSource;
import org.radcase.dicom.part10.Part10Reader;
import org.radcase.dicom.pixel.FrameReader;

/** DCMTK, whose JPEG-LS is CharLS, reads what we encode, and we read what it encodes. */
class DcmtkCodecsTest {
  @TempDir
  Path folder;

  static Stream<Made> frames() {
    return kinds().flatMap(List::stream);
  }

  /** Flat with specks, and smooth with noise; one process for each of all would take long. */
  private static Stream<Made> likeReal() {
    return kinds().flatMap(kinds -> kinds.subList(4, 6).stream());
  }

  private static Stream<List<Made>> kinds() {
    return Stream.of(
        MadeFrames.kinds(new FrameShape(33, 47, 1, 1), 8),
        MadeFrames.kinds(new FrameShape(33, 47, 3, 1), 8),
        MadeFrames.kinds(new FrameShape(33, 47, 1, 2), 12),
        MadeFrames.kinds(new FrameShape(33, 47, 1, 2), 16));
  }

  @ParameterizedTest
  @MethodSource("frames")
  void dcmdjpls_reads_our_jpeg_ls(Made frame) throws Exception {
    var stream = JpegLs.encode(frame.samples(), frame.shape(), frame.bits());

    assertThat(decodedBy("dcmdjpls", frame, stream, TransferSyntax.JPEG_LS))
        .isEqualTo(frame.samples());
  }

  @ParameterizedTest
  @MethodSource("frames")
  void dcmdrle_reads_our_rle(Made frame) throws Exception {
    var encoded = Rle.encode(frame.samples(), frame.shape());

    assertThat(decodedBy("dcmdrle", frame, encoded, TransferSyntax.RLE)).isEqualTo(frame.samples());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dcmcjpls +el +il",
        "dcmcjpls +el +is",
        "dcmcjpls +el +in",
        "dcmcjpls +el +pc",
        "dcmcjpls +el +t1 5 +t2 9 +t3 30 +rs 31",
        "dcmcjpls +en +md 1 +il",
        "dcmcjpls +en +md 3 +is",
        "dcmcjpls +en +md 9 +in",
      })
  void we_read_the_jpeg_ls_of_dcmcjpls(String command) throws Exception {
    for (var frame : likeReal().toList()) {
      var original = Files.write(folder.resolve("original"), nativeFile(frame));
      var encoded = folder.resolve("encoded");
      var decoded = folder.resolve("decoded");
      run(command, original, encoded);
      run("dcmdjpls", encoded, decoded);

      var ours = JpegLs.decode(frameOf(encoded), frame.shape());

      assertThat(ours).as("%s of %s", command, frame).isEqualTo(frameOf(decoded));
      if (command.contains("+el")) {
        assertThat(ours).isEqualTo(frame.samples());
      }
    }
  }

  private byte[] decodedBy(String program, Made frame, byte[] stream, TransferSyntax syntax)
      throws Exception {
    var dataSet = header(frame).putFragments(Tag.PIXEL_DATA, List.of(stream)).build();
    var encoded = Files.write(folder.resolve("encoded"), Generated.file(dataSet, syntax));
    var decoded = folder.resolve("decoded");
    run(program, encoded, decoded);
    return frameOf(decoded);
  }

  private static byte[] nativeFile(Made frame) {
    var dataSet = header(frame).putBytes(Tag.PIXEL_DATA, VR.OW, frame.samples()).build();
    return Generated.file(dataSet, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
  }

  private static DataSetBuilder header(Made frame) {
    var shape = frame.shape();
    var header = Generated.slice().toBuilder()
        .putInts(Tag.SAMPLES_PER_PIXEL, VR.US, shape.samplesPerPixel())
        .putInts(Tag.ROWS, VR.US, shape.rows())
        .putInts(Tag.COLUMNS, VR.US, shape.columns())
        .putInts(Tag.BITS_ALLOCATED, VR.US, 8 * shape.sampleBytes())
        .putInts(Tag.BITS_STORED, VR.US, frame.bits())
        .putInts(Tag.HIGH_BIT, VR.US, frame.bits() - 1)
        .putInts(Tag.PIXEL_REPRESENTATION, VR.US, 0);
    if (shape.samplesPerPixel() > 1) {
      header.putString(Tag.PHOTOMETRIC_INTERPRETATION, "RGB");
      header.putInts(Tag.PLANAR_CONFIGURATION, VR.US, 0);
    }
    return header;
  }

  private static byte[] frameOf(Path path) throws IOException {
    var file = Part10Reader.read(path);
    return new FrameReader(BulkSource.of(path, file), file).bytes(1);
  }

  private static void run(String program, Path from, Path to) throws InterruptedException {
    var command = new ArrayList<>(List.of(program.split(" ", -1)));
    command.addAll(List.of(from.toString(), to.toString()));
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(process.waitFor()).as("%s: %s", command, text).isZero();
    } catch (IOException e) {
      throw Corpus.absent(command.get(0) + " (Debian: dcmtk)");
    }
  }
}
