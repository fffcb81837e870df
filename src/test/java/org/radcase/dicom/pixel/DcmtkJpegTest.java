package org.radcase.dicom.pixel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.dicom.Corpus;
import org.radcase.dicom.Generated;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.TransferSyntax;
import org.radcase.dicom.data.VR;
import org.radcase.dicom.part10.BulkSource;
import org.radcase.dicom.part10.Part10Reader;

/** What DCMTK's dcmcjpeg has encoded decodes to what its dcmdjpeg gives, to the bit. */
class DcmtkJpegTest {
  private static final int ROWS = 37;
  private static final int COLUMNS = 53;

  @TempDir
  private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"+e1", "+el +sv 2", "+el +sv 3", "+el +sv 4", "+el +sv 5", "+el +sv 6", "+el +sv 7"
      })
  void lossless_grey_images_are_those_of_dcmtk_at_every_depth(String options) throws Exception {
    assertSame(grey(8), options);
    assertSame(grey(12), options);
    assertSame(grey(16), options);
    assertSame(signed(), options);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+el +sv 7 +pt 3", "+ee +bt +q 95", "+ee +bt +q 30", "+eb +be +q 60"})
  void lossy_grey_images_are_those_of_dcmtk(String options) throws Exception {
    assertSame(grey(12), options);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+e1",
        "+el +sv 5",
        "+eb +cr",
        "+eb +cy +s4 +q 100",
        "+eb +cy +s2 +q 80",
        "+eb +cy +n1 +q 80",
        "+eb +cy +n1 -ho +q 20",
        "+ee +cy +n1 +q 99"
      })
  void colour_images_are_those_of_dcmtk(String options) throws Exception {
    assertSame(color(), options);
  }

  private void assertSame(DataSet image, String options) throws Exception {
    var plain = folder.resolve("plain.dcm");
    var encoded = folder.resolve("encoded.dcm");
    var decoded = folder.resolve("decoded.dcm");
    Files.write(plain, Generated.file(image, TransferSyntax.EXPLICIT_LITTLE_ENDIAN));
    run("dcmcjpeg", options, plain, encoded);
    run("dcmdjpeg", "+cn +px", encoded, decoded);

    assertThat(samples(encoded)).isEqualTo(samples(decoded));
  }

  private static DataSet grey(int bits) {
    var pixels = new byte[2 * ROWS * COLUMNS];
    for (var i = 0; i < ROWS * COLUMNS; i++) {
      put(value(i, bits), pixels, i);
    }
    return sized(Generated.slice(), pixels).toBuilder()
        .putInts(Tag.BITS_STORED, VR.US, bits)
        .putInts(Tag.HIGH_BIT, VR.US, bits - 1)
        .putInts(Tag.PIXEL_REPRESENTATION, VR.US, 0)
        .build();
  }

  /** Of 16 bits: the hill rises out of the negative numbers. */
  private static DataSet signed() {
    var pixels = new byte[2 * ROWS * COLUMNS];
    for (var i = 0; i < ROWS * COLUMNS; i++) {
      put(value(i, 16) - 32_768, pixels, i);
    }
    return sized(Generated.slice(), pixels).toBuilder()
        .putInts(Tag.BITS_STORED, VR.US, 16)
        .putInts(Tag.HIGH_BIT, VR.US, 15)
        .build();
  }

  private static void put(int value, byte[] pixels, int index) {
    pixels[2 * index] = (byte) value;
    pixels[2 * index + 1] = (byte) (value >> 8);
  }

  private static DataSet color() {
    var pixels = new byte[3 * ROWS * COLUMNS + 1];
    for (var i = 0; i < 3 * ROWS * COLUMNS; i++) {
      pixels[i] = (byte) value(i / 3 + 500 * (i % 3), 8);
    }
    return sized(Generated.slice(), pixels).toBuilder()
        .putInts(Tag.SAMPLES_PER_PIXEL, VR.US, 3)
        .putString(Tag.PHOTOMETRIC_INTERPRETATION, "RGB")
        .putInts(Tag.PLANAR_CONFIGURATION, VR.US, 0)
        .putInts(Tag.BITS_ALLOCATED, VR.US, 8)
        .putInts(Tag.BITS_STORED, VR.US, 8)
        .putInts(Tag.HIGH_BIT, VR.US, 7)
        .putInts(Tag.PIXEL_REPRESENTATION, VR.US, 0)
        .build();
  }

  private static DataSet sized(DataSet image, byte[] pixels) {
    return image.toBuilder()
        .putInts(Tag.ROWS, VR.US, ROWS)
        .putInts(Tag.COLUMNS, VR.US, COLUMNS)
        .putBytes(Tag.PIXEL_DATA, VR.OW, pixels)
        .build();
  }

  /** A round hill with noise on it, and edges. */
  private static int value(int index, int bits) {
    var x = index % COLUMNS;
    var y = index / COLUMNS;
    var hill = Math.cos(x / 9.0) * Math.cos(y / 7.0) / 3 + 0.5;
    var noise = new Random(index).nextInt(16) / 100.0;
    var edge = x % 16 == 5 ? -0.4 : 0;
    return (int) (Math.max(0, Math.min(1, hill + noise + edge)) * ((1 << bits) - 1));
  }

  private static byte[] samples(Path path) throws IOException {
    var file = Part10Reader.read(path);
    var frame = new FrameReader(BulkSource.of(path, file), file).bytes(1);
    return FrameDecoder.decode(frame, PixelLayout.of(file.dataSet()), file.transferSyntax())
        .bytes();
  }

  private static void run(String program, String options, Path from, Path to)
      throws InterruptedException {
    var command = new ArrayList<>(List.of(program));
    command.addAll(List.of(options.split(" ", -1)));
    command.add(from.toString());
    command.add(to.toString());
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      var text = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor()).as(text).isZero();
    } catch (IOException e) {
      throw Corpus.absent(program + " (Debian: dcmtk)");
    }
  }
}
