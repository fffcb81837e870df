package org.radcase.audit.control;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.radcase.audit.entity.AuditRecord;
import org.radcase.platform.config.Settings;
import org.radcase.platform.files.DurableFiles;

/**
 * Records on their way into the table, in files that are forced to disk. One thread writes; who waits
 * meanwhile shares the next force. Files are closed one after the other and drained in that order; a file
 * that is being written is locked, as several processes may share the folder. A dead database lets them pile up and stops nobody. Thread-safe.
 */
@ApplicationScoped
public class AuditSpool {
  private static final Logger LOG = System.getLogger("org.radcase.audit");
  private static final int MOST_WAITING = 10_000;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
  private static final long FILE_BYTES = 4 << 20;
  static final String SUFFIX = ".jsonl";

  /** A record to be written, or with null the wish to close the file. */
  private record Wish(@Nullable AuditRecord audited, CompletableFuture<@Nullable Void> done) {}

  private final Path folder;
  private final BlockingQueue<Wish> wishes = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Thread writer = new Thread(this::write, "radcase-audit");
  private volatile boolean ending;
  private @Nullable FileChannel file;
  private volatile @Nullable Path path;
  private long bytes;
  private long files;

  @Inject
  AuditSpool(Settings settings) {
    this(settings.home().resolve("audit-spool"));
  }

  AuditSpool(Path folder) {
    this.folder = folder;
    writer.setDaemon(true);
    writer.start();
  }

  /**
   * Keeps it; on disk when this returns.
   *
   * @throws org.radcase.platform.problem.Problem audit.unavailable
   */
  void add(AuditRecord audited) {
    await(new Wish(audited, new CompletableFuture<>()));
  }

  /**
   * Closes what is being written, so that it can be drained.
   *
   * @return the closed files, the oldest first
   */
  List<Path> closedFiles() throws IOException {
    await(new Wish(null, new CompletableFuture<>()));
    if (!Files.isDirectory(folder)) return List.of();
    var current = path;
    try (var all = Files.list(folder)) {
      var others = all.filter(it -> it.toString().endsWith(SUFFIX) && !it.equals(current))
          .sorted()
          .toList();
      var closed = new ArrayList<Path>();
      for (var one : others) if (isClosed(one)) closed.add(one);
      return closed;
    }
  }

  /**
   * Keeps a file there for a moment, to see whether that is possible.
   *
   * @return how many files wait for the database
   */
  long tryWriting() throws IOException {
    if (!writer.isAlive()) throw new IOException("Nobody writes");
    Files.createDirectories(folder);
    DurableFiles.tryWriting(folder);
    try (var all = Files.list(folder)) {
      return all.filter(it -> it.toString().endsWith(SUFFIX)).count();
    }
  }

  /** Another process that shares the folder holds a lock on the file that it writes. */
  private static boolean isClosed(Path file) throws IOException {
    try (var open = FileChannel.open(file, StandardOpenOption.WRITE);
        var lock = open.tryLock()) {
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (NoSuchFileException e) {
      return false; // Drained by the other meanwhile.
    }
  }

  private void await(Wish wish) {
    try {
      if (!ending && wishes.offer(wish, LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        wish.done.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        return;
      }
    } catch (ExecutionException | TimeoutException e) {
      LOG.log(Level.ERROR, "The audit spool " + folder + " cannot be written: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw AuditProblem.UNAVAILABLE
        .because("The server's disk does not take the audit record")
        .retryAfter(Duration.ofSeconds(5));
  }

  private void write() {
    while (true) {
      try {
        var first = wishes.poll(200, TimeUnit.MILLISECONDS);
        if (first == null) {
          if (ending) return;
          continue;
        }
        var batch = new ArrayList<Wish>();
        batch.add(first);
        wishes.drainTo(batch, 1_000);
        write(batch);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void write(List<Wish> batch) {
    try {
      for (var wish : batch) {
        var audited = wish.audited;
        if (audited == null) close();
        else append(audited);
      }
      var open = file;
      if (open != null) open.force(false);
      batch.forEach(wish -> wish.done.complete(null));
      if (bytes >= FILE_BYTES) close();
    } catch (IOException | RuntimeException e) {
      batch.forEach(wish -> wish.done.completeExceptionally(e));
      forgetFile();
    }
  }

  private void append(AuditRecord audited) throws IOException {
    var open = file;
    if (open == null) {
      Files.createDirectories(folder);
      // Names sort by time, and by a count within this process.
      var name = "%014d-%06d%s".formatted(audited.at(), ++files, SUFFIX);
      var fresh = folder.resolve(name);
      open = FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      if (open.tryLock() == null) throw new IOException(fresh + " is locked by another process");
      file = open;
      path = fresh;
      bytes = 0;
      forceFolder();
    }
    var line = ByteBuffer.wrap(SpoolLine.of(audited));
    bytes += line.remaining();
    while (line.hasRemaining()) open.write(line);
  }

  /** Without it a power failure could forget the file's name, and with it the records. */
  private void forceFolder() throws IOException {
    try (var entries = FileChannel.open(folder, StandardOpenOption.READ)) {
      entries.force(true);
    }
  }

  private void close() throws IOException {
    var open = file;
    if (open == null) return;
    open.force(true);
    open.close();
    file = null;
    path = null;
  }

  /** A file that failed is left to the next start: what is whole in it counts. */
  private void forgetFile() {
    var open = file;
    file = null;
    path = null;
    if (open == null) return;
    try {
      open.close();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "A file of the audit spool could not be closed: " + e.getMessage());
    }
  }

  @PreDestroy
  void end() {
    ending = true;
    try {
      writer.join(LONGEST_WAIT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
