package org.radcase.platform.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What files need to survive a power cut, and how to be rid of them. */
public final class DurableFiles {
  private static final Pattern FULL = Pattern.compile(
      "No space left on device|Disk quota exceeded|File too large", Pattern.CASE_INSENSITIVE);

  private DurableFiles() {}

  /** Brings a file's bytes, or the names in a folder, to the disk. */
  public static void force(Path path) throws IOException {
    var mode = Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
    try (var channel = FileChannel.open(path, mode)) {
      channel.force(true);
    }
  }

  /** Brings a byte to the disk and takes it away again. */
  public static void tryWriting(Path folder) throws IOException {
    var file = folder.resolve("probe-" + UUID.randomUUID());
    try {
      Files.write(file, new byte[1]);
      force(file);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** Gives a file that never changes a second name, or copies it to another disk. */
  public static void linkOrCopy(Path file, Path target) throws IOException {
    try {
      Files.createLink(target, file);
    } catch (UnsupportedOperationException | FileSystemException e) {
      if (!Files.exists(file)) throw new IOException("A file is missing", e);
      Files.copy(file, target);
      force(target);
    }
  }

  /** Whether it failed because a disk is full; Java has no exception of its own for that. */
  public static boolean isFull(IOException e) {
    return FULL.matcher(String.valueOf(e.getMessage())).find();
  }

  /** Removes a folder with all that is in it. */
  public static void removeTree(Path folder) throws IOException {
    if (!Files.exists(folder)) return;
    Files.walkFileTree(folder, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
          throws IOException {
        Files.delete(file);
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
          throws IOException {
        if (failure != null) throw failure;
        Files.delete(visited);
        return FileVisitResult.CONTINUE;
      }
    });
  }
}
