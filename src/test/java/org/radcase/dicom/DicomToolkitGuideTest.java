package org.radcase.dicom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcase.dicom.data.TransferSyntax;

/** The first program of the guide, compiled and run as a newcomer would. */
class DicomToolkitGuideTest {
  private static final Path GUIDE = Path.of("src/site/markdown/dicom-toolkit.md");
  private static final Pattern PROGRAM = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @TempDir
  private Path folder;

  @Test
  void the_ten_lines_of_the_guide_make_a_picture() throws Exception {
    Files.writeString(folder.resolve("FirstImage.java"), program());
    Files.write(
        folder.resolve("image.dcm"),
        Generated.file(Generated.slice(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN));

    assertThat(run()).isEqualToNormalizingNewlines("CT, 1 frames\n8 x 6\n");
    var picture = ImageIO.read(folder.resolve("image.png").toFile());
    assertThat(picture.getWidth()).isEqualTo(8);
    assertThat(picture.getHeight()).isEqualTo(6);
  }

  @Test
  void its_body_has_ten_lines() throws IOException {
    assertThat(program().lines().filter(line -> line.startsWith("    ")).count())
        .isLessThanOrEqualTo(10);
  }

  private static String program() throws IOException {
    var block = PROGRAM.matcher(Files.readString(GUIDE));
    assertThat(block.find()).isTrue();
    return block.group(1);
  }

  private String run() throws Exception {
    var classes = Path.of(
        DicomImage.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    var java = Path.of(System.getProperty("java.home"), "bin", "java");
    var process = new ProcessBuilder(
            java.toString(),
            "-Djava.awt.headless=true",
            "-cp",
            classes.toString(),
            "FirstImage.java")
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .start();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
