package org.radcase.dicom.render;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcase.dicom.Corpus;
import org.radcase.dicom.DicomImage;
import org.radcase.dicom.WithSampleFiles;
import org.radcase.dicom.lut.Window;

/** DCMTK's dcm2pnm renders the same pictures, but for rounding. */
@WithSampleFiles
class DcmtkRenderingTest {
  @TempDir
  private Path folder;

  @ParameterizedTest
  @CsvSource({
    "pydicom/test_files/CT_small.dcm, 40, 400",
    "pydicom/test_files/MR_small_bigendian.dcm, 600, 1600",
    "cornerstone/CTImage.dcm_RLELosslessTransferSyntax_1.2.840.10008.1.2.5.dcm, -600, 1500",
    "pydicom-data/mlut_18.dcm, 30000, 50000",
    "pydicom-data/MR-SIEMENS-DICOM-WithOverlays.dcm, 200, 700",
    "highdicom/dx_image.dcm, 100, 90",
    "pydicom/test_files/rtdose_1frame.dcm, 500000, 900000"
  })
  void grey_images_at_a_window_are_those_of_dcmtk(String path, int center, int width)
      throws Exception {
    var theirs = dcmtk(path, "-O", "+Ww", String.valueOf(center), String.valueOf(width));

    var options = RenderOptions.DEFAULT.with(Window.linear(center, width));
    var ours = Rendered.greys(DicomImage.open(Corpus.file(path)).render(1, options));

    assertNear(ours, theirs, 1);
    assertThat(Arrays.stream(ours).distinct().count()).isGreaterThan(10);
  }

  @ParameterizedTest
  @CsvSource({
    "pydicom/test_files/examples_palette.dcm",
    "pydicom/test_files/SC_rgb_rle.dcm",
    "pydicom-data/SC_ybr_full_uncompressed.dcm",
    "pydicom/test_files/SC_ybr_full_422_uncompressed.dcm",
    "pydicom-data/color-pl.dcm"
  })
  void colour_images_are_those_of_dcmtk(String path) throws Exception {
    var theirs = dcmtk(path);

    var ours = new ArrayList<Integer>();
    for (var rgb : Rendered.colors(DicomImage.open(Corpus.file(path)).render(1))) {
      ours.addAll(List.of(rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF));
    }

    // 2, for DCMTK's YBR_FULL has a greenish grey: 192, 128, 128 becomes C0BFC0 there
    assertNear(ours.stream().mapToInt(sample -> sample).toArray(), theirs, 2);
  }

  private static void assertNear(int[] ours, int[] theirs, int most) {
    assertThat(ours).hasSameSizeAs(theirs);
    for (var i = 0; i < ours.length; i++) {
      assertThat(Math.abs(ours[i] - theirs[i])).as("sample %s", i).isLessThanOrEqualTo(most);
    }
  }

  /** Samples of the first frame. */
  private int[] dcmtk(String path, String... options) throws Exception {
    var out = folder.resolve("picture.pnm");
    var command = new ArrayList<>(List.of("dcm2pnm"));
    command.addAll(List.of(options));
    command.add(Corpus.file(path).toString());
    command.add(out.toString());
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      var text = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor()).as(text).isZero();
    } catch (IOException e) {
      throw Corpus.absent("dcm2pnm (Debian: dcmtk)");
    }
    return samples(Files.readAllBytes(out));
  }

  /** After a header of text: P5 or P6, columns, rows, 255, maybe remarks. */
  private static int[] samples(byte[] pnm) {
    var lines = new String(pnm, 0, Math.min(200, pnm.length), US_ASCII).split("\n", -1);
    var at = 0;
    for (var line = 0; line < lines.length; line++) {
      at += lines[line].length() + 1;
      if (lines[line].equals("255")) {
        break;
      }
    }
    var samples = new int[pnm.length - at];
    for (var i = 0; i < samples.length; i++) {
      samples[i] = pnm[at + i] & 0xFF;
    }
    return samples;
  }
}
