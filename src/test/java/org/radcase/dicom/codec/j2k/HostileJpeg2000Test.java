package org.radcase.dicom.codec.j2k;

import static org.assertj.core.api.Assertions.assertThat;
import static org.radcase.dicom.codec.j2k.TakenApart.joined;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.dicom.codec.FrameShape;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;

/** Streams that lie are typed faults, and cost no more memory than they declare and bring. */
class HostileJpeg2000Test {
  private static final long ALLOCATED_AT_MOST = 1 << 20;
  private static final long ALLOCATED_A_BYTE = 60;
  private static final long ALLOCATED_A_SAMPLE = 24;

  private static final String SQUARE = "0200 00000200"; // 512 × 512
  private static final String ONE_LAYER = "0001";
  private static final String MOST_LAYERS = "FFFF";
  private static final String SMALLEST_BLOCKS = "00 00";
  private static final String USUAL_BLOCKS = "04 04";

  static Stream<MadeStream> streams() {
    return MadeStream.all();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lossy-colour", "progression-change", "sop-eph", "pointers"})
  void a_stream_that_is_cut_anywhere_is_a_typed_fault(String name) {
    var stream = MadeStream.named(name);
    var bytes = stream.bytes();
    for (var length = 0; length < bytes.length - 2; length++) {
      var cut = Arrays.copyOf(bytes, length);

      assertThat(faultOf(cut, stream.shape())).as("%d bytes", length).isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("streams")
  void streams_with_flipped_bits_are_pictures_or_typed_faults(MadeStream stream) {
    var random = new Random(stream.hashCode());
    for (var round = 0; round < 60; round++) {
      var flipped = stream.bytes();
      for (var flips = random.nextInt(6); flips >= 0; flips--) {
        var among = random.nextBoolean() ? Math.min(200, flipped.length) : flipped.length;
        flipped[random.nextInt(among)] ^= (byte) (1 << random.nextInt(8));
      }
      faultOf(flipped, stream.shape());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"lossy-colour", "progression-change", "pointers", "tiny-tiles"})
  void segments_that_lie_about_their_length_are_pictures_or_typed_faults(String name) {
    var stream = MadeStream.named(name);
    var bytes = stream.bytes();
    var lies = new int[] {0, 1, 2, 3, 4, 7, 41, 255, 0x7FFF, 0xFFFF};
    for (var at = 0; at < bytes.length - 4; at++) {
      var isMarker = bytes[at] == (byte) 0xFF && (bytes[at + 1] & 0xFF) > 0x4F;
      for (var lie = 0; isMarker && lie < lies.length; lie++) {
        var lying = bytes.clone();
        lying[at + 2] = (byte) (lies[lie] >> 8);
        lying[at + 3] = (byte) lies[lie];
        faultOf(lying, stream.shape());
      }
    }
  }

  @Test
  void a_tile_part_that_lies_about_its_length_is_a_picture_or_a_typed_fault() {
    var stream = MadeStream.named("lrcp-layers");
    var at = TakenApart.of(stream.bytes()).mainHeader().length + 6;
    for (var lie : new int[] {1, 11, 12, 13, 14, 15, 100, 0x7FFFFFFF, 0x80000000, -1}) {
      var lying = stream.bytes();
      for (var i = 0; i < 4; i++) {
        lying[at + i] = (byte) (lie >> (24 - 8 * i));
      }
      faultOf(lying, stream.shape());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "44"}) // one precinct, or 1,562,500
  void nothing_is_allocated_for_a_giant_image_that_does_not_come(String precincts) {
    var size = "4E20 00004E20";
    var giant = stream(size, size, USUAL_BLOCKS, ONE_LAYER, precincts, new byte[0]);

    assertFault(giant, new FrameShape(20_000, 20_000, 1, 1), Kind.TRUNCATED);
  }

  @Test
  void a_giant_image_in_a_small_data_set_is_malformed() {
    var giant = stream("FFFF 0000FFFF", "FFFF 0000FFFF", USUAL_BLOCKS, ONE_LAYER, "", new byte[9]);

    assertFault(giant, new FrameShape(512, 512, 1, 1), Kind.MALFORMED);
  }

  @Test
  void a_tile_may_be_larger_than_its_image() throws DicomException {
    var stream = MadeStream.named("lrcp-layers");
    var apart = TakenApart.of(stream.bytes());
    var size = apart.segment(Marker.SIZ);
    Arrays.fill(size, 22, 30, (byte) 0xFF);

    var decoded = Jpeg2000.decode(apart.with(Marker.SIZ, size).together(), stream.shape());

    assertThat(stream.samples(decoded)).isEqualTo(stream.image());
  }

  @ParameterizedTest
  @CsvSource({"0001 00000001, MALFORMED", "0002 00000003, TRUNCATED", "0000 00000000, MALFORMED"})
  void tiles_too_many_or_absent_are_typed_faults(String tile, Kind kind) {
    assertFault(square(tile, USUAL_BLOCKS, ONE_LAYER, "", new byte[5]), kind);
  }

  @Test
  void precincts_of_one_sample_are_over_the_limit() {
    assertFault(square(SQUARE, SMALLEST_BLOCKS, ONE_LAYER, "00", new byte[9]), Kind.LIMIT);
  }

  @Test
  void more_layers_than_bytes_are_truncated() {
    assertFault(square(SQUARE, USUAL_BLOCKS, MOST_LAYERS, "", new byte[65_534]), Kind.TRUNCATED);
  }

  @Test
  void packets_without_content_are_a_grey_image() throws DicomException {
    var empty = square(SQUARE, USUAL_BLOCKS, MOST_LAYERS, "", new byte[65_535]);

    assertThat(Jpeg2000.decode(empty, new FrameShape(512, 512, 1, 1)))
        .containsOnly((byte) 0x80)
        .hasSize(512 * 512);
  }

  @Test
  void packets_of_chance_are_pictures_or_typed_faults() {
    var random = new Random(16);
    for (var round = 0; round < 200; round++) {
      var packets = new byte[1 << 14];
      for (var i = 0; i < packets.length; i++) {
        packets[i] = (byte) (random.nextInt(256) >> random.nextInt(8));
      }
      var precincts = round % 2 == 0 ? "44" : "";

      faultOf(
          square(SQUARE, SMALLEST_BLOCKS, ONE_LAYER, precincts, packets),
          new FrameShape(512, 512, 1, 1));
    }
  }

  @Test
  void asking_for_all_code_blocks_in_each_of_many_layers_is_over_the_limit() {
    var packets = new byte[65_535];
    Arrays.fill(packets, (byte) 0x80); // something in it, but no block in this layer

    assertFault(square(SQUARE, SMALLEST_BLOCKS, MOST_LAYERS, "", packets), Kind.LIMIT);
  }

  @Test
  void endless_changes_of_progression_are_over_the_limit() {
    var changes =
        TakenApart.segment(Marker.POC, HexFormat.of().parseHex("01000001020100".repeat(9000)));
    var changing = TakenApart.of(square(SQUARE, USUAL_BLOCKS, ONE_LAYER, "44", new byte[1024]))
        .plus(changes)
        .together();

    assertFault(changing, Kind.LIMIT);
  }

  @Test
  void a_progression_that_leaves_packets_out_is_malformed() {
    var change = TakenApart.segment(Marker.POC, HexFormat.of().parseHex("01000001020100"));
    var changing = TakenApart.of(square(SQUARE, USUAL_BLOCKS, ONE_LAYER, "", new byte[9]))
        .plus(change)
        .together();

    assertFault(changing, Kind.MALFORMED);
  }

  @Test
  void as_many_passes_as_bitplanes_have_need_no_bytes() throws DicomException {
    var packet = new HeaderBitWriter().bits("1 1 1 1111 10011 0 0000000").toBytes(); // 25

    assertThat(faultOf(square("0040 00000040", packet), new FrameShape(64, 64, 1, 1)))
        .isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "1 1 1 1111 10100 0 0000000, MALFORMED", // a pass more than nine bitplanes have
    "1 1 0000000001 0 0 000, MALFORMED", // no bitplane left
    "1 1 1 0 1111111111 1111111111 111111111 0, MALFORMED", // 31 bits for a length
    "1 1 1 0 0 111, TRUNCATED" // seven bytes
  })
  void packets_that_lie_are_typed_faults(String header, Kind kind) {
    var packet = joined(new HeaderBitWriter().bits(header).toBytes(), new byte[6]);

    assertFault(square("0040 00000040", packet), new FrameShape(64, 64, 1, 1), kind);
  }

  @Test
  void a_code_block_without_its_segmentation_symbol_is_malformed() {
    var stream = MadeStream.named("segmentation-symbols");
    var apart = TakenApart.of(stream.bytes());
    var style = apart.segment(Marker.COD);
    style[12] ^= ComponentCoding.RESET; // so that the symbols come out otherwise

    assertFault(apart.with(Marker.COD, style).together(), stream.shape(), Kind.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "FF",
        "FF4F",
        "FF4FFF51",
        "FFD8FFE0",
        "0000000C6A5020200D0A870A",
        "0000000C6A5020200D0A870A000000076A703263",
        "0000000C6A5020200D0A870A0000000166726565FFFFFFFFFFFFFFFF",
        "0000000C6A5020200D0A870A0000000166726565000000000000000F",
        "0000000C6A5020200D0A870A7FFFFFFF66726565"
      })
  void what_is_no_stream_is_a_typed_fault(String hex) {
    var bytes = HexFormat.of().parseHex(hex);

    assertThat(faultOf(bytes, new FrameShape(512, 512, 1, 1))).isNotNull();
  }

  private static byte[] square(
      String tile, String blocks, String layers, String precincts, byte[] packets) {
    return stream(SQUARE, tile, blocks, layers, precincts, packets);
  }

  private static byte[] square(String side, byte[] packet) {
    return stream(side, side, USUAL_BLOCKS, ONE_LAYER, "", packet);
  }

  /**
   * One component of eight bits without a wavelet, reversible, nine bitplanes.
   *
   * @param size width and height, the first without its upper half, as {@code tile}; hexadecimal
   * @param precincts exponents of their sides, or nothing
   */
  private static byte[] stream(
      String size, String tile, String blocks, String layers, String precincts, byte[] packets) {
    var siz = "FF51 0029 0000 0000" + size + "00000000 00000000 0000" + tile
        + "00000000 00000000 0001 070101";
    var cod = precincts.isEmpty()
        ? "FF52 000C 00 00" + layers + "00 00" + blocks + "00 01"
        : "FF52 000D 01 00" + layers + "00 00" + blocks + "00 01" + precincts;
    var header = "FF4F" + siz + cod + "FF5C 0004 40 40 FF90 000A 0000 00000000 00 01 FF93";
    var stream = joined(HexFormat.of().parseHex(header.replace(" ", "")), packets);
    var length = stream.length - 12 - 2 - packets.length;
    var part = 14 + packets.length;
    for (var i = 0; i < 4; i++) {
      stream[length + 6 + i] = (byte) (part >> (24 - 8 * i));
    }
    return joined(stream, new byte[] {(byte) 0xFF, (byte) 0xD9});
  }

  private static void assertFault(byte[] bytes, Kind kind) {
    assertFault(bytes, new FrameShape(512, 512, 1, 1), kind);
  }

  private static void assertFault(byte[] bytes, FrameShape shape, Kind kind) {
    var outcome = outcome(bytes, shape);

    assertThat(outcome.fault).isNotNull();
    assertThat(outcome.fault.kind()).isEqualTo(kind);
    // No room was made for the samples.
    assertThat(outcome.allocated).isLessThan(ALLOCATED_AT_MOST + ALLOCATED_A_BYTE * bytes.length);
  }

  /** The fault, or nothing where a picture comes of it; both within their memory. */
  private static @Nullable DicomException faultOf(byte[] bytes, FrameShape shape) {
    var outcome = outcome(bytes, shape);
    var samples = shape.rows() * shape.columns() * shape.samplesPerPixel();
    assertThat(outcome.allocated)
        .isLessThan(
            ALLOCATED_AT_MOST + ALLOCATED_A_BYTE * bytes.length + ALLOCATED_A_SAMPLE * samples);
    if (outcome.fault == null) {
      assertThat(outcome.samples).isEqualTo(shape.bytes());
    }
    return outcome.fault;
  }

  /** What decoding ends in, and the bytes that it allocates on its way. */
  private record Outcome(int samples, @Nullable DicomException fault, long allocated) {}

  private static Outcome outcome(byte[] bytes, FrameShape shape) {
    var before = allocated();
    try {
      var samples = Jpeg2000.decode(bytes, shape).length;
      return new Outcome(samples, null, allocated() - before);
    } catch (DicomException fault) {
      return new Outcome(0, fault, allocated() - before);
    }
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
