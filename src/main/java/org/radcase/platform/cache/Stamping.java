package org.radcase.platform.cache;

import jakarta.inject.Inject;
import java.security.SecureRandom;
import org.radcase.platform.beans.Direct;
import org.radcase.platform.config.Settings;

/** Chooses who keeps the stamps, once and for all: nothing is ever carried from one to the other. */
@Direct
class Stamping {
  private final Stamps stamps;
  private final boolean cluster;

  @Inject
  Stamping(Settings settings, RedisLink link) {
    cluster = settings.cluster();
    stamps = cluster ? new RedisStamps(link) : new LocalStamps(new SecureRandom().nextLong());
  }

  Stamps stamps() {
    return stamps;
  }

  boolean isShared() {
    return cluster;
  }
}
