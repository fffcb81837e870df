package org.radcase.dicom.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.dicom.Generated;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.DataSetBuilder;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.TransferSyntax;
import org.radcase.dicom.data.VR;
import org.radcase.dicom.part10.BulkSource;
import org.radcase.dicom.part10.Part10Reader;
import org.radcase.dicom.part10.ReadLimits;
import org.radcase.dicom.pixel.FrameDecoder;
import org.radcase.dicom.pixel.FrameReader;
import org.radcase.dicom.render.RenderOptions.Layer;

/** Overlays (PS3.3 C.9.2) and display shutters (C.7.6.11, C.7.6.15) over small images. */
class LayersTest {
  private static final RenderOptions ALL =
      RenderOptions.DEFAULT.withLayers(Layer.OVERLAYS, Layer.SHUTTERS);

  @Test
  void an_overlay_is_white_from_its_origin_on_and_cut_at_the_edge() throws IOException {
    // 2 × 3 bits, the lowest first: X.X / .X.
    var image = overlay(image(3, 4), 2, 3, 0b010_101)
        .putInts(Tag.of(0x6000, 0x0050), VR.SS, 2, 3)
        .build();

    assertThat(picture(image, 3, 4, ALL)).containsExactly("....", "..#.", "...#");
    assertThat(picture(image, 3, 4, RenderOptions.DEFAULT)).containsExactly("....", "....", "....");
  }

  @Test
  void an_overlay_may_begin_outside_of_the_image() throws IOException {
    var image = overlay(image(2, 3), 2, 3, 0b111_111)
        .putInts(Tag.of(0x6000, 0x0050), VR.SS, 0, -1)
        .build();

    assertThat(picture(image, 2, 3, ALL)).containsExactly("#..", "...");
  }

  @Test
  void all_overlays_together_are_one_mask_of_a_bit_a_pixel() throws IOException {
    var image = overlay(image(3, 4), 2, 3, 0b010_101)
        .putInts(Tag.of(0x6000, 0x0050), VR.SS, 2, 3)
        .putInts(Tag.of(0x6002, 0x0010), VR.US, 1)
        .putInts(Tag.of(0x6002, 0x0011), VR.US, 1)
        .putInts(Tag.of(0x6002, 0x0050), VR.SS, 1, 1)
        .putBytes(Tag.of(0x6002, 0x3000), VR.OB, new byte[] {1, 0})
        .build();

    // X... / ..X. / ...X
    assertThat(mask(image)).containsExactly(0b0100_0001, 0b1000);
  }

  private static byte[] mask(DataSet image) throws IOException {
    var display = FrameDisplay.of(image, 0, offset -> InputStream.nullInputStream());
    var layout = display.description().layout();
    var frame = new byte[(int) layout.frameBytes()];
    return FrameRenderer.overlayMask(
        FrameDecoder.decode(frame, layout, TransferSyntax.EXPLICIT_LITTLE_ENDIAN), display);
  }

  @Test
  void frames_of_an_overlay_follow_one_another_bit_by_bit() throws IOException {
    // two frames of 1 × 3 bits, for the image's frames 2 and 3
    var image = overlay(image(1, 3), 1, 3, 0b110_001)
        .putInts(Tag.NUMBER_OF_FRAMES, VR.IS, 4)
        .putInts(Tag.of(0x6000, 0x0015), VR.IS, 2)
        .putInts(Tag.of(0x6000, 0x0051), VR.US, 2)
        .build();

    assertThat(picture(image, 0, 1, 3, ALL)).containsExactly("...");
    assertThat(picture(image, 1, 1, 3, ALL)).containsExactly("#..");
    assertThat(picture(image, 2, 1, 3, ALL)).containsExactly(".##");
    assertThat(picture(image, 3, 1, 3, ALL)).containsExactly("...");
  }

