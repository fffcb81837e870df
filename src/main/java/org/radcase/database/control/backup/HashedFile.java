package org.radcase.database.control.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.radcase.platform.files.DurableFiles;

/** Files with their SHA-256. */
final class HashedFile {
  /** Writes a file. */
  @FunctionalInterface
  interface Content<X extends Exception> {
    void to(OutputStream out) throws IOException, X;
  }

  private HashedFile() {}

  /** Writes a new file and forces it to the disk. */
  static <X extends Exception> Manifest.FileEntry write(
      Path folder, String path, Content<X> content) throws IOException, X {
    var file = folder.resolve(path);
    var digest = sha256();
    try (var out = new DigestOutputStream(
        Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
        digest)) {
      content.to(out);
    }
    DurableFiles.force(file);
    return new Manifest.FileEntry(
        path, Files.size(file), HexFormat.of().formatHex(digest.digest()));
  }

  /** Of a file that is there. */
  static Manifest.FileEntry entry(Path folder, String path) throws IOException {
    var file = folder.resolve(path);
    var digest = sha256();
    try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    DurableFiles.force(file);
    return new Manifest.FileEntry(
        path, Files.size(file), HexFormat.of().formatHex(digest.digest()));
  }

  /** Whether a file is as it was written. */
  static boolean isWhole(Path folder, Manifest.FileEntry entry) throws IOException {
    var file = folder.resolve(entry.path()).normalize();
    return file.startsWith(folder)
        && Files.isRegularFile(file)
        && entry(folder, entry.path()).equals(entry);
  }

  static InputStream read(Path folder, Manifest.FileEntry entry) throws IOException {
    return Files.newInputStream(folder.resolve(entry.path()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
