package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Real studies, which lie outside of the repository: without them a test is skipped, in CI it fails. */
public final class RealDicom {
  private RealDicom() {}

  /** The files of a folder that a pattern names, sorted by name. */
  public static List<Path> files(String folder, String glob) {
    var root = Path.of(System.getProperty("radcase.dicom.dir", "")).resolve(folder);
    if (Boolean.getBoolean("radcase.ci"))
      assertThat(root).as("radcase.dicom.dir").isDirectory();
    assumeTrue(Files.isDirectory(root), () -> root + " is not there (-Dradcase.dicom.dir=…)");
    try (var found = Files.newDirectoryStream(root, glob)) {
      var files = new java.util.ArrayList<Path>();
      found.forEach(files::add);
      files.sort(null);
      assertThat(files).as(root + "/" + glob).isNotEmpty();
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Multipart upload(List<Path> files) {
    var body = new Multipart();
    for (var file : files) body.file(file.getFileName().toString(), bytes(file));
    return body;
  }
}
