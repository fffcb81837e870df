package org.radcase.platform.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the settings from raw values; a wrong one names its key, its value and what is allowed. */
final class SettingsReader {
  private static final long DEFAULT_UPLOAD_BYTES = 8L << 30;
  private static final String DEFAULT_KEPT_HOURS = "48";
  private static final String DEFAULT_WARM_UP = "30";
  private static final String DEFAULT_PORT = "8080";
  private static final String DEFAULT_REDIS = "redis://localhost:6379";
  private static final Pattern REDIS = Pattern.compile(
      "rediss?(\\+sentinel|\\+cluster)?://([^@/\\s]*@)?[^@/,\\s]+(,[^@/,\\s]+)*(/[^/\\s]*){0,2}");
  private static final int LAST_PORT = 65_535;

  private static final Pattern NETWORK =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}(/([12]?\\d|3[0-2]))?"
          + "|[0-9A-Fa-f:]*:[0-9A-Fa-f:]*(/(\\d{1,2}|1[01]\\d|12[0-8]))?");

  private final Function<String, Optional<String>> values;

  SettingsReader(Function<String, Optional<String>> values) {
    this.values = values;
  }

  /** @throws StartupFailure for the first wrong value */
  Settings read() {
    oneOf("radcase.reach", "loopback", List.of("loopback"), reachRefusal());
    var demo = flag("radcase.demo", false);
    return new Settings(
        home(),
        demo,
        flag("radcase.accept-identified", demo),
        bytes("radcase.upload.max-bytes"),
        values.apply("radcase.key").map(String::strip).orElse(""),
        registration(),
        publicUrl(),
        port(),
        moveKept(),
        trustedProxies(),
        folder("radcase.backup.folder").orElseGet(() -> home().resolve("backups")),
        folder("radcase.restore"),
        redisUri(),
        warmUp(),
        flag("radcase.cluster", false),
        webhook());
  }

  private static String reachRefusal() {
    return "loopback (network is refused until accounts and de-identification are there)";
  }

  private Path home() {
    return folder("radcase.home", "radcase-home");
  }

  private Optional<Path> folder(String key) {
    return values
        .apply(key)
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .map(value -> folder(key, value));
  }

  private Path folder(String key, String otherwise) {
    var value = values.apply(key).orElse(otherwise);
    try {
      return Path.of(value).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw wrong(key, value, "the path of a folder");
    }
  }

  private Settings.Registration registration() {
    var value = oneOf(
        "radcase.registration",
        "invite",
        List.of("closed", "invite", "open"),
        "closed, invite or open");
    return Settings.Registration.valueOf(value.toUpperCase(Locale.ROOT));
  }

  private String publicUrl() {
    var key = "radcase.public-url";
    var value = values.apply(key).map(String::strip).orElse("");
    if (value.isEmpty()) return value;
    try {
      var uri = new URI(value);
      var isWeb = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (isWeb && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null) {
        return value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
      }
    } catch (URISyntaxException e) {
      // Said below, as for the address of something else.
    }
    throw wrong(key, value, "an address such as https://radcase.example.org");
  }

  private int port() {
    var key = "radcase.port";
    var value = values.apply(key).map(String::strip).orElse(DEFAULT_PORT);
    if (value.matches("\\d{1,5}") && Integer.parseInt(value) <= LAST_PORT) {
      return Integer.parseInt(value);
    }
    throw wrong(key, value, "a port from 0 to " + LAST_PORT);
  }

  private Duration moveKept() {
    var key = "radcase.move.kept-hours";
    var value = values.apply(key).map(String::strip).orElse(DEFAULT_KEPT_HOURS);
    if (value.matches("\\d{1,4}")) return Duration.ofHours(Integer.parseInt(value));
    throw wrong(key, value, "a whole number of hours, 0 to 9999");
  }

  private List<String> trustedProxies() {
    var key = "radcase.trusted-proxies";
    var value = values.apply(key).map(String::strip).orElse("");
    if (value.isEmpty()) return List.of();
    var networks = Stream.of(value.split(",", -1)).map(String::strip).toList();
    for (var network : networks) {
      if (!NETWORK.matcher(network).matches()) {
        throw wrong(key, value, "addresses or networks such as 10.0.0.0/8, separated by commas");
      }
    }
    return networks;
  }

  private Duration warmUp() {
    var key = "radcase.warm-up.minutes";
    var value = values.apply(key).map(String::strip).orElse(DEFAULT_WARM_UP);
    if (value.matches("\\d{1,4}")) return Duration.ofMinutes(Integer.parseInt(value));
    throw wrong(key, value, "a whole number of minutes, 0 for never to 9999");
  }

  /** Never told back as a whole: it may have a password in it. */
  private String redisUri() {
    var key = "radcase.redis.uri";
    var value = values.apply(key).map(String::strip).orElse(DEFAULT_REDIS);
    if (value.equals(Settings.NO_REDIS) || REDIS.matcher(value).matches()) return value;
    throw wrong(
        key, value.replaceAll("//.*@", "//…@"), "none, or an address such as " + DEFAULT_REDIS);
  }

  /** Never told back: the address of such a receiver often has a secret in it. */
  private Optional<Settings.Webhook> webhook() {
    var key = "radcase.alerts.webhook";
    var value = values.apply(key).map(String::strip).orElse("");
    if (value.isEmpty()) return Optional.empty();
    var secret =
        values.apply("radcase.alerts.webhook-secret").map(String::strip).orElse("");
    try {
      var address = new URI(value);
      var isWeb = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
      if (isWeb && address.getHost() != null && address.getUserInfo() == null) {
        return Optional.of(new Settings.Webhook(address, secret));
      }
    } catch (URISyntaxException e) {
      // Said below, as for the address of something else.
    }
    throw wrong(key, "…", "an address such as https://alerts.example.org/radcase");
  }

  private boolean flag(String key, boolean otherwise) {
    var value = oneOf(key, Boolean.toString(otherwise), List.of("true", "false"), "true or false");
    return Boolean.parseBoolean(value);
  }

  private String oneOf(String key, String otherwise, List<String> allowed, String saying) {
    var value = values.apply(key).map(String::strip).orElse(otherwise);
    if (!allowed.contains(value)) throw wrong(key, value, saying);
    return value;
  }

  private long bytes(String key) {
    var value = values.apply(key).orElse(Long.toString(DEFAULT_UPLOAD_BYTES));
    try {
      var bytes = Long.parseLong(value.strip());
      if (bytes > 0) return bytes;
    } catch (NumberFormatException e) {
      // Said below, as for a number out of range.
    }
    throw wrong(key, value, "a whole number of bytes above 0");
  }

  static StartupFailure wrong(String key, String value, String allowed) {
    return new StartupFailure(
        "RadCase did not start: " + key + " is \"" + value + "\"; allowed: " + allowed);
  }
}
