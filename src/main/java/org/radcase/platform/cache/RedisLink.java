package org.radcase.platform.cache;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.beans.Direct;
import org.radcase.platform.cache.RedisFigures.State;
import org.radcase.platform.config.Settings;
import org.radcase.platform.time.Timers;
import org.redisson.Redisson;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;

/**
 * The way to Redis: looks for it, leaves it within a second when it does not answer, and comes back
 * to it. No request waits for it longer than {@link Patience#LONGEST}. Thread-safe.
 */
@Direct
class RedisLink {
  private static final Logger LOG = System.getLogger("org.radcase.cache");
  private static final long BEAT_MILLIS = 200;
  private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** One answer may be late for any reason. */
  private static final int MOST_FAILURES = 3;

  /** In which all instances find a Redis again that one has found. */
  private static final long COMING_NANOS = TimeUnit.SECONDS.toNanos(2);

  private static final int REACH_MILLIS = 500;
  private static final int MOST_TROUBLE = 200;

  /** Every entry has it: a new stamp of it ends them all. */
  static final String ALL = "all";

  private final @Nullable RedisAddress address;
  private final boolean cluster;
  private final Clock clock;
  private final LongAdder operations = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private final AtomicInteger failuresInARow = new AtomicInteger();
  private final ScheduledExecutorService timer = Timers.named("radcase-redis");
  private volatile @Nullable RedissonClient client;
  private volatile Function<RedissonClient, Boolean> prepare = client -> true;
  private volatile State state = State.OFF;
  private volatile Instant since;
  private volatile @Nullable String trouble;

  /** Since when it answers again; 0 if it does not. Until it is in use we tell of changes, and ask nothing. */
  private volatile long comingNanos;

  /** Changes of ours that may not have reached it; what it tells of stamps is nothing until they are paid. */
  private final AtomicLong debts = new AtomicLong();

  private volatile long paid;

  /** Somebody has waited in vain: nobody else does until it has answered us. */
  private volatile boolean suspected;

  private volatile boolean closed;

  private long lookedNanos = System.nanoTime() - LOOK_NANOS;

  @Inject
  RedisLink(Settings settings, Clock clock) {
    this.address = settings.redisUri().equals(Settings.NO_REDIS)
        ? null
        : RedisAddress.parse(settings.redisUri());
    this.cluster = settings.cluster();
    this.clock = clock;
    this.since = clock.instant();
  }

  /** What is to be done on a new connection before anybody uses it. */
  void onConnect(Function<RedissonClient, Boolean> preparing) {
    prepare = preparing;
  }

