package org.radcase.testing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.radcase.platform.config.ServingSettings;
import org.radcase.platform.config.Settings;
import org.radcase.platform.config.Settings.Registration;

/** Settings as a fresh server has them, but for what a test is about. */
public final class GivenSettings {
  private GivenSettings() {}

  public static Settings in(Path home) {
    return with(home, Registration.INVITE, List.of());
  }

  public static Settings ofDemo(Path home, boolean demo) {
    return new Settings(
        home,
        demo,
        demo,
        1 << 20,
        "",
        Registration.INVITE,
        "",
        8080,
        Duration.ofDays(2),
        List.of(),
        home.resolve("backups"),
        Optional.empty(),
        Settings.NO_REDIS,
        Duration.ZERO,
        false,
        Optional.empty());
  }

  public static Settings at(String publicUrl) {
    return new Settings(
        Path.of(""),
        false,
        false,
        1 << 20,
        "",
        Registration.INVITE,
        publicUrl,
        8080,
        Duration.ofDays(2),
        List.of(),
        Path.of("backups"),
        Optional.empty(),
        Settings.NO_REDIS,
        Duration.ZERO,
        false,
        Optional.empty());
  }

  public static Settings with(Path home, Registration registration, List<String> trustedProxies) {
    return new Settings(
        home,
        false,
        false,
        1 << 20,
        "",
        registration,
        "",
        8080,
        Duration.ofDays(2),
        trustedProxies,
        home.resolve("backups"),
        Optional.empty(),
        Settings.NO_REDIS,
        Duration.ZERO,
        false,
        Optional.empty());
  }

  public static Settings withRedis(Path home, String redisUri, boolean cluster) {
    return new Settings(
        home,
        false,
        false,
        1 << 20,
        "",
        Registration.INVITE,
        "",
        8080,
        Duration.ofDays(2),
        List.of(),
        home.resolve("backups"),
        Optional.empty(),
        redisUri,
        Duration.ZERO,
        cluster,
        Optional.empty());
  }

  /** Requests of a tenth of a second are slow already. */
  public static ServingSettings serving() {
    return new ServingSettings(
        ServingSettings.LogFormat.TEXT,
        Duration.ofMillis(100),
        Duration.ZERO,
        Duration.ofSeconds(10),
        160);
  }
}
