package org.radcase.dicom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * The real DICOM files of {@code radcase.dicom.dir} and what is known of them. Where the folder is
 * absent tests are skipped, but with {@code radcase.ci=true} they fail.
 */
public final class Corpus {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** One file and its line of the manifest. */
  public record Sample(Path file, JsonNode facts) {

    public String expect() {
      return facts.get("expect").asText();
    }

    public boolean isRender() {
      return expect().equals("render");
    }

    /** A fact as text; empty where the manifest has none. */
    public String fact(String name) {
      return facts.path(name).asText("").replace("null", "");
    }

    public int number(String name, int fallback) {
      return facts.path(name).asInt(fallback);
    }

    public boolean isTrue(String name) {
      return facts.path(name).asBoolean(false);
    }

    @Override
    public String toString() {
      return fact("path");
    }
  }

  private Corpus() {}

  public static Stream<Sample> samples() {
    var manifest = directory().resolve("manifest.jsonl");
    try {
      return Files.readAllLines(manifest).stream().map(Corpus::sample);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One file of the folder. */
  public static Path file(String path) {
    return directory().resolve(path);
  }

  /** Skips the test, or fails it where everything must be there. */
  public static RuntimeException absent(String what) {
    if (Boolean.getBoolean("radcase.ci")) {
      throw new AssertionFailedError(what + " must be there when radcase.ci is true");
    }
    return new TestAbortedException(what + " is not there");
  }

  static boolean isThere() {
    return Files.isRegularFile(named().resolve("manifest.jsonl"));
  }

  private static Path named() {
    return Path.of(System.getProperty("radcase.dicom.dir", "../shared/dicom"));
  }

  private static Path directory() {
    if (!isThere()) {
      throw absent(named() + ", the folder of sample files,");
    }
    return named();
  }

  private static Sample sample(String line) {
    try {
      var facts = JSON.readTree(line);
      return new Sample(directory().resolve(facts.get("path").asText()), facts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