  void begin() {
    if (address == null) return;
    become(State.AWAY);
    var unused =
        timer.scheduleWithFixedDelay(this::beatSafely, 0, BEAT_MILLIS, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void end() {
    closed = true;
    timer.shutdownNow();
    var open = client;
    if (open != null) shutDown(open);
  }

  private static void shutDown(RedissonClient open) {
    open.shutdown(0, 1, TimeUnit.SECONDS);
  }

  public boolean isConnected() {
    return state == State.CONNECTED && !suspected && !owes();
  }

  private boolean owes() {
    return debts.get() != paid;
  }

  @SuppressWarnings("CatchingUnchecked") // Nothing may end the timer.
  private void beatSafely() {
    try {
      beat();
    } catch (Exception e) {
      noteFailure(e);
    }
  }

  private void beat() {
    var open = client;
    if (open == null) {
      if (System.nanoTime() - lookedNanos < LOOK_NANOS) return;
      lookedNanos = System.nanoTime();
      open = connect();
      if (open == null) return;
    }
    operations.increment();
    try {
      var age = Patience.await(script(open)
          .<Long>evalAsync(RScript.Mode.READ_ONLY, RedisStamps.AGE, RScript.ReturnType.INTEGER));
      failuresInARow.set(0);
      suspected = false;
      if (state != State.CONNECTED || owes()) come(open, age);
    } catch (TimeoutException | CompletionException e) {
      comingNanos = 0;
      noteFailure(e);
    }
  }

  /**
   * What others wrote meanwhile, and what we could not tell them, is unknown: everything ends. Then
   * the others are given time to come, too: what they write while they are away, nobody is told.
   */
  private void come(RedissonClient open, long ageSeconds) {
    if (cluster) {
      if (ageSeconds < RedisStamps.YOUNG_SECONDS) return;
      if (comingNanos == 0 || owes()) {
        var owed = debts.get();
        if (!changedAll(open)) return;
        paid = owed;
        if (comingNanos == 0) comingNanos = System.nanoTime();
      }
      if (state != State.CONNECTED && System.nanoTime() - comingNanos < COMING_NANOS) return;
    }
    if (state != State.CONNECTED && prepare.apply(open)) become(State.CONNECTED);
  }

  private boolean changedAll(RedissonClient open) {
    operations.increment();
    try {
      Patience.await(script(open)
          .<Object>evalAsync(
              RScript.Mode.READ_WRITE,
              RedisStamps.CHANGED,
              RScript.ReturnType.INTEGER,
              RedisStamps.keys(List.of(ALL)),
              RedisStamps.fresh(),
              RedisStamps.LIFE_SECONDS,
              RedisStamps.CHANGING_SECONDS));
      return true;
    } catch (TimeoutException | CompletionException e) {
      noteFailure(e);
      return false;
    }
  }

  private @Nullable RedissonClient connect() {
    var wanted = address;
    if (wanted == null || wanted.hosts().stream().noneMatch(this::isReachable)) return null;
    try {
      var made = Redisson.create(wanted.config());
      client = made;
      if (closed) shutDown(made);
      return made;
    } catch (RuntimeException e) {
      say(e);
      return null;
    }
  }

  /** Asked first: making a client takes threads and time, and most servers have no Redis. */
  private boolean isReachable(String host) {
    var colon = host.lastIndexOf(':');
    var where = new InetSocketAddress(
        host.substring(0, colon), Integer.parseInt(host.substring(colon + 1)));
    try (var socket = new Socket()) {
      socket.connect(where, REACH_MILLIS);
      return true;
    } catch (IOException e) {
      say(e);
      return false;
    }
  }

  /**
   * Asks Redis something.
   *
   * @return its answer; null for none, in time, or if it is away
   */
  <T> @Nullable T ask(Function<RedissonClient, CompletionStage<T>> question) {
    var open = client;
    if (open == null || !isConnected()) return null;
    operations.increment();
    try {
      var answer = Patience.await(question.apply(open));
      failuresInARow.set(0);
      return answer;
    } catch (TimeoutException e) {
      suspected = true;
      noteFailure(e);
      return null;
    } catch (RuntimeException e) {
      noteFailure(e);
      return null;
    }
  }

  /** Tells Redis something, and does not wait for an answer. */
  void tell(Function<RedissonClient, CompletionStage<?>> message) {
    var open = client;
    if (open == null || !isConnected()) return;
    operations.increment();
    try {
      var unused = message.apply(open).whenComplete((answer, failure) -> {
        if (failure != null) noteFailure(failure);
      });
    } catch (RuntimeException e) {
      noteFailure(e);
    }
  }

  @Nullable
  List<?> stamps(String text, List<Object> keys, String... arguments) {
    return ask(open -> script(open)
        .<List<?>>evalAsync(
            RScript.Mode.READ_WRITE, text, RScript.ReturnType.MULTI, keys, (Object[]) arguments));
  }

  /**
   * Tells of a change, also while Redis is away: it may be so for us alone. What was not confirmed is
   * made good before we trust Redis again.
   */
  void change(String text, List<Object> keys, String mark, String life, boolean awaited) {
    var open = client;
    if (open == null) return;
    var sent = send(open, text, keys, mark, life);
    var unused = sent.whenComplete((answer, failure) -> {
      if (failure != null) debts.incrementAndGet();
    });
    if (!awaited || (state != State.CONNECTED && comingNanos == 0)) return;
    try {
      Patience.await(sent);
    } catch (TimeoutException | RuntimeException e) {
      debts.incrementAndGet();
    }
  }

  /** Once more if the connection was broken: others may be whole. */
  private CompletableFuture<Object> send(
      RedissonClient open, String text, List<Object> keys, String mark, String life) {
    return sendOnce(open, text, keys, mark, life)
        .exceptionallyCompose(failure -> sendOnce(open, text, keys, mark, life));
  }

  private CompletableFuture<Object> sendOnce(
      RedissonClient open, String text, List<Object> keys, String mark, String life) {
    operations.increment();
    try {
      return script(open)
          .<Object>evalAsync(
              RScript.Mode.READ_WRITE,
              text,
              RScript.ReturnType.INTEGER,
              keys,
              mark,
              life,
              RedisStamps.CHANGING_SECONDS)
          .toCompletableFuture()
          .whenComplete((answer, failure) -> {
            if (failure != null) noteFailure(failure);
          });
    } catch (RuntimeException e) {
      noteFailure(e);
      return CompletableFuture.failedFuture(e);
    }
  }

  private static RScript script(RedissonClient open) {
    return open.getScript(StringCodec.INSTANCE);
  }

  private void noteFailure(Throwable e) {
    failures.increment();
    say(e);
    if (failuresInARow.incrementAndGet() >= MOST_FAILURES && state == State.CONNECTED) {
      comingNanos = 0;
      become(State.AWAY);
    }
  }

  private void say(Throwable e) {
    @Nullable Throwable cause = e instanceof CompletionException ? e.getCause() : e;
    var message = String.valueOf(cause == null ? e : cause.getMessage());
    var end = message.indexOf(". ");
    var sentence = end < 0 ? message : message.substring(0, end);
    trouble = sentence.substring(0, Math.min(sentence.length(), MOST_TROUBLE));
  }

  private synchronized void become(State next) {
    if (state == next) return;
    LOG.log(
        Level.INFO,
        next == State.CONNECTED
            ? "Redis is in use: " + shown()
            : "Redis is not in use: " + shown() + (trouble == null ? "" : ": " + trouble));
    since = clock.instant();
    if (next == State.CONNECTED) trouble = null;
    state = next;
  }

  private String shown() {
    return address == null ? "" : address.shown();
  }

  State state() {
    return state;
  }

  /** Without what Redis says of itself. */
  RedisFigures figures(RedisFigures.@Nullable Info info) {
    return new RedisFigures(state, shown(), since, trouble, info, operations.sum(), failures.sum());
  }
}
