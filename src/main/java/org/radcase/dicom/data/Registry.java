package org.radcase.dicom.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the tables of facts beside the classes: one header line that says what it is, then rows. */
final class Registry {
  private Registry() {}

  static List<String> rows(String name) {
    var lines = new String(bytes(name), StandardCharsets.UTF_8).lines().toList();
    return lines.subList(1, lines.size());
  }

  static byte[] bytes(String name) {
    try (var in = Registry.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The resource " + name + " is missing from the build");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }
}
