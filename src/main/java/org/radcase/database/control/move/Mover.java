package org.radcase.database.control.move;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.radcase.database.entity.Move;
import org.radcase.database.entity.MovePhase;
import org.radcase.database.entity.MoveStatus;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.jdbc.DatabaseFailure;
import org.radcase.platform.jdbc.DatabaseRole;
import org.radcase.platform.jdbc.DatabaseRole.Kind;
import org.radcase.platform.jdbc.Pool;
import org.radcase.platform.problem.Problem;

/**
 * The steps of a move. All is done by one thread; {@link #status} may be asked by others.
 *
 * <p>What is kept in the database that has the data is enough to go on after any crash.
 */
final class Mover {
  private static final Logger LOG = System.getLogger("org.radcase.database");
  private static final Duration NOTHING_TO_DO = Duration.ofMillis(200);
  private static final double RATE_MEMORY = 0.9;

  private final Database database;
  private final Pool old;
  private final Pool next;
  private final Duration kept;
  private final Clock clock;

  /** What works between the two databases in the direction of now; null until it is known. */
  private volatile @Nullable Works works;

  private volatile @Nullable Move move;
  private volatile @Nullable String problem;
  private volatile Instant caughtUp;
  private volatile double rowsPerSecond;

  private record Works(
      Pool from,
      Pool to,
      TableShapes tables,
      Carrier carrier,
      Copying copying,
      Verification verification,
      Throttle throttle) {}

  Mover(Database database, Pool old, Pool next, Duration kept, Clock clock) {
    this.database = database;
    this.old = old;
    this.next = next;
    this.kept = kept;
    this.clock = clock;
    caughtUp = clock.instant();
  }

  /** One step; returns how long to rest before the next. */
  Duration step() {
    var known = move == null ? read() : move;
    if (known == null) return NOTHING_TO_DO;
    var now = works();
    settleOther(known, now);
    if (!known.phase().isRunning()) return NOTHING_TO_DO;
    var rest =
        switch (known.phase()) {
          case COPYING -> copy(known, now);
          case VERIFYING -> verify(known, now);
          default -> follow(known, now);
        };
    problem = null;
    return rest;
  }

  /** Why it waits, until a step is done again; told once. */
  void failed(RuntimeException e) {
    var why = e instanceof Problem || e instanceof DatabaseFailure
        ? String.valueOf(e.getMessage())
        : e.toString();
    if (!why.equals(problem)) LOG.log(Level.WARNING, "The move waits: " + why);
    problem = why;
  }

  private @Nullable Move read() {
    var read = database.main().read(MoveDao::read).orElse(null);
    move = read;
    return read;
  }

  private Works works() {
    var known = works;
    if (known == null) {
      known = works(TableShapes.read(old, next));
      works = known;
    }
    return known;
  }

  private Works works(TableShapes tables) {
    var from = database.main();
    var to = from.equals(old) ? next : old;
    var carrier = new Carrier(from, to, tables);
    return new Works(
        from,
        to,
        tables,
        carrier,
        new Copying(from, carrier, tables),
        new Verification(from, to, carrier, tables),
        new Throttle(() -> database.reads().nanos()));
  }

  private Duration copy(Move known, Works now) {
    if (now.copying.isDone(known)) {
      enter(known.in(MovePhase.VERIFYING, clock.instant()).notCompared(), now);
      return Duration.ZERO;
    }
    var before = known.current().copied();
    var start = System.nanoTime();
    var done = now.copying.step(known);
    measure(done.tables().get(known.place().table()).copied() - before, start);
    move = done;
    caughtUp = clock.instant();
    return now.throttle.next();
  }

  private Duration verify(Move known, Works now) {
    if (now.verification.isDone(known)) {
      var phase = known.isClean() ? MovePhase.READY : MovePhase.VERIFYING;
      var again = known.in(phase, clock.instant());
      enter(phase == MovePhase.READY ? again : again.notCompared(), now);
      return Duration.ZERO;
    }
    var before = known.current().compared();
    var start = System.nanoTime();
    var done = now.verification.step(known);
    measure(done.tables().get(known.place().table()).compared() - before, start);
    move = done;
    caughtUp = clock.instant();
    return now.throttle.next();
  }

  /** Carries over what is written; after the switch, for as long as the old database is kept. */
  private Duration follow(Move known, Works now) {
    var begun = clock.instant();
    var all = now.carrier.catchUp();
    if (all) caughtUp = begun;
    if (known.phase() == MovePhase.SWITCHED
        && clock.instant().isAfter(known.since().plus(kept))) {
      finish(known, now);
    }
    return all ? NOTHING_TO_DO : Duration.ZERO;
  }

