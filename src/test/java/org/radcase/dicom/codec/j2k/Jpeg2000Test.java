package org.radcase.dicom.codec.j2k;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.radcase.dicom.codec.j2k.TakenApart.joined;
import static org.radcase.dicom.codec.j2k.TakenApart.segment;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.radcase.dicom.codec.FrameShape;
import org.radcase.dicom.codec.j2k.TakenApart.Packet;
import org.radcase.dicom.codec.j2k.TakenApart.TilePart;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;

/** What OpenJPEG has encoded is decoded, also where it is put together in another way. */
class Jpeg2000Test {

  static Stream<MadeStream> streams() {
    return MadeStream.all();
  }

  @ParameterizedTest
  @MethodSource("streams")
  void samples_are_those_that_were_coded(MadeStream stream) throws DicomException {
    var decoded = stream.samples(Jpeg2000.decode(stream.bytes(), stream.shape()));

    var coded = stream.image();
    var furthest = 0;
    for (var i = 0; i < coded.length; i++) {
      furthest = Math.max(furthest, Math.abs(decoded[i] - coded[i]));
    }
    assertThat(furthest).isLessThanOrEqualTo(stream.tolerance());
  }

  @Test
  void headers_packed_into_those_of_a_tile_belong_to_its_packets() throws DicomException {
    var stream = MadeStream.named("sop-eph");
    var apart = TakenApart.of(stream.bytes());
    var headers = joined(headers(apart.packets()));
    var half = headers.length / 2;

    var packed = apart.with(List.of(new TilePart(
        0,
        joined( // the numbers make the order
            segment(Marker.PPT, new byte[] {9}, Arrays.copyOfRange(headers, half, headers.length)),
            segment(Marker.PPT, new byte[] {4}, Arrays.copyOf(headers, half))),
        joined(bodies(apart.packets())))));

    assertLossless(packed.together(), stream);
  }

  @Test
  void headers_packed_into_the_main_one_belong_to_tile_parts_in_turn() throws DicomException {
    var stream = MadeStream.named("sop-eph");
    var apart = TakenApart.of(stream.bytes());
    var packets = apart.packets();
    var first = joined(headers(packets.subList(0, 3)));
    var second = joined(headers(packets.subList(3, packets.size())));
    var headers = joined(length(first), first, length(second), second);
    var cut = first.length + 6; // within the length of the second

    var packed = apart
        .plus(segment(Marker.PPM, new byte[] {0}, Arrays.copyOf(headers, cut)))
        .plus(segment(Marker.PPM, new byte[] {1}, Arrays.copyOfRange(headers, cut, headers.length)))
        .with(List.of(
            new TilePart(0, new byte[0], joined(bodies(packets.subList(0, 3)))),
            new TilePart(0, new byte[0], joined(bodies(packets.subList(3, packets.size()))))));

    assertLossless(packed.together(), stream);
  }

  @Test
  void each_packet_may_be_a_tile_part() throws DicomException {
    var stream = MadeStream.named("sop-eph");
    var apart = TakenApart.of(stream.bytes());
    var parts = new ArrayList<TilePart>();
    for (var packet : apart.packets()) {
      parts.add(new TilePart(0, new byte[0], joined(packet.header(), packet.body())));
    }

    assertThat(parts).hasSizeGreaterThan(9);
    assertLossless(apart.with(parts).together(), stream);
  }

  @Test
  void tiles_may_come_in_any_order() throws DicomException {
    var stream = MadeStream.named("tiny-tiles");
    var apart = TakenApart.of(stream.bytes());
    var backwards = new ArrayList<TilePart>();
    apart.tileParts().forEach(part -> backwards.add(0, part));

    assertThat(backwards).hasSizeGreaterThan(20);
    assertLossless(apart.with(backwards).together(), stream);
  }

  @Test
  void the_segment_of_a_component_goes_before_that_of_all() throws DicomException {
    var stream = MadeStream.named("no-colour-transform");
    var apart = TakenApart.of(stream.bytes());
    var style = apart.segment(Marker.COD);
    var ofComponents = Arrays.copyOfRange(style, 9, style.length);
    var steps = apart.segment(Marker.QCD);
    var segments = new ArrayList<byte[]>();
    for (byte component = 0; component < 3; component++) {
      segments.add(segment(Marker.COC, new byte[] {component, 0}, ofComponents));
      segments.add(
          segment(Marker.QCC, new byte[] {component}, Arrays.copyOfRange(steps, 4, steps.length)));
    }
    style[10]--; // other code-blocks
    steps[4] ^= 0x20; // other guard bits

    var changed = apart
        .with(Marker.COD, style)
        .with(Marker.QCD, steps)
        .plus(joined(segments.toArray(byte[][]::new)));

    assertLossless(changed.together(), stream);
  }

