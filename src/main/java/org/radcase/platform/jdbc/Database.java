package org.radcase.platform.jdbc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.radcase.platform.problem.Problem;

/**
 * The door to the main database, whichever that is: while RadCase runs, the data may move to another.
 * Work joins the transaction that is open on its thread; it may run again after a passing failure,
 * so it touches nothing but the database. Thread-safe.
 */
@ApplicationScoped
public class Database {
  private static final Logger LOG = System.getLogger("org.radcase.jdbc");

  private volatile Pool main;
  private final Optional<Replica> replica;
  private final RecentMean reads = new RecentMean();

  /** Writers share it, and who switches databases has it alone; who waits waits in order. */
  private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock(true);

  private final CommitListener listener;

  @Inject
  public Database(Pools pools, CommitListener listener) {
    this(pools.main(), pools.replica().map(Replica::new), listener);
  }

  public Database(DataSource dataSource) {
    this(dataSource, CommitListener.NONE);
  }

  public Database(DataSource dataSource, CommitListener listener) {
    this(new Pool("jdbc/radcase", dataSource), Optional.empty(), listener);
  }

  private Database(Pool main, Optional<Replica> replica, CommitListener listener) {
    this.main = main;
    this.replica = replica;
    this.listener = listener;
  }

  /** The database that has the data now. */
  public Pool main() {
    return main;
  }

  /** Makes another database the main one before anyone has used it. */
  void open(Pool pool) {
    main = pool;
  }

  /** Reads; sees everything committed, and what the open transaction wrote. */
  public <T> T read(Pool.Work<T> work) {
    var start = System.nanoTime();
    try {
      return main.read(work);
    } finally {
      reads.add(System.nanoTime() - start);
    }
  }

  /**
   * Reads for a report, from the replica if there is one: it may lack what was written in the last
   * few seconds, also by the reader. From the main database while the replica is away or further
   * behind, and within a transaction.
   */
  public <T> T readReport(Pool.Work<T> work) {
    if (replica.isEmpty() || !replica.get().isFresh() || main.isInTransaction()) return read(work);
    try {
      return replica.get().pool().read(work);
    } catch (Problem | DatabaseFailure e) {
      LOG.log(Level.INFO, "A report is read from the main database: " + e.getMessage());
      return read(work);
    }
  }

  /** What follows the main database by means of its own. */
  public Optional<Replica> replica() {
    return replica;
  }

  /** How long reads take lately, from asking for a connection on. */
  public RecentMean reads() {
    return reads;
  }

  /** Writes; committed and durable when it returns, unless a transaction is open. */
  public <T> T write(Pool.Work<T> work) {
    return transaction(() -> main.read(work));
  }

  /** Runs all reads and writes inside as one; joins the transaction that is already open. */
  public <T> T transaction(Supplier<T> work) {
    if (main.isInTransaction()) return work.get();
    var lock = gate.readLock();
    if (!acquired(lock, Pool.LONGEST_QUEUE)) throw Pool.tooManyWriters();
    var committed = false;
    try {
      var result = main.transaction(() -> {
        listener.begun();
        var worked = work.get();
        listener.committing();
        return worked;
      });
      committed = true;
      return result;
    } finally {
      listener.ended(committed);
      lock.unlock();
    }
  }

  /**
   * Lets those who write finish and keeps others waiting, while {@code change} decides which database
   * is the main one from then on. Readers go on.
   *
   * @param patience how long those who write may take to finish
   * @param change gives the main database
   * @return false if they took longer: nothing was done
   */
  public boolean switchMain(Duration patience, Supplier<Pool> change) {
    var lock = gate.writeLock();
    if (!acquired(lock, patience)) return false;
    try {
      main = change.get();
      return true;
    } finally {
      lock.unlock();
    }
  }

  private static boolean acquired(Lock lock, Duration patience) {
    try {
      return lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
