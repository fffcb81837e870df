package org.radcase.platform.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the settings from raw values; a wrong one names its key, its value and what is allowed. */
final class SettingsReader {
  private static final long DEFAULT_UPLOAD_BYTES = 8L << 30;

  private final Function<String, Optional<String>> values;

  SettingsReader(Function<String, Optional<String>> values) {
    this.values = values;
  }

  /** @throws StartupFailure for the first wrong value */
  Settings read() {
    oneOf("radcase.reach", "loopback", List.of("loopback"), reachRefusal());
    var demo = flag("radcase.demo", false);
    return new Settings(
        home(), demo, flag("radcase.accept-identified", demo), bytes("radcase.upload.max-bytes"));
  }

  private static String reachRefusal() {
    return "loopback (network is refused until accounts and de-identification are there)";
  }

  private Path home() {
    var key = "radcase.home";
    var value = values.apply(key).orElse("radcase-home");
    try {
      return Path.of(value).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw wrong(key, value, "the path of a folder");
    }
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

  private static StartupFailure wrong(String key, String value, String allowed) {
    return new StartupFailure(
        "RadCase did not start: " + key + " is \"" + value + "\"; allowed: " + allowed);
  }
}
