package org.radcase.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The plain Cornerstone3D viewer of src/test/peer, as a web application beside RadCase's. */
final class PeerPage {
  /** Its path, before the id of a case. */
  static final String ADDRESS = "peer/?case=";

  private PeerPage() {}

  /** Builds it with esbuild into a folder of {@code webapps}; needs Node.js and the installed packages. */
  static void lay(Path webapps) {
    var script = Path.of("src/test/peer/build.mjs").toAbsolutePath();
    try {
      var build = new ProcessBuilder(
              "node", script.toString(), webapps.resolve("peer").toString())
          .redirectErrorStream(true)
          .start();
      var output = new String(build.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(build.waitFor()).as(output).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
