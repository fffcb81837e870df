package org.radcase.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.radcase.dicom.Generated;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.DataSetBuilder;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.TransferSyntax;
import org.radcase.dicom.data.VR;
import org.radcase.dicom.part10.BulkSource;
import org.radcase.dicom.part10.Part10Reader;

/** Native frames are the same in all transfer syntaxes, wherever in a byte or word they begin. */
class NativeFramesTest {
  private static final TransferSyntax ENCAPSULATED_UNCOMPRESSED =
      TransferSyntax.find("1.2.840.10008.1.2.1.98").orElseThrow();

  @TempDir
  Path folder;

  /** An image and the little endian bytes of all its frames, one after another. */
  private record Image(String name, VR vr, PixelLayout layout, DataSet dataSet) {
    static Image of(VR vr, PixelLayout layout) {
      var words = (layout.frameBits() * layout.frames() + 15) / 16;
      var bytes = Generated.bytes((int) (2 * words), layout.hashCode());
      var name = vr + " of " + layout;
      return new Image(
          name, vr, layout, header(layout).putBytes(Tag.PIXEL_DATA, vr, bytes).build());
    }

    /** The frame, bit by bit. */
    byte[] frame(int frameNumber) {
      var all = dataSet.bytes(Tag.PIXEL_DATA).orElseThrow();
      var frame = new byte[(int) layout.frameBytes()];
      for (var i = 0; i < layout.frameBits(); i++) {
        var bit = (int) ((frameNumber - 1) * layout.frameBits() + i);
        frame[i / 8] |= (byte) (((all[bit / 8] >> (bit % 8)) & 1) << (i % 8));
      }
      return frame;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private Opened opened(DataSet dataSet, TransferSyntax syntax) throws IOException {
    var path = Files.createTempFile(folder, "image", ".dcm");
    Files.write(path, Generated.file(dataSet, syntax));
    var header = Part10Reader.read(path);
    return new Opened(
        path, syntax, new FrameReader(BulkSource.of(path, header), header), header.dataSet());
  }

  private record Opened(Path path, TransferSyntax syntax, FrameReader frames, DataSet header) {

    PixelLayout layout() throws DicomException {
      return PixelLayout.of(header);
    }

    FrameDecoder.Samples samples(int frameNumber) throws IOException {
      return FrameDecoder.decode(frames.bytes(frameNumber), layout(), syntax);
    }
  }

  static Stream<Image> images() {
    var images = new ArrayList<Image>();
    for (var size : new int[][] {{1, 1}, {3, 5}, {4, 6}, {2, 12}}) {
      for (var frames : new int[] {1, 2, 9}) {
        for (var vr : List.of(VR.OB, VR.OW)) {
          images.add(Image.of(vr, grey(size, frames, 1)));
          images.add(Image.of(vr, grey(size, frames, 8)));
          images.add(Image.of(vr, color(size, frames, 8, "RGB", 0)));
          images.add(Image.of(vr, color(size, frames, 8, "RGB", 1)));
          if (size[1] % 2 == 0) {
            images.add(Image.of(vr, color(size, frames, 8, "YBR_FULL_422", 0)));
            images.add(Image.of(vr, color(size, frames, 8, "YBR_PARTIAL_422", 0)));
          }
        }
        images.add(Image.of(VR.OW, grey(size, frames, 16)));
        images.add(Image.of(VR.OW, color(size, frames, 16, "RGB", 1)));
        images.add(Image.of(VR.OL, grey(size, frames, 32)));
        images.add(Image.of(VR.OL, color(size, frames, 32, "RGB", 0)));
        images.add(Image.of(VR.OV, grey(size, frames, 64)));
      }
    }
    return images.stream();
  }

  @ParameterizedTest
  @MethodSource("images")
  void frames_are_the_same_in_all_transfer_syntaxes(Image image) throws IOException {
    for (var syntax : Generated.NATIVE) {
      var file = opened(image.dataSet, syntax);
      assertThat(file.layout()).isEqualTo(image.layout);
      for (var number = 1; number <= image.layout.frames(); number++) {
        var frame = image.frame(number);

        assertThat(file.frames.bytes(number)).as(syntax.keyword()).isEqualTo(frame);
        assertThat(file.frames.lengthBytes(number)).isEqualTo(frame.length);
        assertThat(file.samples(number).bytes()).isEqualTo(frame);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("images")
  void frames_that_stand_in_the_file_as_they_are_sent_have_their_place(Image image)
      throws IOException {
    var wholeBytes = image.layout.frameBits() % 8 == 0;
    for (var syntax : Generated.NATIVE) {
      var file = opened(image.dataSet, syntax);
      var stored = Files.readAllBytes(file.path);
      var turned = syntax.isDeflated() || (syntax.isBigEndian() && image.vr != VR.OB);
      for (var number = 1; number <= image.layout.frames(); number++) {
        var place = file.frames.asStored(number);

        assertThat(place.isPresent()).as(syntax.keyword()).isEqualTo(wholeBytes && !turned);
        if (place.isPresent()) {
          var from = (int) place.get().offset();
          var to = from + (int) place.get().lengthBytes();
          assertThat(Arrays.copyOfRange(stored, from, to)).isEqualTo(image.frame(number));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("images")
  void uncompressed_frames_may_be_encapsulated(Image image) throws IOException {
    var fragments = new ArrayList<byte[]>();
    for (var number = 1; number <= image.layout.frames(); number++) {
      var frame = image.frame(number);
      fragments.add(Arrays.copyOf(frame, frame.length + frame.length % 2));
    }
    var file = opened(
        image.dataSet.toBuilder().putFragments(Tag.PIXEL_DATA, fragments).build(),
        ENCAPSULATED_UNCOMPRESSED);

    for (var number = 1; number <= image.layout.frames(); number++) {
      assertThat(file.samples(number).bytes()).startsWith(image.frame(number));
    }
  }

  @Test
  void float_pixel_data_are_floats_in_all_transfer_syntaxes() throws IOException {
    var values = new double[] {0, -1.5, 3.4028234663852886E38, 1.401298464324817E-45, -0.0, 7};
    var special = new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1, 2, 3, 4};
    for (var syntax : Generated.NATIVE) {
      var single = opened(floats(32, Tag.FLOAT_PIXEL_DATA, VR.OF, values, special), syntax);
      var twice = opened(floats(64, Tag.DOUBLE_FLOAT_PIXEL_DATA, VR.OD, special, values), syntax);

      assertThat(StoredValues.doublesOf(single.samples(1))).as(syntax.keyword()).isEqualTo(values);
      assertThat(StoredValues.doublesOf(single.samples(2))).isEqualTo(special);
      assertThat(StoredValues.doublesOf(twice.samples(1))).isEqualTo(special);
      assertThat(StoredValues.doublesOf(twice.samples(2))).isEqualTo(values);
    }
  }

  @Test
  void floats_of_another_size_than_their_attribute_has_are_malformed() {
    var image = floats(64, Tag.FLOAT_PIXEL_DATA, VR.OF, new double[6], new double[6]);
    for (var bits : new int[] {1, 8, 16, 64}) {
      var lying = image.toBuilder().putInts(Tag.BITS_ALLOCATED, VR.US, bits).build();

      assertKind(Kind.MALFORMED, () -> opened(lying, TransferSyntax.EXPLICIT_LITTLE_ENDIAN));
    }
  }

  @Test
  void values_of_64_bits_or_of_colors_are_not_decodable_as_grey() throws IOException {
    var size = new int[] {2, 3};
    var wide = Image.of(VR.OV, grey(size, 1, 64));
    var color = Image.of(VR.OB, color(size, 1, 8, "RGB", 0));
    for (var image : List.of(wide, color)) {
      var samples = opened(image.dataSet, TransferSyntax.EXPLICIT_LITTLE_ENDIAN).samples(1);

      assertKind(Kind.NOT_DECODABLE, () -> StoredValues.doublesOf(samples));
    }
  }

  private static PixelLayout grey(int[] size, int frames, int bits) {
    return new PixelLayout(
        size[0], size[1], 1, Photometric.MONOCHROME2, 0, bits, bits, bits - 1, 0, frames);
  }

  private static PixelLayout color(int[] size, int frames, int bits, String term, int planar) {
    return new PixelLayout(
        size[0], size[1], 3, Photometric.of(term), planar, bits, bits, bits - 1, 0, frames);
  }

  private static DataSet floats(int bits, Tag tag, VR vr, double[] first, double[] second) {
    var layout = grey(new int[] {2, 3}, 2, bits);
    var bytes = ByteBuffer.allocate(12 * bits / 8).order(ByteOrder.LITTLE_ENDIAN);
    Stream.of(first, second).flatMapToDouble(Arrays::stream).forEach(value -> {
      if (bits == 32) {
        bytes.putFloat((float) value);
      } else {
        bytes.putDouble(value);
      }
    });
    return header(layout)
        .remove(Tag.PIXEL_DATA)
        .remove(Tag.BITS_STORED)
        .remove(Tag.HIGH_BIT)
        .remove(Tag.PIXEL_REPRESENTATION)
        .putBytes(tag, vr, bytes.array())
        .build();
  }

  private static DataSetBuilder header(PixelLayout layout) {
    return Generated.slice().toBuilder()
        .putInts(Tag.SAMPLES_PER_PIXEL, VR.US, layout.samplesPerPixel())
        .putString(Tag.PHOTOMETRIC_INTERPRETATION, layout.photometric().term())
        .putInts(Tag.PLANAR_CONFIGURATION, VR.US, layout.planarConfiguration())
        .putInts(Tag.ROWS, VR.US, layout.rows())
        .putInts(Tag.COLUMNS, VR.US, layout.columns())
        .putInts(Tag.NUMBER_OF_FRAMES, VR.IS, layout.frames())
        .putInts(Tag.BITS_ALLOCATED, VR.US, layout.bitsAllocated())
        .putInts(Tag.BITS_STORED, VR.US, layout.bitsStored())
        .putInts(Tag.HIGH_BIT, VR.US, layout.highBit())
        .putInts(Tag.PIXEL_REPRESENTATION, VR.US, layout.pixelRepresentation());
  }

  private static void assertKind(Kind kind, ThrowingCallable decoding) {
    assertThatThrownBy(decoding)
        .isInstanceOfSatisfying(
            DicomException.class, fault -> assertThat(fault.kind()).isEqualTo(kind));
  }
}
