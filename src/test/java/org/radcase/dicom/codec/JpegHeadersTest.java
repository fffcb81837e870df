package org.radcase.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;

/** JPEG headers that cannot be right, or that name what is not decoded here. */
class JpegHeadersTest {
  private static final LosslessImage LOSSLESS = LosslessImage.noise(12, 9, 14, 1, 0, 0x11);

  @ParameterizedTest
  @ValueSource(ints = {0xC2, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF, 0xDE, 0xF7})
  void other_processes_are_valid_but_not_decodable(int frame) {
    var stream = start().frame(frame, 8, 8, 8, 0x11).bytes();

    assertFault(() -> Jpeg.decode(stream, new FrameShape(8, 8, 1, 1)), Kind.NOT_DECODABLE);
  }

  @Test
  void an_image_of_another_shape_than_the_data_set_says_is_malformed() {
    var stream = LOSSLESS.interleaved();

    for (var shape : new FrameShape[] {
      new FrameShape(9, 13, 1, 2), new FrameShape(8, 14, 1, 2), new FrameShape(9, 14, 3, 2)
    }) {
      assertFault(() -> Jpeg.decode(stream, shape), Kind.MALFORMED);
    }
  }

  @Test
  void samples_too_wide_for_their_containers_are_not_decodable() {
    var stream = LOSSLESS.interleaved();

    assertFault(() -> Jpeg.decode(stream, new FrameShape(9, 14, 1, 1)), Kind.NOT_DECODABLE);
  }

  @Test
  void tables_that_are_missing_or_impossible_are_malformed() {
    var streams = Map.of(
        "no tables at all",
        scanned(start().frame(JpegWriter.SOF0, 8, 8, 8, 0x11)),
        "no table for differences",
        scanned(start().frame(JpegWriter.SOF3, 8, 8, 8, 0x11)),
        "a table with more codes than there are",
        scanned(start()
            .segment(JpegWriter.DHT, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3)
            .frame(JpegWriter.SOF3, 8, 8, 8, 0x11)),
        "a table with fewer symbols than codes",
        scanned(
            start().segment(JpegWriter.DHT, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)),
        "a table of number 4",
        scanned(start().segment(JpegWriter.DHT, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)),
        "a quantisation step of 0",
        scanned(start().segment(JpegWriter.DQT, new int[65])),
        "a quantisation table cut short",
        scanned(start().segment(JpegWriter.DQT, 0, 1, 2, 3)));

    streams.forEach((what, stream) -> assertThatThrownBy(() -> decode8(stream))
        .as(what)
        .isInstanceOfSatisfying(DicomException.class, fault -> {
          assertThat(fault.kind()).isEqualTo(Kind.MALFORMED);
          assertThat(fault.offset()).isPresent();
        }));
  }

  @Test
  void headers_that_no_standard_allows_are_malformed() {
    var streams = Map.of(
        "no start",
        new JpegWriter().marker(JpegWriter.EOI).bytes(),
        "a scan before its frame",
        scanned(start()),
        "two frames",
        scanned(
            start().frame(JpegWriter.SOF0, 8, 8, 8, 0x11).frame(JpegWriter.SOF0, 8, 8, 8, 0x11)),
        "a sampling factor of 0",
        scanned(start().frame(JpegWriter.SOF0, 8, 8, 8, 0x10)),
        "a sampling factor of 5",
        scanned(start().frame(JpegWriter.SOF0, 8, 8, 8, 0x51)),
        "a DCT of 10 bits",
        scanned(start().frame(JpegWriter.SOF1, 10, 8, 8, 0x11)),
        "a lossless image of one bit",
        scanned(start().frame(JpegWriter.SOF3, 1, 8, 8, 0x11)),
        "a segment of length 1",
        start().marker(0xFE).raw(0, 1, 0, 0).bytes(),
        "a restart marker out of a scan",
        start().marker(JpegWriter.RST0).raw(0, 2, 0, 0).bytes(),
        "bytes where a marker belongs",
        start().raw(1, 2, 3, 4).bytes());

    streams.forEach((what, stream) -> assertThatThrownBy(() -> decode8(stream))
        .as(what)
        .isInstanceOfSatisfying(
            DicomException.class, fault -> assertThat(fault.kind()).isEqualTo(Kind.MALFORMED)));
  }

  @Test
  void scans_of_no_component_or_of_wrong_ones_are_malformed() {
    var codes = JpegCodes.evenSizes().segment(0);
    var frame = start().segment(JpegWriter.DHT, codes).frame(JpegWriter.SOF3, 8, 8, 8, 0x11);
    var begun = frame.bytes();

    assertMalformed(begun, 0, 1, 0, 0);
    assertMalformed(begun, 1, 2, 0, 1, 0, 0);
    assertMalformed(begun, 2, 1, 0, 1, 0, 1, 0, 0);
    assertMalformed(begun, 1, 1, 0, 0, 0, 0);
    assertMalformed(begun, 1, 1, 0, 8, 0, 0);
    assertMalformed(begun, 1, 1, 0, 1, 0, 8);
    assertMalformed(begun, 1, 1, 0x10, 1, 0, 0);
    assertMalformed(begun, 9, 1, 0, 1, 0, 0);
  }

  @Test
  void a_component_that_comes_again_is_malformed() {
    var two = LosslessImage.noise(8, 8, 8, 1, 0, 0x11, 0x11);
    var stream = two.apart();
    var second = stream.length - 2;
    while (stream[second] != (byte) 0xFF || stream[second + 1] != (byte) JpegWriter.SOS) {
      second--;
    }
    stream[second + 5] = 1;

    assertFault(() -> Jpeg.decode(stream, two.shape()), Kind.MALFORMED);
  }

  private static void assertMalformed(byte[] begun, int... scan) {
    var stream = new JpegWriter().raw(ints(begun)).segment(JpegWriter.SOS, scan).raw(new int[64]);

    assertFault(() -> decode8(stream.bytes()), Kind.MALFORMED);
  }

  private static int[] ints(byte[] bytes) {
    var values = new int[bytes.length];
    Arrays.setAll(values, i -> bytes[i]);
    return values;
  }

  private static JpegWriter start() {
    return new JpegWriter().marker(JpegWriter.SOI);
  }

  private static byte[] scanned(JpegWriter headers) {
    return headers.scan(1, 0, 0).raw(new int[64]).bytes();
  }

  private static void decode8(byte[] stream) throws DicomException {
    Jpeg.decode(stream, new FrameShape(8, 8, 1, 1));
  }

  private static void assertFault(ThrowingCallable call, Kind kind) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            DicomException.class, fault -> assertThat(fault.kind()).isEqualTo(kind));
  }
}