  private void measure(long rows, long startNanos) {
    var seconds = (System.nanoTime() - startNanos) / 1e9;
    rowsPerSecond = RATE_MEMORY * rowsPerSecond + (1 - RATE_MEMORY) * rows / seconds;
  }

  private void enter(Move entered, Works now) {
    now.from.write(sql -> {
      MoveDao.write(sql, entered);
      return true;
    });
    move = entered;
  }

  /** @throws Problem one of {@link MoveProblem}; nothing has changed then */
  void carryOut(MoveOrder order) {
    var known = Optional.ofNullable(move == null ? read() : move);
    var phase = known.map(Move::phase).orElse(MovePhase.CANCELLED);
    var fits =
        switch (order) {
          case START -> phase == MovePhase.CANCELLED || phase == MovePhase.ROLLED_BACK;
          case VERIFY, SWITCH -> phase == MovePhase.READY;
          case ROLL_BACK, FINISH -> phase == MovePhase.SWITCHED;
          case CANCEL -> phase.isRunning() && phase != MovePhase.SWITCHED;
        };
    if (!fits) {
      throw MoveProblem.WRONG_PHASE.because(
          known.isPresent() ? "It is " + phase.term() : "There is no move");
    }
    if (order == MoveOrder.START) {
      start();
      return;
    }
    var moving = known.orElseThrow();
    var now = works();
    switch (order) {
      case VERIFY -> enter(moving.in(MovePhase.VERIFYING, clock.instant()).notCompared(), now);
      case SWITCH -> switchTo(moving, MovePhase.SWITCHED, now);
      case ROLL_BACK -> switchTo(moving, MovePhase.ROLLED_BACK, now);
      case FINISH -> finish(moving, now);
      default -> cancel(moving, now);
    }
  }

  private void start() {
    var tables = Target.prepare(old, next);
    var begun = Move.begin(
        clock.instant(), tables.inOrder().stream().map(TableShape::name).toList());
    old.write(sql -> {
      Journal.begin(sql, tables);
      MoveDao.write(sql, begun);
      return true;
    });
    works = works(tables);
    move = begun;
  }

  private void switchTo(Move moving, MovePhase phase, Works now) {
    // As much as possible before anyone has to wait.
    now.carrier.catchUp();
    var entered = moving.in(phase, clock.instant());
    var pause = new Switchover(database, now.from, now.to, now.carrier).run(sql -> {
      MoveDao.write(sql, entered);
      if (phase.isRunning()) Journal.begin(sql, now.tables);
      else Journal.end(sql, now.tables);
    });
    var reversed = works(now.tables);
    works = reversed;
    enter(entered.paused(pause), reversed);
  }

  private void finish(Move moving, Works now) {
    var entered = moving.in(MovePhase.FINISHED, clock.instant());
    while (!now.carrier.catchUp()) {
      // Until the archive has all that was written up to now.
    }
    now.from.write(sql -> {
      Journal.end(sql, now.tables);
      MoveDao.write(sql, entered);
      return true;
    });
    move = entered;
  }

  private void cancel(Move moving, Works now) {
    var entered = moving.in(MovePhase.CANCELLED, clock.instant());
    now.from.write(sql -> {
      Journal.end(sql, now.tables);
      MoveDao.write(sql, entered);
      return true;
    });
    move = entered;
  }

  /** The database that has not the data may not know it yet: its server or ours had stopped. */
  private void settleOther(Move known, Works now) {
    var wanted = known.phase() == MovePhase.FINISHED ? Kind.ARCHIVE : Kind.STANDBY;
    var is = now.to.read(DatabaseRole::read);
    if (is.kind() == wanted) return;
    now.to.write(sql -> {
      Journal.end(sql, now.tables);
      new DatabaseRole(wanted, is.epoch()).write(sql);
      return true;
    });
  }

  MoveStatus status() {
    var known = Optional.ofNullable(move);
    var now = works;
    var from = database.main();
    var pending = now == null || known.isEmpty() || !known.get().phase().isRunning()
        ? 0
        : from.read(Journal::count);
    var lag = pending == 0 ? 0 : Duration.between(caughtUp, clock.instant()).toMillis();
    return new MoveStatus(
        from.name(),
        Optional.of(from.equals(old) ? next.name() : old.name()),
        known,
        pending,
        lag,
        rowsPerSecond,
        Optional.ofNullable(problem),
        known.filter(one -> one.phase() == MovePhase.SWITCHED).map(one -> one.since()
            .plus(kept)));
  }
}
