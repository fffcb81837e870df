package org.radcase.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** Gives everyone the same clock, so that tests can turn it. */
@ApplicationScoped
class Clocks {
  @Produces
  Clock clock() {
    return Clock.systemUTC();
  }
}
