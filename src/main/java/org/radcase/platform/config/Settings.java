package org.radcase.platform.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an administrator may set, by MicroProfile Config names.
 *
 * @param home where files are kept, absolute
 * @param demo demo accounts and cases
 * @param acceptIdentified take uploads that do not say that they are de-identified
 * @param uploadMaxBytes the most that one upload request may carry, in bytes
 * @param key the server's key in hexadecimal digits, or empty for the one kept in {@code home}
 * @param registration how people get accounts
 * @param publicUrl the address by which browsers reach the server, without a slash at its end, or
 *     empty for that of each request
 * @param port where the server listens, as its {@code server-config} was told: for the set-up link
 * @param moveKept how long a database follows after its data has moved to another
 * @param trustedProxies addresses and networks (CIDR) whose forwarded headers are believed
 * @param backups where backups are kept, absolute
 * @param restore the backup that this start brings back, or nothing
 * @param redisUri where Redis is looked for, or {@code none}
 * @param warmUp how often the caches are filled ahead; zero for never
 * @param cluster whether other instances work on the same database
 * @param webhook where alerts are sent, or nothing
 */
public record Settings(
    Path home,
    boolean demo,
    boolean acceptIdentified,
    long uploadMaxBytes,
    String key,
    Registration registration,
    String publicUrl,
    int port,
    Duration moveKept,
    List<String> trustedProxies,
    Path backups,
    Optional<Path> restore,
    String redisUri,
    Duration warmUp,
    boolean cluster,
    Optional<Webhook> webhook) {
  /** As {@link #redisUri}: nobody looks for one. */
  public static final String NO_REDIS = "none";

  /**
   * Who is told of alerts.
   *
   * @param secret signs what is sent; empty for no signature
   */
  public record Webhook(URI address, String secret) {}

  /** How people get accounts. */
  public enum Registration {
    /** Only an administrator's reset link lets anyone in; no invitations. */
    CLOSED,
    /** By an administrator's invitation. */
    INVITE,
    /** Also without one, as learners of the institutions that allow it. */
    OPEN
  }
}
