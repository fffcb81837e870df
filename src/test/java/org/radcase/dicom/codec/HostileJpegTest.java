package org.radcase.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;

/** JPEG streams that lie get a typed answer, and no more memory than they declare. */
class HostileJpegTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  /** For tables, however small they are in the stream. */
  private static final int ALLOCATED_PER_BYTE = 16;
  /** The samples, and those of sub-sampled components again. */
  private static final int ALLOCATED_PER_SAMPLE_BYTE = 2;
  /** Tables made ready, lines, exceptions, and classes on their first use. */
  private static final int ALLOCATED_ANYWAY = 1_000_000;

  private static final LosslessImage LOSSLESS = LosslessImage.noise(12, 9, 14, 1, 0, 0x11);
  private static final LosslessImage RESTARTED =
      LosslessImage.noise(8, 9, 14, 6, 0, 0x21, 0x11, 0x11).withRestartRows(2);
  private static final LosslessImage SIXTEEN =
      LosslessImage.noise(16, 9, 14, 7, 0, 0x11).withCodes(JpegCodes.skewedSizes());
  private static final DctImage DCT = DctImage.noise(8, 20, 30, 3, 0x22, 0x11, 0x11);
  private static final DctImage TWELVE = DctImage.noise(12, 20, 30, 0, 0x11);

  static Stream<Arguments> streams() {
    return Stream.of(
        Arguments.of("lossless", LOSSLESS.interleaved(), LOSSLESS.shape()),
        Arguments.of("lossless, restarted", RESTARTED.interleaved(), RESTARTED.shape()),
        Arguments.of("lossless, scan by scan", RESTARTED.apart(), RESTARTED.shape()),
        Arguments.of("lossless of 16 bits", SIXTEEN.interleaved(), SIXTEEN.shape()),
        Arguments.of("DCT", DCT.interleaved(), DCT.shape()),
        Arguments.of("DCT, scan by scan", DCT.apart(), DCT.shape()),
        Arguments.of("DCT of 12 bits", TWELVE.interleaved(), TWELVE.shape()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("streams")
  void a_stream_cut_anywhere_is_truncated(String name, byte[] stream, FrameShape shape) {
    for (var length = 0; length < stream.length - 2; length++) {
      var cut = Arrays.copyOf(stream, length);
      assertFault(() -> Jpeg.decode(cut, shape), Kind.TRUNCATED);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("streams")
  void a_stream_cut_anywhere_and_ended_is_truncated_or_malformed(
      String name, byte[] stream, FrameShape shape) {
    for (var length = 2; length < stream.length - 2; length++) {
      var cut = Arrays.copyOf(stream, length + 2);
      cut[length] = (byte) 0xFF;
      cut[length + 1] = (byte) JpegWriter.EOI;
      assertThatThrownBy(() -> Jpeg.decode(cut, shape)).isInstanceOf(DicomException.class);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("streams")
  void flipped_bits_give_an_image_or_a_typed_fault(String name, byte[] stream, FrameShape shape) {
    var random = new Random(name.hashCode());
    var images = 0;
    for (var round = 0; round < 1000; round++) {
      var flipped = stream.clone();
      for (var flips = random.nextInt(4); flips >= 0; flips--) {
        flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
      }
      images += isImage(flipped, shape) ? 1 : 0;
    }
    assertThat(images).isBetween(1, 999);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("streams")
  void noise_in_place_of_segments_gives_an_image_or_a_typed_fault(
      String name, byte[] stream, FrameShape shape) {
    var random = new Random(name.hashCode());
    for (var round = 0; round < 1000; round++) {
      var noisy = stream.clone();
      var begin = random.nextInt(noisy.length);
      for (var i = begin; i < Math.min(noisy.length, begin + random.nextInt(40)); i++) {
        noisy[i] = (byte) (random.nextInt(5) == 0 ? 0xFF : random.nextInt(256));
      }
      isImage(noisy, shape);
    }
  }

  @Test
  void a_huge_image_of_few_bytes_is_refused_before_it_costs_memory() {
    var stream = start().frame(JpegWriter.SOF3, 16, 30_000, 30_000, 0x11).bytes();

    assertFault(() -> Jpeg.decode(stream, new FrameShape(30_000, 30_000, 1, 2)), Kind.TRUNCATED);
  }

  @Test
  void a_restart_marker_out_of_turn_is_malformed() {
    var stream = LOSSLESS.withRestartRows(3).interleaved();
    stream[last(JpegWriter.RST0 + 1, stream) + 1]++;

    assertFault(() -> Jpeg.decode(stream, LOSSLESS.shape()), Kind.MALFORMED);
  }

  @Test
  void a_restart_marker_that_is_missing_is_malformed() {
    var stream = LOSSLESS.withRestartRows(3).interleaved();
    var at = last(JpegWriter.RST0, stream);
    var without = new byte[stream.length - 2];
    System.arraycopy(stream, 0, without, 0, at);
    System.arraycopy(stream, at + 2, without, at, without.length - at);

    assertFault(() -> Jpeg.decode(without, LOSSLESS.shape()), Kind.MALFORMED);
  }

  @Test
  void a_restart_marker_that_nobody_announced_ends_the_data() {
    var stream = LOSSLESS.withRestartRows(3).interleaved();
    setRestartInterval(stream, 0);

    assertFault(() -> Jpeg.decode(stream, LOSSLESS.shape()), Kind.TRUNCATED);
  }

  @Test
  void a_byte_too_many_before_a_restart_marker_is_malformed() {
    var stream = LOSSLESS.withRestartRows(3).interleaved();
    var at = last(JpegWriter.RST0, stream);
    var longer = Arrays.copyOf(stream, stream.length + 1);
    System.arraycopy(stream, at, longer, at + 1, stream.length - at);
    longer[at] = 0;

    assertFault(() -> Jpeg.decode(longer, LOSSLESS.shape()), Kind.MALFORMED);
  }

  @Test
  void a_lossless_restart_interval_that_ends_within_a_line_is_malformed() {
    var shape = LOSSLESS.shape();
    var stream = LOSSLESS.withRestartRows(shape.rows()).interleaved();
    setRestartInterval(stream, shape.rows() * shape.columns() + 1); // no marker is due by then

    assertFault(() -> Jpeg.decode(stream, shape), Kind.MALFORMED);
  }

  @Test
  void tables_without_end_cost_no_more_than_their_bytes() {
    var tables = start();
    for (var i = 0; i < 20_000; i++) {
      tables.segment(JpegWriter.DHT, i & 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }
    var stream = tables.marker(JpegWriter.EOI).bytes();

    assertThat(isImage(stream, LOSSLESS.shape())).isFalse();
  }

  @Test
  void a_block_of_more_than_64_coefficients_is_malformed() {
    var out = start()
        .segment(JpegWriter.DHT, JpegCodes.evenSizes().segment(0))
        .segment(JpegWriter.DHT, JpegCodes.runsAndSizes().segment(0x10))
        .segment(JpegWriter.DQT, ones())
        .frame(JpegWriter.SOF0, 8, 8, 8, 0x11)
        .scan(0, 0, 0);
    JpegCodes.evenSizes().writeValue(out, 0, 5);
    for (var i = 0; i < 4; i++) {
      JpegCodes.runsAndSizes().writeSymbol(out, 0xF0);
    }
    var stream = out.align().marker(JpegWriter.EOI).bytes();

    assertFault(() -> decode8(stream), Kind.MALFORMED);
  }

  private static int[] ones() {
    var steps = new int[65];
    Arrays.fill(steps, 1, 65, 1);
    return steps;
  }

  private static JpegWriter start() {
    return new JpegWriter().marker(JpegWriter.SOI);
  }

  private static void decode8(byte[] stream) throws DicomException {
    Jpeg.decode(stream, new FrameShape(8, 8, 1, 1));
  }

  /** The offset of the last marker of this code. */
  private static int last(int code, byte[] stream) {
    var at = stream.length - 2;
    while (stream[at] != (byte) 0xFF || stream[at + 1] != (byte) code) {
      at--;
    }
    return at;
  }

  private static void setRestartInterval(byte[] stream, int mcus) {
    var at = last(JpegWriter.DRI, stream);
    stream[at + 4] = (byte) (mcus >> 8);
    stream[at + 5] = (byte) mcus;
  }

  private static boolean isImage(byte[] stream, FrameShape shape) {
    var thread = Thread.currentThread().getId();
    var before = THREADS.getThreadAllocatedBytes(thread);
    var isImage = false;
    var isPlaced = true;
    try {
      isImage = Jpeg.decode(stream, shape).samples().length == shape.bytes();
    } catch (DicomException expected) {
      isPlaced = expected.offset().isPresent();
    }
    var allocated = THREADS.getThreadAllocatedBytes(thread) - before;
    assertThat(isPlaced).isTrue();
    assertThat(allocated)
        .isLessThan((long) ALLOCATED_PER_BYTE * stream.length
            + (long) ALLOCATED_PER_SAMPLE_BYTE * shape.bytes()
            + ALLOCATED_ANYWAY);
    return isImage;
  }

  private static void assertFault(ThrowingCallable call, Kind kind) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            DicomException.class, fault -> assertThat(fault.kind()).isEqualTo(kind));
  }
}
