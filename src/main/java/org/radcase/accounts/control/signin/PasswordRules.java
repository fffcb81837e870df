package org.radcase.accounts.control.signin;

import com.nulabinc.zxcvbn.Zxcvbn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.radcase.platform.problem.Problem.Fault;

/**
 * Which passwords are taken: long ones that nobody guesses early, of whatever characters. Source:
 * NIST SP 800-63B-4 §3.1.1.2. Thread-safe.
 */
@ApplicationScoped
public class PasswordRules {
  /** In code points. */
  public static final int LEAST = 12;

  /** In code points; hashing a longer one would be a gift to a flood. */
  public static final int MOST = 128;

  /** The estimate's time grows faster than the text; what follows only makes guessing harder. */
  private static final int ESTIMATED_CHARACTERS = 64;

  /** zxcvbn's "too guessable" and "very guessable": fewer than a million guesses. */
  private static final int LEAST_SCORE = 2;

  private final Zxcvbn estimator = new Zxcvbn();

  @Inject
  PasswordRules() {}

  /**
   * What is wrong with a new password.
   *
   * @param pointer of the password in the body
   * @param personal what others know of the person: username, name
   */
  public Optional<Fault> fault(String pointer, String password, List<String> personal) {
    var length = password.codePointCount(0, password.length());
    if (length < LEAST) {
      return of(pointer, "password.short", "At least " + LEAST + " characters");
    }
    if (length > MOST) return of(pointer, "password.long", "At most " + MOST + " characters");
    var folded = password.toLowerCase(Locale.ROOT);
    var words = new ArrayList<>(personal);
    words.add("radcase");
    for (var word : words) {
      if (word.length() >= 3 && folded.contains(word.toLowerCase(Locale.ROOT))) {
        return of(pointer, "password.guessable", "Contains your name, username or RadCase");
      }
    }
    var start = password.substring(0, Math.min(password.length(), ESTIMATED_CHARACTERS));
    if (estimator.measure(start, words).getScore() < LEAST_SCORE) {
      return of(pointer, "password.common", "Is among the first that anyone would try");
    }
    return Optional.empty();
  }

  private static Optional<Fault> of(String pointer, String code, String detail) {
    return Optional.of(new Fault(pointer, code, detail));
  }
}
