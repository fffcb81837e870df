package org.radcase.accounts.entity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Something random that lets its bearer in: a session, an API token or a link. Only its hash is
 * kept; as it has 256 bits, a plain hash cannot be tried through.
 */
public record Secret(String text) {
  private static final int BYTES = 32;
  private static final int CHARACTERS = 43;

  /** Returns nothing if the text can be none. */
  public static Optional<Secret> parse(String text) {
    return isWellFormed(text) ? Optional.of(new Secret(text)) : Optional.empty();
  }

  /** Every request has one. */
  private static boolean isWellFormed(String text) {
    if (text.length() != CHARACTERS) return false;
    for (var at = 0; at < CHARACTERS; at++) {
      if (!isBase64Url(text.charAt(at))) return false;
    }
    return true;
  }

  /** Source: RFC 4648 §5. */
  private static boolean isBase64Url(char each) {
    return (each >= 'a' && each <= 'z')
        || (each >= 'A' && each <= 'Z')
        || (each >= '0' && each <= '9')
        || each == '-'
        || each == '_';
  }

  public static Secret fresh(SecureRandom random) {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** SHA-256 in hexadecimal digits: what is kept, and what it is found by. */
  public String hash() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /** So that no log ever has it. */
  @Override
  public String toString() {
    return "Secret";
  }
}
