package org.radcase.dicom.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.VR;

/** Pictures, scaled and written; another program's reader (the JDK's) says what was written. */
class PicturesTest {

  @ParameterizedTest
  @CsvSource({
    "512, 512, 1, 320, 240, 240, 240",
    "100, 50, 1, 320, 240, 100, 50",
    "100, 100, 2, 320, 240, 100, 200",
    "100, 100, 0.5, 320, 240, 200, 100",
    "1000, 10, 1, 320, 240, 320, 3",
    "4000, 1, 1, 320, 240, 320, 1"
  })
  void pictures_fit_and_keep_their_shape(
      int width, int height, double ratio, int maxWidth, int maxHeight, int w, int h) {
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);

    var scaled = Pictures.scaled(picture, ratio, maxWidth, maxHeight);

    assertThat(scaled.getWidth()).isEqualTo(w);
    assertThat(scaled.getHeight()).isEqualTo(h);
  }

  @Test
  void a_small_picture_is_the_average_of_what_it_covers() {
    var picture = new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_GRAY);
    picture.getRaster().setSamples(0, 0, 3, 2, 0, new int[] {0, 90, 210, 60, 30, 0});

    // columns of one and a half: (0 + 45) / 1.5 and (45 + 210) / 1.5, and so below; then both rows
    assertThat(Rendered.greys(AreaAverage.scaled(picture, 2, 1))).containsExactly(40, 90);
    assertThat(Rendered.greys(AreaAverage.scaled(picture, 1, 2))).containsExactly(100, 30);
  }

  @ParameterizedTest
  @CsvSource({"10, 13, 5", "10, 120, 90", "11, 10, 5", "1, 12, 7", "1, 97, 61"})
  void scaling_keeps_the_mean_in_every_type(int type, int width, int height) {
    var picture = noise(type, 97, 61);

    var scaled = AreaAverage.scaled(picture, width, height);

    assertThat(scaled.getType()).isEqualTo(type);
    assertThat(mean(scaled)).isCloseTo(mean(picture), within(type == 11 ? 20.0 : 0.7));
  }

  @ParameterizedTest
  @CsvSource({
    "10, 1, 1",
    "10, 512, 512",
    "10, 333, 65",
    "11, 1, 3",
    "11, 200, 300",
    "1, 1, 1",
    "1, 301, 99"
  })
  void a_png_holds_the_very_pixels(int type, int width, int height) throws IOException {
    var picture = noise(type, width, height);

    var read = ImageIO.read(new ByteArrayInputStream(png(picture, Optional.empty())));

    assertThat(read.getColorModel().getPixelSize()).isEqualTo(type == 1 ? 24 : type == 11 ? 16 : 8);
    var bands = picture.getRaster().getNumBands();
    for (var band = 0; band < bands; band++) {
      assertThat(read.getRaster().getSamples(0, 0, width, height, band, (int[]) null))
          .isEqualTo(picture.getRaster().getSamples(0, 0, width, height, band, (int[]) null));
    }
  }

  @Test
  void a_png_hands_on_the_profile_of_a_colour_image_only() throws IOException {
    var profile = IccProfile.of(withProfile(rgbProfile(3144)));
    var color = noise(BufferedImage.TYPE_INT_RGB, 9, 9);
    var grey = noise(BufferedImage.TYPE_BYTE_GRAY, 9, 9);

    assertThat(chunks(png(color, profile))).startsWith("IHDR", "iCCP", "IDAT").endsWith("IEND");
    assertThat(chunks(png(grey, profile))).doesNotContain("iCCP");
    assertThat(ImageIO.read(new ByteArrayInputStream(png(color, profile)))).isNotNull();
  }

  @Test
  void a_profile_that_lies_or_is_long_is_left_out() {
    var truth = rgbProfile(200);
    var grey = truth.clone();
    grey[16] = 'G';
    var unsigned = truth.clone();
    unsigned[36] = 0;

    assertThat(IccProfile.of(withProfile(truth))).isPresent();
    assertThat(IccProfile.of(withProfile(grey))).isEmpty();
    assertThat(IccProfile.of(withProfile(unsigned))).isEmpty();
    assertThat(IccProfile.of(withProfile(Arrays.copyOf(truth, 198)))).isEmpty();
    assertThat(IccProfile.of(withProfile(rgbProfile(70_000)))).isEmpty();
    assertThat(IccProfile.of(withProfile(new byte[2]))).isEmpty();
  }

  @Test
  void a_jpeg_is_near_the_picture_and_smaller_at_lower_quality() throws IOException {
    var picture = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY);
    for (var i = 0; i < 64 * 64; i++) {
      picture.getRaster().setSample(i % 64, i / 64, 0, 2 * (i % 64) + i / 64);
    }

    var fine = jpeg(picture, 0.95f);
    var coarse = jpeg(picture, 0.3f);

    assertThat(coarse).hasSizeLessThan(fine.length);
    assertThat(mean(ImageIO.read(new ByteArrayInputStream(fine))))
        .isCloseTo(mean(picture), within(1.0));
  }

  private static BufferedImage noise(int type, int width, int height) {
    var picture = new BufferedImage(width, height, type);
    var bands = picture.getRaster().getNumBands();
    var most = type == BufferedImage.TYPE_USHORT_GRAY ? 65_536 : 256;
    var samples = new Random(7).ints((long) width * height * bands, 0, most).toArray();
    picture.getRaster().setPixels(0, 0, width, height, samples);
    return picture;
  }

  private static double mean(BufferedImage picture) {
    var raster = picture.getRaster();
    return Arrays.stream(
            raster.getPixels(0, 0, picture.getWidth(), picture.getHeight(), (int[]) null))
        .average()
        .orElseThrow();
  }

  private static byte[] png(BufferedImage picture, Optional<IccProfile> profile)
      throws IOException {
    var out = new ByteArrayOutputStream();
    Png.write(picture, profile, out);
    return out.toByteArray();
  }

  private static byte[] jpeg(BufferedImage picture, float quality) throws IOException {
    var out = new ByteArrayOutputStream();
    Pictures.writeJpeg(picture, quality, out);
    return out.toByteArray();
  }

  private static String[] chunks(byte[] png) {
    var found = new ArrayList<String>();
    for (var at = 8; at < png.length; at += 12 + ByteBuffer.wrap(png).getInt(at)) {
      found.add(new String(png, at + 4, 4, StandardCharsets.US_ASCII));
    }
    return found.toArray(new String[0]);
  }

  private static DataSet withProfile(byte[] bytes) {
    return DataSet.builder().putBytes(Tag.ICC_PROFILE, VR.OB, bytes).build();
  }

  private static byte[] rgbProfile(int length) {
    var bytes = new byte[length];
    ByteBuffer.wrap(bytes).putInt(0, length).putInt(16, 0x52474220).putInt(36, 0x61637370);
    return bytes;
  }
}
