package org.radcase.platform.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.radcase.platform.config.Settings;
import org.radcase.platform.config.StartupFailure;

/** The folder {@code radcase.home} and what lies in it. */
@ApplicationScoped
public class Home {
  private final Path folder;

  @Inject
  public Home(Settings settings) {
    this(settings.home());
  }

  public Home(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes the folders, and empties the spool of what a killed server left there.
   *
   * @throws StartupFailure if the folder cannot be written
   */
  public void prepare() {
    try {
      Files.createDirectories(blobs());
      Files.createDirectories(derived());
      Files.createDirectories(spool());
      try (var left = Files.newDirectoryStream(spool())) {
        for (var file : left) Files.delete(file);
      }
    } catch (IOException e) {
      throw new StartupFailure(
          "RadCase did not start: radcase.home is " + folder + ", which cannot be written: " + e);
    }
  }

  /** Keeps a file for a moment, to see whether that is possible. */
  public void tryWriting() throws IOException {
    DurableFiles.tryWriting(spool());
  }

  /** Files by the hash of their content; what is here is complete. */
  Path blobs() {
    return folder.resolve("blobs");
  }

  /** What can be made again from the blobs. */
  public Path derived() {
    return folder.resolve("derived");
  }

  /** Files on their way in. */
  Path spool() {
    return folder.resolve("spool");
  }
}
