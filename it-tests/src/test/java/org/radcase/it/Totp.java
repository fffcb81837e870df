package org.radcase.it;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an authenticator shows: six digits, another every 30 seconds. Source: RFC 6238, RFC 4226 §5.3. */
final class Totp {
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Totp() {}

  /** The number of the half minute that is now. */
  static long step() {
    return Instant.now().getEpochSecond() / 30;
  }

  static String code(String secretBase32, long step) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(decoded(secretBase32), "HmacSHA1"));
      var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
      var truncated = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xF) & 0x7FFF_FFFF;
      return "%06d".formatted(truncated % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Six digits that are no code of any half minute around now. */
  static String wrongCode(String secretBase32) {
    var now = step();
    Set<String> right = new HashSet<>();
    for (var step = now - 10; step <= now + 10; step++) right.add(code(secretBase32, step));
    return IntStream.range(0, 1_000_000)
        .mapToObj("%06d"::formatted)
        .filter(code -> !right.contains(code))
        .findFirst()
        .orElseThrow();
  }

  /** Source: RFC 4648 §6. */
  private static byte[] decoded(String base32) {
    var letters = base32.toUpperCase(Locale.ROOT).replace("=", "");
    var bytes = ByteBuffer.allocate(letters.length() * 5 / 8);
    var bits = 0;
    var held = 0;
    for (var letter : letters.toCharArray()) {
      held = held << 5 | BASE32.indexOf(letter);
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.put((byte) (held >> bits));
      }
    }
    return bytes.array();
  }
}
