package org.radcase.platform.cache;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How long a request waits for Redis. */
final class Patience {
  /** In all. */
  static final Duration LONGEST = Duration.ofMillis(50);

  private static final long PIECE_MILLIS = 10;

  /** A piece that took so long says that this machine is busy, and nothing of Redis. */
  private static final long BUSY_NANOS = TimeUnit.MILLISECONDS.toNanos(2 * PIECE_MILLIS);

  private static final int MOST_PIECES = 50;

  private Patience() {}

  /**
   * Waits for the answer.
   *
   * @throws TimeoutException after {@link #LONGEST}, in which this thread ran when it wanted to
   * @throws CompletionException with what went wrong
   */
  static <T> T await(CompletionStage<T> answer) throws TimeoutException {
    var future = answer.toCompletableFuture();
    var counted = 0L;
    for (var piece = 0; piece < MOST_PIECES; piece++) {
      var start = System.nanoTime();
      try {
        return future.get(PIECE_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (System.nanoTime() - start < BUSY_NANOS) counted += PIECE_MILLIS;
        if (counted >= LONGEST.toMillis()) break;
      } catch (ExecutionException e) {
        throw new CompletionException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    throw new TimeoutException("No answer in " + LONGEST.toMillis() + " ms");
  }
}
