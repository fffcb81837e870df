package org.radcase.studies.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** Keeps apart who stores a blob and who removes the same one. Thread-safe. */
@ApplicationScoped
public class BlobLocks {
  /** More than there are writers at a time, so that two seldom meet by chance. */
  private static final int STRIPES = 256;

  private final ReentrantLock[] stripes =
      Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(ReentrantLock[]::new);

  /** Something to do with a blob that nobody else may touch meanwhile. */
  @FunctionalInterface
  public interface Work<T> {
    T run() throws IOException;
  }

  public <T> T holding(String sha256, Work<T> work) throws IOException {
    var lock = stripes[Integer.parseInt(sha256.substring(0, 2), 16)];
    lock.lock();
    try {
      return work.run();
    } finally {
      lock.unlock();
    }
  }
}
