package org.radcase.platform.cache;

import java.nio.file.Path;
import java.time.Clock;
import org.radcase.platform.secrets.ServerKey;
import org.radcase.testing.GivenSettings;

/** For tests of others: of a server that has its database alone, and no Redis. */
public final class GivenCaches {
  private GivenCaches() {}

  public static Changes changes() {
    var settings = GivenSettings.in(Path.of(""));
    return new Changes(new Stamping(settings, new RedisLink(settings, Clock.systemUTC())));
  }

  /** Caches in this process, and what tells them of changes. */
  public record Made(Caches caches, Changes changes) {}

  public static Made in(Path home, Clock clock) {
    var settings = GivenSettings.in(home);
    var link = new RedisLink(settings, clock);
    var stamping = new Stamping(settings, link);
    var changes = new Changes(stamping);
    var redis = new RedisTier(link, new SealedEntries(new ServerKey(settings)));
    return new Made(new Caches(new ProcessTier(), redis, link, stamping, changes, clock), changes);
  }
}
