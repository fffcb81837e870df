package org.radcase.platform.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Collectors;

/**
 * Keeps files by the SHA-256 of their content. A file is spooled, then kept: forced to the disk and
 * moved into place in one step, so that a blob is complete or absent. Thread-safe.
 */
@ApplicationScoped
public class BlobStore {
  private static final int BUFFER_BYTES = 64 << 10;

  /**
   * A file on its way in; closing removes it unless it was kept.
   *
   * @param sha256 of its content, 64 lower-case hex digits
   */
  public record Spooled(Path path, String sha256, long lengthBytes) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      Files.deleteIfExists(path);
    }
  }

  private final Home home;
  private final AtomicInteger holds = new AtomicInteger();
  private final ReentrantReadWriteLock removals = new ReentrantReadWriteLock();

  @Inject
  public BlobStore(Home home) {
    this.home = home;
  }

  /**
   * Takes a stream to its end.
   *
   * @throws TooLargeException beyond {@code mostBytes}; nothing stays then, nor after any other
   *     IOException
   */
  public Spooled spool(InputStream content, long mostBytes) throws IOException {
    var path = home.spool().resolve(UUID.randomUUID() + ".part");
    var complete = false;
    try (var file =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      var digest = sha256();
      var length = copy(content, file, digest, mostBytes);
      complete = true;
      return new Spooled(path, HexFormat.of().formatHex(digest.digest()), length);
    } finally {
      if (!complete) Files.deleteIfExists(path);
    }
  }

  private static long copy(
      InputStream content, FileChannel file, MessageDigest digest, long mostBytes)
      throws IOException {
    var buffer = new byte[BUFFER_BYTES];
    var length = 0L;
    for (int read; (read = content.read(buffer)) >= 0; ) {
      length += read;
      if (length > mostBytes) throw new TooLargeException(mostBytes);
      digest.update(buffer, 0, read);
      for (var bytes = ByteBuffer.wrap(buffer, 0, read); bytes.hasRemaining(); ) file.write(bytes);
    }
    return length;
  }

  /** Makes the file durable under its hash. Returns false if the same content was kept before. */
  public boolean keep(Spooled file) throws IOException {
    var place = path(file.sha256());
    if (Files.exists(place)) return false;
    DurableFiles.force(file.path());
    var folder = folder(file.sha256());
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
      DurableFiles.force(home.blobs());
    }
    Files.move(file.path(), place, StandardCopyOption.ATOMIC_MOVE);
    DurableFiles.force(folder);
    return true;
  }

  /** Where a kept blob lies. */
  public Path path(String sha256) {
    return folder(sha256).resolve(sha256);
  }

  private Path folder(String sha256) {
    return home.blobs().resolve(sha256.substring(0, 2));
  }

  /** Removes a blob that nothing refers to any more. */
  public void remove(String sha256) throws IOException {
    Files.deleteIfExists(path(sha256));
  }

  /** Nothing is removed until it ends. */
  @FunctionalInterface
  public interface Hold {
    void end();
  }

  /** Something to do with files. */
  @FunctionalInterface
  public interface FileWork {
    void run() throws IOException;
  }

  /** Keeps all blobs that are there now; waits for removals that are under way. */
  public Hold hold() {
    var alone = removals.writeLock();
    alone.lock();
    try {
      holds.incrementAndGet();
    } finally {
      alone.unlock();
    }
    return holds::decrementAndGet;
  }

  /** Does something that removes blobs; returns false, with nothing done, while they are held. */
  public boolean unlessHeld(FileWork work) throws IOException {
    var shared = removals.readLock();
    shared.lock();
    try {
      if (holds.get() > 0) return false;
      work.run();
      return true;
    } finally {
      shared.unlock();
    }
  }

  /** The hashes of all blobs; for a server that has few. */
  public Set<String> all() throws IOException {
    try (var files = Files.walk(home.blobs())) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toSet());
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
