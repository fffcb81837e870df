package org.radcase.platform.cache;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RScript;
import org.redisson.client.codec.StringCodec;

/** What Redis says of itself. */
@ApplicationScoped
class RedisInfo {
  private static final String INFO = "return redis.call('INFO', 'all')";
  private static final String PING = "return redis.call('PING')";

  private final RedisLink link;

  @Inject
  RedisInfo(RedisLink link) {
    this.link = link;
  }

  /** Returns null while Redis does not answer. */
  RedisFigures.@Nullable Info read() {
    var text = ask(INFO);
    var start = System.nanoTime();
    if (text == null || ask(PING) == null) return null;
    var latency = System.nanoTime() - start;
    var lines = linesOf(text);
    return new RedisFigures.Info(
        lines.getOrDefault("redis_version", ""),
        number(lines, "used_memory"),
        number(lines, "maxmemory"),
        number(lines, "connected_clients"),
        number(lines, "keyspace_hits"),
        number(lines, "keyspace_misses"),
        number(lines, "evicted_keys"),
        number(lines, "instantaneous_ops_per_sec"),
        TimeUnit.NANOSECONDS.toMicros(latency));
  }

  private @Nullable String ask(String script) {
    return link.ask(client -> client
        .getScript(StringCodec.INSTANCE)
        .<String>evalAsync(RScript.Mode.READ_ONLY, script, RScript.ReturnType.VALUE));
  }

  private static Map<String, String> linesOf(String text) {
    var lines = new HashMap<String, String>();
    text.lines().forEach(line -> {
      var colon = line.indexOf(':');
      if (colon > 0)
        lines.put(line.substring(0, colon), line.substring(colon + 1).strip());
    });
    return lines;
  }

  private static long number(Map<String, String> lines, String name) {
    var text = lines.getOrDefault(name, "");
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
  }
}