  @Test
  void the_header_of_a_tile_goes_before_the_main_one() throws DicomException {
    var stream = MadeStream.named("no-colour-transform");
    var apart = TakenApart.of(stream.bytes());
    var right = joined(apart.segment(Marker.COD), apart.segment(Marker.QCD));
    var style = apart.segment(Marker.COD);
    var steps = apart.segment(Marker.QCD);
    style[10]--;
    steps[4] ^= 0x20;

    var changed = apart
        .with(Marker.COD, style)
        .with(Marker.QCD, steps)
        .with(List.of(new TilePart(0, right, apart.tileParts().get(0).packets())));

    assertLossless(changed.together(), stream);
  }

  @Test
  void a_last_tile_part_may_leave_its_length_open() throws DicomException {
    var stream = MadeStream.named("lrcp-layers");
    var bytes = stream.bytes();
    var start = TakenApart.of(bytes).mainHeader().length;
    Arrays.fill(bytes, start + 6, start + 10, (byte) 0);

    assertLossless(bytes, stream);
  }

  @Test
  void neither_an_end_of_the_stream_nor_its_lack_matters() throws DicomException {
    var stream = MadeStream.named("lrcp-layers");
    var bytes = stream.bytes();

    assertLossless(Arrays.copyOf(bytes, bytes.length - 2), stream);
    assertLossless(Arrays.copyOf(bytes, bytes.length + 1), stream); // padded, PS3.5 A.4
  }

  @ParameterizedTest
  @CsvSource({
    "00000000 6A703263", // length: to the end
    "00000001 6A703263 000000000000077C", // length in eight bytes
    "00000774 6A703263",
    "7FFFFFFF 6A703263" // more than there is
  })
  void a_codestream_may_be_in_the_boxes_of_jp2(String box) throws DicomException {
    var stream = MadeStream.named("region-of-interest");
    var before = "0000000C 6A502020 0D0A870A 00000014 66747970 6A703220 00000000 6A703220";
    var boxes = HexFormat.of().parseHex((before + box).replace(" ", ""));

    assertLossless(joined(boxes, stream.bytes()), stream);
  }

  @Test
  void samples_of_eight_bits_fit_into_two_bytes() throws DicomException {
    var stream = MadeStream.named("no-colour-transform");
    var shape = new FrameShape(MadeStream.ROWS, MadeStream.COLUMNS, 3, 2);

    var wide = Jpeg2000.decode(stream.bytes(), shape);

    var narrow = Jpeg2000.decode(stream.bytes(), stream.shape());
    for (var i = 0; i < narrow.length; i++) {
      assertThat(wide[2 * i]).isEqualTo(narrow[i]);
      assertThat(wide[2 * i + 1]).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"46, 61, 3, 1", "47, 62, 3, 1", "47, 61, 1, 1", "47, 61, 4, 1"})
  void a_stream_of_another_shape_is_malformed(int rows, int columns, int samples, int sampleBytes) {
    var shape = new FrameShape(rows, columns, samples, sampleBytes);

    assertFault(MadeStream.named("lossy-colour").bytes(), shape, Kind.MALFORMED);
  }

  @Test
  void more_bits_than_a_container_has_are_not_decodable() {
    var shape = new FrameShape(MadeStream.ROWS, MadeStream.COLUMNS, 1, 1);

    assertFault(MadeStream.named("lossy-grey").bytes(), shape, Kind.NOT_DECODABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "SIZ, 4, 40", // Part 15: high throughput
    "SIZ, 40, 10", // 17 bits
    "SIZ, 41, 02", // every other column only
    "COD, 8, 02", // a component transform of Part 2
    "COD, 12, 40", // code-blocks of Part 15
    "COD, 13, 02", // a wavelet of Part 2
    "QCD, 1, 77" // a marker of Part 2
  })
  void what_part_1_does_not_have_is_not_decodable(String segment, int offset, String hex) {
    var stream = MadeStream.named("reset");
    var apart = TakenApart.of(stream.bytes());
    var marker =
        switch (segment) {
          case "SIZ" -> Marker.SIZ;
          case "COD" -> Marker.COD;
          default -> Marker.QCD;
        };
    var changed = apart.segment(marker);
    changed[offset] = HexFormat.of().parseHex(hex)[0];

    assertFault(apart.with(marker, changed).together(), stream.shape(), Kind.NOT_DECODABLE);
  }

  private static void assertLossless(byte[] bytes, MadeStream stream) throws DicomException {
    assertThat(stream.samples(Jpeg2000.decode(bytes, stream.shape()))).isEqualTo(stream.image());
  }

  private static void assertFault(byte[] bytes, FrameShape shape, Kind kind) {
    assertThatThrownBy(() -> Jpeg2000.decode(bytes, shape))
        .isInstanceOfSatisfying(
            DicomException.class, fault -> assertThat(fault.kind()).isEqualTo(kind));
  }

  private static byte[] length(byte[] bytes) {
    return ByteBuffer.allocate(4).putInt(bytes.length).array();
  }

  private static byte[][] headers(List<Packet> packets) {
    return packets.stream().map(Packet::header).toArray(byte[][]::new);
  }

  private static byte[][] bodies(List<Packet> packets) {
    return packets.stream().map(Packet::body).toArray(byte[][]::new);
  }
}