  @Test
  void an_overlay_may_stand_in_unused_bits_of_the_pixels() throws IOException {
    var image = Rendered.grey(1, 3, 16, 12, 0)
        .putString(Tag.WINDOW_CENTER, VR.DS, "2048")
        .putString(Tag.WINDOW_WIDTH, VR.DS, "4096")
        .putInts(Tag.of(0x6002, 0x0010), VR.US, 1)
        .putInts(Tag.of(0x6002, 0x0011), VR.US, 3)
        .putInts(Tag.of(0x6002, 0x0050), VR.SS, 1, 1)
        .putInts(Tag.of(0x6002, 0x0100), VR.US, 16)
        .putInts(Tag.of(0x6002, 0x0102), VR.US, 13)
        .build();
    var stored = image.toBuilder().putInts(Tag.of(0x6002, 0x0102), VR.US, 11).build();
    var frame = Rendered.words(0x2000, 0x1000, 0xD000);

    assertThat(Rendered.greys(Rendered.of(image, frame, ALL))).containsExactly(255, 0, 0);
    assertThat(Rendered.greys(Rendered.of(stored, frame, ALL))).containsExactly(0, 0, 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2"})
  void an_overlay_too_long_for_memory_is_fetched_from_its_file(String uid) throws IOException {
    var bits = Generated.bytes(1600 * 1601 / 8, 1);
    var image = overlay(image(1600, 1601), 1600, 1601, 0)
        .putBytes(Tag.of(0x6000, 0x3000), VR.OW, bits)
        .putBytes(Tag.PIXEL_DATA, VR.OB, new byte[1600 * 1601])
        .build();
    var bytes = Generated.file(image, TransferSyntax.find(uid).orElseThrow());
    var header = Part10Reader.read(new ByteArrayInputStream(bytes), ReadLimits.DEFAULT);
    BulkSource source =
        offset -> new ByteArrayInputStream(bytes, (int) offset, bytes.length - (int) offset);
    var display = FrameDisplay.of(header.dataSet(), 0, source);
    var samples = FrameDecoder.decode(
        new FrameReader(source, header).bytes(1),
        display.description().layout(),
        header.transferSyntax());

    var greys = Rendered.greys(FrameRenderer.render(samples, display, ALL));

    assertThat(header.dataSet().bytes(Tag.of(0x6000, 0x3000))).isEmpty();
    for (var i = 0; i < greys.length; i += 997) {
      assertThat(greys[i]).isEqualTo((bits[i / 8] >> (i % 8) & 1) == 1 ? 255 : 0);
    }
  }

  @Test
  void a_rectangle_leaves_its_edges() throws IOException {
    var image = rectangle(image(4, 5)).build();

    assertThat(picture(image, 4, 5, ALL)).containsExactly("#####", "#...#", "#...#", "#####");
    assertThat(picture(image, 4, 5, RenderOptions.DEFAULT.withLayers()))
        .containsExactly(".....", ".....", ".....", ".....");
  }

  @Test
  void a_circle_is_round_on_oblong_pixels_too() throws IOException {
    var image = shutter(image(5, 5), "CIRCULAR")
        .putInts(Tag.CENTER_OF_CIRCULAR_SHUTTER, VR.IS, 3, 3)
        .putInts(Tag.RADIUS_OF_CIRCULAR_SHUTTER, VR.IS, 2)
        .build();
    var oblong = image.toBuilder().putInts(Tag.PIXEL_ASPECT_RATIO, VR.IS, 2, 1).build();

    assertThat(picture(image, 5, 5, ALL))
        .containsExactly("##.##", "#...#", ".....", "#...#", "##.##");
    assertThat(picture(oblong, 5, 5, ALL))
        .containsExactly("#####", "##.##", ".....", "##.##", "#####");
  }

  @Test
  void a_polygon_is_closed_and_leaves_its_border() throws IOException {
    // row, column: a triangle, and a shape with a notch from above
    var triangle = polygon(image(4, 5), 1, 3, 3, 1, 3, 5).build();
    var notched = polygon(image(3, 5), 1, 1, 3, 1, 3, 5, 1, 5, 2, 3).build();

    assertThat(picture(triangle, 4, 5, ALL)).containsExactly("##.##", "#...#", ".....", "#####");
    assertThat(picture(notched, 3, 5, ALL)).containsExactly(".###.", ".....", ".....");
  }

  @Test
  void what_one_of_two_shutters_hides_is_hidden() throws IOException {
    var image = rectangle(image(4, 5))
        .putString(Tag.SHUTTER_SHAPE, "RECTANGULAR", "CIRCULAR")
        .putInts(Tag.CENTER_OF_CIRCULAR_SHUTTER, VR.IS, 2, 2)
        .putInts(Tag.RADIUS_OF_CIRCULAR_SHUTTER, VR.IS, 1)
        .build();

    assertThat(picture(image, 4, 5, ALL)).containsExactly("#####", "#..##", "#.###", "#####");
  }

  @Test
  void a_bitmap_hides_where_it_is_marked_and_is_no_overlay_then() throws IOException {
    var image = overlay(image(2, 3), 2, 3, 0b100_011)
        .putString(Tag.SHUTTER_SHAPE, "BITMAP")
        .putInts(Tag.SHUTTER_OVERLAY_GROUP, VR.US, 0x6000)
        .putInts(Tag.SHUTTER_PRESENTATION_VALUE, VR.US, 0x8000)
        .build();

    assertThat(Rendered.greys(Rendered.of(image, new byte[6], ALL)))
        .containsExactly(128, 128, 0, 0, 0, 128);
  }

  @Test
  void an_enhanced_image_may_have_a_shutter_for_each_frame() throws IOException {
    var second = DataSet.builder()
        .putSequence(
            Tag.FRAME_DISPLAY_SHUTTER_SEQUENCE, rectangle(DataSet.builder()).build())
        .build();
    var image = image(4, 5)
        .putInts(Tag.NUMBER_OF_FRAMES, VR.IS, 2)
        .putSequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, DataSet.EMPTY, second)
        .build();

    assertThat(picture(image, 0, 4, 5, ALL)).containsExactly(".....", ".....", ".....", ".....");
    assertThat(picture(image, 1, 4, 5, ALL)).containsExactly("#####", "#...#", "#...#", "#####");
  }

  @Test
  void layers_that_lie_are_left_out_or_typed_faults() throws IOException {
    var lies = new int[] {-32_768, -1, 0, 1, 2, 7, 8, 16, 255, 32_767};
    var tags = new Tag[] {
      Tag.of(0x6000, 0x0010),
      Tag.of(0x6000, 0x0011),
      Tag.of(0x6000, 0x0015),
      Tag.of(0x6000, 0x0051),
      Tag.of(0x6000, 0x0100),
      Tag.of(0x6000, 0x0102),
      Tag.SHUTTER_LEFT_VERTICAL_EDGE,
      Tag.SHUTTER_LOWER_HORIZONTAL_EDGE,
      Tag.RADIUS_OF_CIRCULAR_SHUTTER
    };
    var random = new Random(5);
    for (var round = 0; round < 2000; round++) {
      var image = polygon(overlay(rectangle(image(6, 5)), 6, 5, 0x35), any(random, lies, 8));
      image
          .putString(Tag.SHUTTER_SHAPE, "POLYGONAL", "RECTANGULAR", "CIRCULAR", "BITMAP")
          .putInts(Tag.SHUTTER_OVERLAY_GROUP, VR.US, 0x6000)
          .putInts(Tag.CENTER_OF_CIRCULAR_SHUTTER, VR.IS, any(random, lies, 2))
          .putInts(Tag.of(0x6000, 0x0050), VR.SS, any(random, lies, 2))
          .putBytes(Tag.of(0x6000, 0x3000), VR.OW, new byte[2 * random.nextInt(4)]);
      for (var i = random.nextInt(4); i >= 0; i--) {
        image.putInts(tags[random.nextInt(tags.length)], VR.IS, any(random, lies, 1));
      }
      if (round % 3 == 0) {
        image.remove(Tag.of(0x6000, 0x3000));
      }
      try {
        assertThat(picture(image.build(), random.nextInt(3), 6, 5, ALL)).hasSize(6);
      } catch (DicomException expected) {
        assertThat(expected).hasMessageNotContaining("null");
      }
    }
  }

  private static int[] any(Random random, int[] of, int count) {
    return random.ints(count, 0, of.length).map(i -> of[i]).toArray();
  }

  /** A black image. */
  private static DataSetBuilder image(int rows, int columns) {
    return Rendered.grey(rows, columns, 8, 8, 0);
  }

  private static DataSetBuilder overlay(DataSetBuilder image, int rows, int columns, int bits) {
    return image
        .putInts(Tag.of(0x6000, 0x0010), VR.US, rows)
        .putInts(Tag.of(0x6000, 0x0011), VR.US, columns)
        .putInts(Tag.of(0x6000, 0x0050), VR.SS, 1, 1)
        .putInts(Tag.of(0x6000, 0x0100), VR.US, 1)
        .putInts(Tag.of(0x6000, 0x0102), VR.US, 0)
        .putBytes(
            Tag.of(0x6000, 0x3000), VR.OW, new byte[] {(byte) bits, (byte) (bits >> 8), 0, 0});
  }

  /** Columns 2 to 4 and rows 2 to 3, hidden pixels white. */
  private static DataSetBuilder rectangle(DataSetBuilder image) {
    return shutter(image, "RECTANGULAR")
        .putInts(Tag.SHUTTER_LEFT_VERTICAL_EDGE, VR.IS, 2)
        .putInts(Tag.SHUTTER_RIGHT_VERTICAL_EDGE, VR.IS, 4)
        .putInts(Tag.SHUTTER_UPPER_HORIZONTAL_EDGE, VR.IS, 2)
        .putInts(Tag.SHUTTER_LOWER_HORIZONTAL_EDGE, VR.IS, 3);
  }

  private static DataSetBuilder polygon(DataSetBuilder image, int... vertices) {
    return shutter(image, "POLYGONAL")
        .putInts(Tag.VERTICES_OF_THE_POLYGONAL_SHUTTER, VR.IS, vertices);
  }

  private static DataSetBuilder shutter(DataSetBuilder image, String shape) {
    return image
        .putString(Tag.SHUTTER_SHAPE, shape)
        .putInts(Tag.SHUTTER_PRESENTATION_VALUE, VR.US, 0xFFFF);
  }

  private static String[] picture(DataSet image, int rows, int columns, RenderOptions options)
      throws IOException {
    return picture(image, 0, rows, columns, options);
  }

  /** Rows of text: a point is black, a hash is not. */
  private static String[] picture(
      DataSet image, int frameIndex, int rows, int columns, RenderOptions options)
      throws IOException {
    var frame = new byte[rows * columns];
    var greys = Rendered.greys(Rendered.of(image, frameIndex, frame, options));
    var lines = new String[rows];
    for (var row = 0; row < rows; row++) {
      var line = new StringBuilder();
      Arrays.stream(greys, row * columns, (row + 1) * columns)
          .forEach(grey -> line.append(grey == 0 ? '.' : '#'));
      lines[row] = line.toString();
    }
    return lines;
  }
}
