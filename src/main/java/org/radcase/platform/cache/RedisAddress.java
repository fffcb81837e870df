package org.radcase.platform.cache;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redisson.client.codec.ByteArrayCodec;
import org.redisson.client.codec.StringCodec;
import org.redisson.codec.CompositeCodec;
import org.redisson.config.BaseConfig;
import org.redisson.config.BaseMasterSlaveServersConfig;
import org.redisson.config.Config;

/**
 * Where Redis is: {@code redis://user:password@host:port/database}, {@code rediss} for TLS; with
 * {@code +sentinel} the path begins with the name of the master, with {@code +cluster} hosts are
 * nodes of a cluster.
 */
record RedisAddress(
    Kind kind,
    boolean tls,
    @Nullable String user,
    @Nullable String password,
    List<String> hosts,
    String master,
    int database) {
  enum Kind {
    SINGLE,
    SENTINEL,
    CLUSTER
  }

  private static final Pattern FORM = Pattern.compile(
      "redis(s?)(\\+sentinel|\\+cluster)?://(?:([^:@/]*)(?::([^@/]*))?@)?([^/]+)(?:/([^/]*))?(?:/([^/]*))?");
  private static final String PORT = ":6379";
  private static final int POOL = 24;
  private static final int IDLE = 4;
  private static final int CONNECT_MILLIS = 1_000;

  /** Longer than any request waits: what comes later than that still arrives. */
  private static final int ANSWER_MILLIS = 1_000;

  static RedisAddress parse(String uri) {
    var matcher = FORM.matcher(uri);
    if (!matcher.matches()) throw new IllegalArgumentException("Not an address of Redis");
    var kind = matcher.group(2) == null
        ? Kind.SINGLE
        : matcher.group(2).equals("+sentinel") ? Kind.SENTINEL : Kind.CLUSTER;
    var first = orEmpty(matcher.group(6));
    var second = orEmpty(matcher.group(7));
    var database = kind == Kind.SENTINEL ? second : first;
    return new RedisAddress(
        kind,
        matcher.group(1).equals("s"),
        decoded(matcher.group(3)),
        decoded(matcher.group(4)),
        Stream.of(matcher.group(5).split(",", -1))
            .map(host -> host.matches(".*:\\d+") ? host : host + PORT)
            .toList(),
        kind == Kind.SENTINEL ? first : "",
        database.matches("\\d{1,3}") ? Integer.parseInt(database) : 0);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static @Nullable String decoded(@Nullable String text) {
    return text == null || text.isEmpty() ? null : URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** Without user and password. */
  String shown() {
    var scheme =
        switch (kind) {
          case SINGLE -> "";
          case SENTINEL -> "+sentinel";
          case CLUSTER -> "+cluster";
        };
    return (tls ? "rediss" : "redis") + scheme + "://" + String.join(",", hosts)
        + (master.isEmpty() ? "" : "/" + master)
        + (database == 0 ? "" : "/" + database);
  }

  Config config() {
    var config = new Config();
    var nodes =
        hosts.stream().map(host -> (tls ? "rediss://" : "redis://") + host).toArray(String[]::new);
    switch (kind) {
      case SINGLE ->
        tuned(config
            .useSingleServer()
            .setAddress(nodes[0])
            .setDatabase(database)
            .setConnectionPoolSize(POOL)
            .setConnectionMinimumIdleSize(IDLE)
            .setSubscriptionConnectionPoolSize(2)
            .setSubscriptionConnectionMinimumIdleSize(1)
            .setDnsMonitoringInterval(-1));
      case SENTINEL ->
        masterAndReplicas(config
            .useSentinelServers()
            .setMasterName(master)
            .setDatabase(database)
            .addSentinelAddress(nodes));
      case CLUSTER -> masterAndReplicas(config.useClusterServers().addNodeAddress(nodes));
    }
    // Its own codec would make objects of whatever class Redis names.
    return config
        .setCodec(new CompositeCodec(StringCodec.INSTANCE, ByteArrayCodec.INSTANCE))
        .setThreads(2)
        .setNettyThreads(4)
        .setUseScriptCache(true);
  }

  /** Replicas are behind: what is outdated is asked of the master alone. */
  private void masterAndReplicas(BaseMasterSlaveServersConfig<?> servers) {
    servers
        .setReadMode(org.redisson.config.ReadMode.MASTER)
        .setMasterConnectionPoolSize(POOL)
        .setMasterConnectionMinimumIdleSize(IDLE)
        .setDnsMonitoringInterval(-1);
    tuned(servers);
  }

  private void tuned(BaseConfig<?> servers) {
    servers
        .setUsername(user)
        .setPassword(password)
        .setConnectTimeout(CONNECT_MILLIS)
        .setTimeout(ANSWER_MILLIS)
        .setRetryAttempts(0)
        .setPingConnectionInterval(CONNECT_MILLIS)
        .setKeepAlive(true);
  }
}
