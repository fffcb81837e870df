package org.radcase.accounts.control.signin;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.time.Duration;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** The app on somebody's telephone that has learnt a secret. Source: RFC 6238. */
final class Authenticator {
  /** How long it shows a code. */
  static final Duration STEP = Duration.ofSeconds(30);

  private final TimeBasedOneTimePasswordGenerator totp = new TimeBasedOneTimePasswordGenerator();
  private final SecretKeySpec key;
  private final Clock clock;

  /** @param secret in Base32, as people type it */
  Authenticator(String secret, Clock clock) {
    key = new SecretKeySpec(new Base32().decode(secret), totp.getAlgorithm());
    this.clock = clock;
  }

  String codeNow() {
    try {
      return totp.generateOneTimePasswordString(key, clock.instant());
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }
}
