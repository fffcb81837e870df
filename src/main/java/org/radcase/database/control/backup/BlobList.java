package org.radcase.database.control.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** The files of images in a backup: a line each, hash and length in bytes. */
final class BlobList {
  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) (\\d{1,18})");

  /** Does something with a file. */
  @FunctionalInterface
  interface Taking {
    void take(String sha256, long bytes) throws IOException;
  }

  private BlobList() {}

  static void read(InputStream file, Taking taking) throws IOException {
    try (var lines = new BufferedReader(
        new InputStreamReader(new GZIPInputStream(file), StandardCharsets.US_ASCII))) {
      for (String line; (line = lines.readLine()) != null; ) {
        var parts = LINE.matcher(line);
        if (!parts.matches()) throw new IOException("The list of files is damaged");
        taking.take(parts.group(1), Long.parseLong(parts.group(2)));
      }
    }
  }

  /** Where a backup has a file. */
  static String pathOf(String sha256) {
    return "blobs/" + sha256.substring(0, 2) + "/" + sha256;
  }
}
