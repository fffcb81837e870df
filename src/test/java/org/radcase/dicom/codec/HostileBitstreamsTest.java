package org.radcase.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.radcase.dicom.codec.MadeFrames.Made;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;

/** Bitstreams that lie get a typed answer, and no more memory than their shape. */
class HostileBitstreamsTest {
  private static final FrameShape PAIR = new FrameShape(1, 2, 1, 1);
  private static final String SOI = "ffd8";
  private static final String FRAME = "fff7000b080001000201011100";
  private static final String SCAN = "ffda0008010100000000";

  private interface Decoder {
    byte[] decode(byte[] stream) throws DicomException;
  }

  static Stream<Arguments> streams() {
    return Stream.of(
            new FrameShape(9, 14, 1, 1), new FrameShape(9, 14, 3, 1), new FrameShape(20, 11, 1, 2))
        .flatMap(shape -> MadeFrames.kinds(shape, 8 * shape.sampleBytes()).stream())
        .flatMap(HostileBitstreamsTest::streamsOf);
  }

  private static Stream<Arguments> streamsOf(Made made) {
    var shape = made.shape();
    Decoder jpegLs = stream -> JpegLs.decode(stream, shape);
    Decoder rle = stream -> Rle.decode(stream, shape);
    Decoder deflated = stream -> DeflatedFrame.decode(stream, shape.bytes());
    return Stream.of(
        arguments(
            "JPEG-LS " + made, JpegLs.encode(made.samples(), shape, made.bits()), made, jpegLs),
        arguments("RLE " + made, Rle.encode(made.samples(), shape), made, rle),
        arguments("deflated " + made, DeflatedFrame.encode(made.samples()), made, deflated));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("streams")
  void flipped_bits_give_samples_or_a_typed_fault(
      String name, byte[] stream, Made made, Decoder decoder) {
    var random = new Random(name.hashCode());
    for (var round = 0; round < 300; round++) {
      var flipped = stream.clone();
      for (var flips = random.nextInt(8); flips >= 0; flips--) {
        flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
      }
      decodeOrFault(flipped, made, decoder);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("streams")
  void streams_cut_at_any_byte_give_samples_or_a_typed_fault(
      String name, byte[] stream, Made made, Decoder decoder) {
    for (var length = 0; length < stream.length; length++) {
      decodeOrFault(Arrays.copyOf(stream, length), made, decoder);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("streams")
  void noise_behind_the_headers_gives_samples_or_a_typed_fault(
      String name, byte[] stream, Made made, Decoder decoder) {
    var random = new Random(name.hashCode());
    for (var round = 0; round < 100; round++) {
      var noise = new byte[Math.max(stream.length, 2000)];
      random.nextBytes(noise);
      System.arraycopy(stream, 0, noise, 0, Math.min(stream.length, 31));
      decodeOrFault(noise, made, decoder);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', MALFORMED, 0",
    "ff, MALFORMED, 0",
    "ffd9, MALFORMED, 0",
    SOI + ", TRUNCATED, 2",
    SOI + "ffd9, TRUNCATED, 4",
    SOI + "fff7, TRUNCATED, 4",
    SOI + "fff70001, MALFORMED, 4",
    SOI + "fff7000b08, TRUNCATED, 4",
    SOI + "fff70007080001000201011100, MALFORMED, 6",
    SOI + "fff70008080001000201, MALFORMED, 6",
    SOI + "ffc0000b080001000201011100, NOT_DECODABLE, 6", // JPEG baseline
    SOI + "fff7000b080002000201011100, MALFORMED, 6", // two rows
    SOI + "fff7000b08ffffffff01011100, MALFORMED, 6", // 65,535 by 65,535
    SOI + "fff7000e080001000202011100021100, MALFORMED, 6", // two components
    SOI + "fff7000b090001000201011100, NOT_DECODABLE, 6", // nine bits
    SOI + "fff7000b010001000201011100, MALFORMED, 6", // one bit
    SOI + SCAN + ", MALFORMED, 6", // a scan without a frame
    SOI + FRAME + FRAME + ", MALFORMED, 19",
    SOI + FRAME + "ffda0006010100000000, MALFORMED, 19",
    SOI + FRAME + "ffda0006000000000000, MALFORMED, 19", // no components
    SOI + FRAME + "ffda0008010200000000, MALFORMED, 19", // component 2
    SOI + FRAME + "ffda0008010100000300, MALFORMED, 19", // interleave 3
    SOI + FRAME + "ffda0008010107000000, NOT_DECODABLE, 19", // mapping table
    SOI + FRAME + "ffda0008010100000001, NOT_DECODABLE, 19", // point transform
    SOI + FRAME + "ffda0008010100800000, MALFORMED, 19", // NEAR of 128 for samples up to 255
    SOI + "fff8000502000000, NOT_DECODABLE, 6", // mapping table
    SOI + "fff8000b0100ff000300070015, MALFORMED, 6", // presets without RESET
    SOI + FRAME + "fff8000d0101000003000700150040" + SCAN + ", MALFORMED, 34", // MAXVAL of 256
    SOI + FRAME + "fff8000d0100ff0009000700150040" + SCAN + ", MALFORMED, 34", // T1 above T2
    SOI + FRAME + "fff8000d0100ff0003000700150002" + SCAN + ", MALFORMED, 34", // RESET of 2
    SOI + "ffe800076d72667801, NOT_DECODABLE, 6", // colour transform
    SOI + "ffdd000300, MALFORMED, 6", // restart interval of one byte
    SOI + FRAME + SCAN + ", TRUNCATED, 25",
    SOI + FRAME + SCAN + "ffd9, TRUNCATED, 25",
    SOI + FRAME + SCAN + "ff, TRUNCATED, 25",
    SOI + FRAME + SCAN + "60ffd9, TRUNCATED, 26", // ends within a code
    SOI + FRAME + SCAN + "000000000000000000, MALFORMED, 32", // a code of zeros only
  })
  void a_jpeg_ls_stream_that_lies_is_a_typed_fault_at_its_byte(String hex, Kind kind, long offset) {
    var stream = HexFormat.of().parseHex(hex);

    assertThatThrownBy(() -> JpegLs.decode(stream, PAIR))
        .isInstanceOfSatisfying(DicomException.class, fault -> {
          assertThat(fault.kind()).isEqualTo(kind);
          assertThat(fault.offset()).hasValue(offset);
        });
  }

  @Test
  void a_restart_marker_that_is_missing_is_malformed() {
    var shape = new FrameShape(2, 2, 1, 1);
    var stream =
        HexFormat.of().parseHex(SOI + "fff7000b080002000201011100" + "ffdd00040001" + SCAN + "c0");
    var unmarked = Arrays.copyOf(stream, stream.length + 2);
    unmarked[stream.length] = (byte) 0xFF;
    unmarked[stream.length + 1] = (byte) 0xD1;

    assertThatThrownBy(() -> JpegLs.decode(unmarked, shape))
        .isInstanceOfSatisfying(
            DicomException.class, fault -> assertThat(fault.kind()).isEqualTo(Kind.MALFORMED));
  }

  @Test
  void a_shape_beyond_memory_costs_nothing_until_the_stream_claims_it_too() {
    var huge = new FrameShape(32_000, 33_000, 1, 2);
    var small = HexFormat.of().parseHex(SOI + FRAME + SCAN + "80ffd9");

    assertThatThrownBy(() -> JpegLs.decode(small, huge)).isInstanceOf(DicomException.class);
    assertThatThrownBy(() -> Rle.decode(small, huge)).isInstanceOf(DicomException.class);
    assertThatThrownBy(() -> DeflatedFrame.decode(small, huge.bytes()))
        .isInstanceOf(DicomException.class);
  }

  @Test
  void an_rle_frame_that_lies_is_a_typed_fault() {
    assertRle(new byte[63], Kind.TRUNCATED);
    assertRle(rle(3, 64, 70), Kind.MALFORMED);
    assertRle(rle(2, 63, 66), Kind.MALFORMED);
    assertRle(rle(2, 68, 66), Kind.MALFORMED);
    assertRle(rle(2, 64, -1), Kind.MALFORMED);
    assertRle(rle(2, 64, 64), Kind.TRUNCATED);
  }

  private static byte[] rle(int segments, int first, int second) {
    return ByteBuffer.allocate(70)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(segments)
        .putInt(first)
        .putInt(second)
        .array();
  }

  private static void assertRle(byte[] frame, Kind kind) {
    assertThatThrownBy(() -> Rle.decode(frame, new FrameShape(1, 2, 1, 2)))
        .isInstanceOfSatisfying(
            DicomException.class, fault -> assertThat(fault.kind()).isEqualTo(kind));
  }

  /** A bit that is flipped can be just another sample. */
  private static void decodeOrFault(byte[] stream, Made made, Decoder decoder) {
    try {
      assertThat(decoder.decode(stream)).hasSize(made.shape().bytes());
    } catch (DicomException expected) {
      assertThat(expected.offset()).isPresent();
      assertThat(expected.kind()).isIn(Kind.MALFORMED, Kind.TRUNCATED, Kind.NOT_DECODABLE);
    }
  }
}
