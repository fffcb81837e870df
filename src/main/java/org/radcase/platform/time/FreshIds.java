package org.radcase.platform.time;

import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.radcase.platform.beans.Direct;

/** Makes UUIDs of version 7, which sort by their time of birth. Source: RFC 9562 §5.7. Thread-safe. */
@Direct
public class FreshIds {
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  @Inject
  public FreshIds(Clock clock) {
    this.clock = clock;
  }

  public UUID next() {
    return of(clock.millis(), random.nextLong(), random.nextLong());
  }

  /** One that may be guessed, for what only needs a name; it is made faster. */
  public UUID nextName() {
    var random = ThreadLocalRandom.current();
    return of(clock.millis(), random.nextLong(), random.nextLong());
  }

  static UUID of(long epochMillis, long high, long low) {
    var mostSignificant = epochMillis << 16 | 0x7000 | (high & 0x0fff);
    var leastSignificant = 0x8000_0000_0000_0000L | (low & 0x3fff_ffff_ffff_ffffL);
    return new UUID(mostSignificant, leastSignificant);
  }
}
