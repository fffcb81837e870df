package org.radcase.platform.config;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.radcase.platform.config.ServingSettings.LogFormat;

/** Reads how requests are served from raw values; a wrong one stops the start. */
final class ServingSettingsReader {
  /** As many as Tomcat of server-config has threads, less some for what is never refused. */
  private static final int DEFAULT_REQUESTS = 360;

  private final Function<String, Optional<String>> values;

  ServingSettingsReader(Function<String, Optional<String>> values) {
    this.values = values;
  }

  /** @throws StartupFailure for the first wrong value */
  ServingSettings read() {
    return new ServingSettings(
        logFormat(),
        Duration.ofMillis(number("radcase.log.slow-millis", 1_000, 1, 3_600_000)),
        Duration.ofSeconds(number("radcase.shutdown.notice-seconds", 0, 0, 300)),
        Duration.ofSeconds(number("radcase.shutdown.patience-seconds", 30, 0, 3_600)),
        number("radcase.requests.most", DEFAULT_REQUESTS, 10, 10_000));
  }

  private LogFormat logFormat() {
    var key = "radcase.log.format";
    var value = values.apply(key).map(String::strip).orElse("text");
    if (value.equals("text") || value.equals("json")) {
      return LogFormat.valueOf(value.toUpperCase(Locale.ROOT));
    }
    throw SettingsReader.wrong(key, value, "text or json");
  }

  private int number(String key, int otherwise, int least, int most) {
    var value = values.apply(key).map(String::strip).orElse(Integer.toString(otherwise));
    if (value.matches("\\d{1,8}")) {
      var number = Integer.parseInt(value);
      if (number >= least && number <= most) return number;
    }
    throw SettingsReader.wrong(key, value, "a whole number, " + least + " to " + most);
  }
}
