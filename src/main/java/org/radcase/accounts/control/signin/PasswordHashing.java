package org.radcase.accounts.control.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.radcase.accounts.control.AccountProblem;

/**
 * Argon2id, with its parameters beside each hash in PHC form. Hashing is meant to be slow: only half
 * of the cores do it at a time, so that a storm of sign-ins leaves the others to readers. Source:
 * RFC 9106; OWASP Password Storage Cheat Sheet for the parameters. Thread-safe.
 */
@ApplicationScoped
public class PasswordHashing {
  private static final int MEMORY_KIB = 19_456;
  private static final int ITERATIONS = 2;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  /** Their requests wait in memory; who comes when so many wait is sent away. */
  private static final int MOST_WAITING = 64;

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private static final Pattern PHC =
      Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})"
          + "\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  private final SecureRandom random = new SecureRandom();
  private final Semaphore places =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

  /** What is compared when there is no account: it takes as long, and nothing equals it. */
  private final String nobodys;

  @Inject
  public PasswordHashing() {
    var salt = fresh(SALT_BYTES);
    nobodys = phc(MEMORY_KIB, ITERATIONS, LANES, salt, fresh(HASH_BYTES));
  }

  /** @throws org.radcase.platform.problem.Problem auth.busy */
  public String hash(String password) {
    var salt = fresh(SALT_BYTES);
    var hash = inTurn(() -> argon2(password, MEMORY_KIB, ITERATIONS, LANES, salt, HASH_BYTES));
    return phc(MEMORY_KIB, ITERATIONS, LANES, salt, hash);
  }

  /** @throws org.radcase.platform.problem.Problem auth.busy */
  public boolean verify(String phc, String password) {
    var parts = PHC.matcher(phc);
    if (!parts.matches()) throw new IllegalArgumentException("Not a hash of ours");
    var hash = Base64.getDecoder().decode(parts.group(5));
    var salt = Base64.getDecoder().decode(parts.group(4));
    var given = inTurn(() -> argon2(
        password,
        Integer.parseInt(parts.group(1)),
        Integer.parseInt(parts.group(2)),
        Integer.parseInt(parts.group(3)),
        salt,
        hash.length));
    return MessageDigest.isEqual(hash, given);
  }

  /** Takes as long as {@link #verify}. */
  public void verifyNobodys(String password) {
    verify(nobodys, password);
  }

  /** Whether the hash was made with weaker parameters than today's. */
  static boolean isWeak(String phc) {
    var parts = PHC.matcher(phc);
    return !parts.matches()
        || Integer.parseInt(parts.group(1)) < MEMORY_KIB
        || Integer.parseInt(parts.group(2)) < ITERATIONS;
  }

  private byte[] inTurn(Supplier<byte[]> work) {
    try {
      if (places.getQueueLength() < MOST_WAITING
          && places.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          return work.get();
        } finally {
          places.release();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw AccountProblem.BUSY.because("Try again in a moment").retryAfter(Duration.ofSeconds(2));
  }

  /** Unicode has several spellings of one character. Source: NIST SP 800-63B-4 §3.1.1.2. */
  private static byte[] argon2(
      String password, int memoryKib, int iterations, int lanes, byte[] salt, int length) {
    var bytes =
        Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
    var parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
        .withMemoryAsKB(memoryKib)
        .withIterations(iterations)
        .withParallelism(lanes)
        .withSalt(salt)
        .build();
    var generator = new Argon2BytesGenerator();
    generator.init(parameters);
    var hash = new byte[length];
    generator.generateBytes(bytes, hash);
    return hash;
  }

  private static String phc(int memoryKib, int iterations, int lanes, byte[] salt, byte[] hash) {
    var base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=" + memoryKib + ",t=" + iterations + ",p=" + lanes + "$"
        + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
  }

  private byte[] fresh(int length) {
    var bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
