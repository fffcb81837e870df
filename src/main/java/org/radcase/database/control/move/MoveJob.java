package org.radcase.database.control.move;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.radcase.database.entity.MoveStatus;
import org.radcase.platform.config.Settings;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.jdbc.Pools;
import org.radcase.platform.problem.Problem;
import org.radcase.platform.startup.ServerStarting;

/** Runs the move in a thread of its own, one step after the other, and goes on after a restart. */
@ApplicationScoped
public class MoveJob {
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private record Order(MoveOrder what, CompletableFuture<Boolean> done) {}

  private final Database database;
  private final Pools pools;
  private final Settings settings;
  private final Clock clock;
  private final LinkedBlockingQueue<Order> orders = new LinkedBlockingQueue<>();
  private volatile @Nullable Mover mover;
  private volatile @Nullable Thread thread;
  private volatile boolean ending;

  @Inject
  public MoveJob(Database database, Pools pools, Settings settings, Clock clock) {
    this.database = database;
    this.pools = pools;
    this.settings = settings;
    this.clock = clock;
  }

  void begin(@Observes @Priority(9_100) ServerStarting event) {
    begin();
  }

  /** Goes on with a move that was under way, or waits for one. */
  public void begin() {
    if (pools.next().isEmpty()) return;
    mover = new Mover(database, pools.main(), pools.next().get(), settings.moveKept(), clock);
    var running = new Thread(this::run, "radcase-move");
    running.setDaemon(true);
    running.start();
    thread = running;
  }

  /** Stops after the step that runs; nothing is lost. */
  @PreDestroy
  public void end() {
    ending = true;
    var running = thread;
    if (running == null) return;
    running.interrupt();
    try {
      running.join(TimeUnit.SECONDS.toMillis(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How far the move has come; nothing of it if there is no database to move to. */
  public MoveStatus status() {
    var known = mover;
    return known == null
        ? new MoveStatus(
            database.main().name(),
            Optional.empty(),
            Optional.empty(),
            0,
            0,
            0,
            Optional.empty(),
            Optional.empty())
        : known.status();
  }

  /**
   * Has an order carried out, between two steps.
   *
   * @throws Problem one of {@link MoveProblem}
   */
  public void carryOut(MoveOrder what) {
    if (mover == null) {
      throw MoveProblem.NO_TARGET.because("The server has no DataSource jdbc/radcase-next");
    }
    var order = new Order(what, new CompletableFuture<>());
    orders.add(order);
    try {
      order.done.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) throw cause;
      throw e;
    }
  }

  private void run() {
    var rest = Duration.ZERO;
    while (!ending) {
      try {
        var order = orders.poll(rest.toMillis(), TimeUnit.MILLISECONDS);
        rest = order == null ? step() : carriedOut(order);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    orders.forEach(order -> order.done.completeExceptionally(
        MoveProblem.WRONG_PHASE.because("The server is stopping")));
  }

  private Mover mover() {
    var known = mover;
    if (known == null) throw new IllegalStateException("No database to move to");
    return known;
  }

  private Duration step() {
    try {
      return mover().step();
    } catch (RuntimeException e) {
      mover().failed(e);
      return AFTER_FAILURE;
    }
  }

  private Duration carriedOut(Order order) {
    try {
      mover().carryOut(order.what);
      order.done.complete(true);
    } catch (RuntimeException e) {
      order.done.completeExceptionally(e);
    }
    return Duration.ZERO;
  }
}
