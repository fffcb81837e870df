package org.radcase.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sequential JPEG gives the samples that the definition of the inverse DCT gives, within one. */
class JpegDctTest {

  @ParameterizedTest
  @ValueSource(ints = {8, 12})
  void samples_are_those_of_the_definition(int bits) throws IOException {
    var image = DctImage.noise(bits, 61, 83, 0, 0x11);

    assertNear(image, image.interleaved());
  }

  @Test
  void images_of_three_and_four_components_come_in_one_scan_or_in_several() throws IOException {
    var three = DctImage.noise(8, 30, 50, 0, 0x11, 0x11, 0x11);
    var four = DctImage.noise(12, 30, 50, 0, 0x11, 0x11, 0x11, 0x11);

    assertNear(three, three.interleaved());
    assertNear(three, three.apart());
    assertNear(four, four.interleaved());
    assertNear(four, four.apart());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7, 20})
  void prediction_begins_anew_at_restart_markers(int interval) throws IOException {
    var image = DctImage.noise(8, 40, 70, interval, 0x11, 0x11, 0x11);

    assertNear(image, image.interleaved());
    assertNear(image, image.apart());
  }

  /** By factors that are repeated; the filter of half the columns is compared with DCMTK's. */
  @Test
  void sub_sampled_components_find_their_places() throws IOException {
    var quarters = DctImage.noise(8, 45, 99, 2, 0x41, 0x11, 0x11);
    var lines = DctImage.noise(8, 45, 99, 0, 0x12, 0x11, 0x12);
    var thirds = DctImage.noise(8, 45, 99, 0, 0x33, 0x13, 0x21);
    var tiny = DctImage.noise(8, 1, 2, 0, 0x44, 0x11, 0x14);

    assertNear(quarters, quarters.interleaved());
    assertNear(quarters, quarters.apart());
    assertNear(lines, lines.interleaved());
    assertNear(thirds, thirds.interleaved());
    assertNear(thirds, thirds.apart());
    assertNear(tiny, tiny.interleaved());
  }

  @Test
  void to_repeat_samples_takes_memory_for_lines_not_for_each_pixel() throws IOException {
    var image = DctImage.noise(8, 256, 256, 0, 0x31, 0x11, 0x11);
    var stream = image.interleaved();
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    var unused = Jpeg.decode(stream, image.shape()); // loads the classes

    var before = threads.getCurrentThreadAllocatedBytes();
    var decoded = Jpeg.decode(stream, image.shape());
    var allocated = threads.getCurrentThreadAllocatedBytes() - before;

    assertThat(allocated).isLessThan(4L * decoded.samples().length);
  }

  @Test
  void a_component_alone_has_its_blocks_in_rows_whatever_its_factors() throws IOException {
    var image = DctImage.noise(8, 45, 99, 0, 0x22);

    assertNear(image, image.interleaved());
  }

  @Test
  void fill_bytes_and_unknown_segments_are_passed_over() throws IOException {
    var image = DctImage.noise(8, 16, 16, 0, 0x11);
    var stream = image.interleaved();
    var filled = new JpegWriter()
        .marker(JpegWriter.SOI)
        .segment(0xFE, 'h', 'e', 'l', 'l', 'o')
        .segment(0xE5)
        .raw(0xFF, 0xFF, 0xFF);
    for (var i = 2; i < stream.length; i++) {
      filled.raw(stream[i]);
    }

    assertNear(image, filled.bytes());
  }

  @Test
  void a_missing_end_marker_and_bytes_behind_the_image_do_no_harm() throws IOException {
    var image = DctImage.noise(8, 16, 16, 0, 0x11);
    var stream = image.interleaved();

    assertNear(image, Arrays.copyOf(stream, stream.length - 2));
    assertNear(image, Arrays.copyOf(stream, stream.length + 5));
  }

  private static void assertNear(DctImage image, byte[] stream) throws IOException {
    var shape = image.shape();
    var samples = Jpeg.decode(stream, shape).samples();
    var worst = 0.0;
    var at = 0;
    for (var y = 0; y < image.rows(); y++) {
      for (var x = 0; x < image.columns(); x++) {
        for (var c = 0; c < shape.samplesPerPixel(); c++) {
          var value = samples[at++] & 0xFF;
          if (shape.sampleBytes() == 2) {
            value |= (samples[at++] & 0xFF) << 8;
          }
          worst = Math.max(worst, Math.abs(value - image.sample(x, y, c)));
        }
      }
    }
    assertThat(worst).isLessThan(1);
  }
}
