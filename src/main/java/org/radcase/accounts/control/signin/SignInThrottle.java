package org.radcase.accounts.control.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.control.AccountProblem;

/**
 * Slows down who guesses, per account and per address, and locks nobody out for good: the wait
 * doubles with each failure up to a bound, failures are forgiven one by one, and who has signed in
 * from this browser before waits only for her own. Attempts count from their beginning, so that parallel ones gain nothing.
 * Kept in this process, by a clock that nobody can set. Thread-safe.
 */
@ApplicationScoped
public class SignInThrottle {
  /** An account, an address and a browser are forgotten when so many others came after them. */
  private static final int MOST_BUCKETS = 100_000;

  private static final Duration FORGIVEN_AFTER = Duration.ofMinutes(15);
  private static final Duration QUIET = Duration.ofMinutes(1);
  private static final Logger LOG = System.getLogger("org.radcase");

  private enum Limit {
    ACCOUNT(5, Duration.ofSeconds(60), Duration.ofMinutes(3)),
    DEVICE(5, Duration.ofSeconds(60), Duration.ofMinutes(3)),
    /** A whole hospital may come from one address, and mistypes all day. */
    ADDRESS(30, Duration.ofMinutes(5), Duration.ofMinutes(1));

    private final int free;
    private final Duration longestWait;
    private final Duration oneForgivenIn;

    Limit(int free, Duration longestWait, Duration oneForgivenIn) {
      this.free = free;
      this.longestWait = longestWait;
      this.oneForgivenIn = oneForgivenIn;
    }

    /** The attempts that reach the longest wait; more would only take longer to be forgiven. */
    private int most() {
      return free + Long.SIZE - Long.numberOfLeadingZeros(longestWait.toSeconds() - 1);
    }

    /** How long the next attempt has to wait after so many. */
    private long waitNanos(int attempts) {
      if (attempts < free) return 0;
      var doublings = attempts - free;
      return Math.min(Duration.ofSeconds(1L << doublings).toNanos(), longestWait.toNanos());
    }
  }

  private record Key(Limit limit, String value) {}

  private static final class Bucket {
    private int attempts;
    private long lastNanos;
    private long openNanos;
    private long forgivenNanos;

    private void forgive(Limit limit, long now) {
      var each = limit.oneForgivenIn.toNanos();
      var forgiven = (int) Math.min((now - forgivenNanos) / each, attempts);
      attempts -= forgiven;
      forgivenNanos = attempts == 0 ? now : forgivenNanos + forgiven * each;
    }
  }

  /** One attempt; it counts as failed unless somebody says otherwise. */
  public final class Attempt {
    private final List<Key> keys;
    private final int left;

    private Attempt(List<Key> keys, int left) {
      this.keys = keys;
      this.left = left;
    }

    /** The account and the browser start anew; the address gets this attempt back. */
    public void succeeded() {
      synchronized (buckets) {
        for (var key : keys) {
          if (key.limit == Limit.ADDRESS) giveBack(key);
          else buckets.remove(key);
        }
      }
    }

    /** It was no guess. */
    public void withdrawn() {
      synchronized (buckets) {
        keys.forEach(SignInThrottle.this::giveBack);
      }
    }

    /** How many more may follow at once. Source: draft-ietf-httpapi-ratelimit-headers. */
    public String rateLimit() {
      return "\"sign-in\";r=" + left;
    }
  }

  public static final String POLICY =
      "\"sign-in\";q=" + Limit.ACCOUNT.free + ";w=" + FORGIVEN_AFTER.toSeconds();

  private final LongSupplier nanoTime;
  private boolean hasTold;
  private long toldNanos;
  private final Map<Key, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Key, Bucket> eldest) {
      return size() > MOST_BUCKETS;
    }
  };

  @Inject
  SignInThrottle() {
    this(System::nanoTime);
  }

  SignInThrottle(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * Begins an attempt at an account.
   *
   * @param account the username's key, whether there is such an account or not
   * @param address of the client
   * @param device names a browser from which the account's owner has signed in before; null for
   *     another
   * @throws org.radcase.platform.problem.Problem auth.slow-down
   */
  public Attempt begin(String account, String address, @Nullable String device) {
    return begin(
        device == null
            ? List.of(new Key(Limit.ACCOUNT, account), new Key(Limit.ADDRESS, networkOf(address)))
            : List.of(new Key(Limit.DEVICE, device)));
  }

  /**
   * Begins an attempt at something that belongs to no account, such as a link.
   *
   * @throws org.radcase.platform.problem.Problem auth.slow-down
   */
  public Attempt begin(String address) {
    return begin(List.of(new Key(Limit.ADDRESS, networkOf(address))));
  }

  private Attempt begin(List<Key> keys) {
    synchronized (buckets) {
      var now = nanoTime.getAsLong();
      var touched = new ArrayList<Bucket>();
      var wait = 0L;
      for (var key : keys) {
        var bucket = bucket(key, now);
        touched.add(bucket);
        if (bucket.attempts > 0) wait = Math.max(wait, bucket.openNanos - now);
      }
      if (wait > 0) {
        tell(keys, now);
        throw slowDown(wait);
      }
      var left = Integer.MAX_VALUE;
      for (var i = 0; i < keys.size(); i++) {
        var limit = keys.get(i).limit;
        var bucket = touched.get(i);
        bucket.attempts = Math.min(bucket.attempts + 1, limit.most());
        bucket.lastNanos = now;
        bucket.openNanos = now + limit.waitNanos(bucket.attempts);
        left = Math.min(left, Math.max(0, limit.free - bucket.attempts));
      }
      return new Attempt(keys, left);
    }
  }

  /** At most one line a minute, and no name: what was typed as one may be a password. */
  private void tell(List<Key> keys, long now) {
    if (hasTold && now - toldNanos < QUIET.toNanos()) return;
    hasTold = true;
    toldNanos = now;
    var from = keys.stream()
        .filter(key -> key.limit == Limit.ADDRESS)
        .map(key -> "from " + key.value)
        .findFirst()
        .orElse("from a browser that is known");
    LOG.log(Level.WARNING, "Attempts to sign in " + from + " are being slowed down");
  }

  private Bucket bucket(Key key, long now) {
    var bucket = buckets.computeIfAbsent(key, unused -> new Bucket());
    if (now - bucket.lastNanos > FORGIVEN_AFTER.toNanos()) bucket.attempts = 0;
    bucket.forgive(key.limit, now);
    return bucket;
  }

  private void giveBack(Key key) {
    var bucket = buckets.get(key);
    if (bucket == null) return;
    bucket.attempts = Math.max(0, bucket.attempts - 1);
    bucket.openNanos = bucket.lastNanos + key.limit.waitNanos(bucket.attempts);
  }

  private static RuntimeException slowDown(long waitNanos) {
    var seconds = Duration.ofNanos(waitNanos).plusNanos(999_999_999).toSeconds();
    return AccountProblem.SLOW_DOWN
        .because("Try again in " + seconds + " s")
        .retryAfter(Duration.ofSeconds(seconds))
        .withHeader("RateLimit-Policy", POLICY)
        .withHeader("RateLimit", "\"sign-in\";r=0;t=" + seconds);
  }

  /** Of an IPv6 address the network: who has one address has 2^64 of them. */
  static String networkOf(String address) {
    if (!address.contains(":")) return address;
    var groups = address.split(":", -1);
    return String.join(":", List.of(groups).subList(0, Math.min(4, groups.length)));
  }
}
