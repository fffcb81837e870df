package org.radcase.studies.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** Keeps apart who stores a blob and who removes the same one. Thread-safe. */
@ApplicationScoped
public class BlobLocks {
  /** More than there are writers at a time, so that two seldom meet by chance. */
  private static final int STRIPES = 256;

  private final ReentrantLock[] stripes =
      Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(ReentrantLock[]::new);

  /** A lock that is held until it is closed. */
  public interface Held extends AutoCloseable {
    @Override
    void close();
  }

  public Held hold(String sha256) {
    var lock = stripes[Integer.parseInt(sha256.substring(0, 2), 16)];
    lock.lock();
    return lock::unlock;
  }
}
