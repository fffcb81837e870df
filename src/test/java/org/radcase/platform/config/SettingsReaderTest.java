package org.radcase.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {
  @Test
  void without_any_setting_nothing_is_open() {
    var settings = read(Map.of());

    assertThat(settings.demo()).isFalse();
    assertThat(settings.acceptIdentified()).isFalse();
    assertThat(settings.home()).isEqualTo(Path.of("radcase-home").toAbsolutePath());
    assertThat(settings.uploadMaxBytes()).isEqualTo(8L << 30);
  }

  @Test
  void demo_mode_accepts_identified_files_unless_told_not_to() {
    assertThat(read(Map.of("radcase.demo", "true")).acceptIdentified()).isTrue();
    assertThat(read(Map.of("radcase.demo", "true", "radcase.accept-identified", "false"))
            .acceptIdentified())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "radcase.demo, yes, true or false",
    "radcase.accept-identified, 1, true or false",
    "radcase.reach, network, loopback",
    "radcase.reach, everywhere, loopback",
    "radcase.registration, anyone, 'closed, invite or open'",
    "radcase.public-url, radcase.example.org, an address",
    "radcase.public-url, 'https://x.example/?a', an address",
    "radcase.trusted-proxies, proxy.example, addresses or networks",
    "radcase.trusted-proxies, '10.0.0.1,', addresses or networks",
    "radcase.trusted-proxies, 10.0.0.0/33, addresses or networks",
    "radcase.upload.max-bytes, 8GB, a whole number of bytes",
    "radcase.upload.max-bytes, -1, a whole number of bytes"
  })
  void a_wrong_value_is_named_with_its_key_and_what_is_allowed(
      String key, String value, String allowed) {
    assertThatThrownBy(() -> read(Map.of(key, value)))
        .isInstanceOf(StartupFailure.class)
        .hasMessageContaining(key)
        .hasMessageContaining('"' + value + '"')
        .hasMessageContaining(allowed)
        .hasMessageNotContaining("\n");
  }

  @Test
  void alerts_are_sent_nowhere_unless_an_address_is_set() {
    assertThat(read(Map.of("radcase.alerts.webhook-secret", "x")).webhook()).isEmpty();
    assertThat(read(Map.of("radcase.alerts.webhook", "https://alerts.example.org/x?y"))
            .webhook())
        .hasValue(new Settings.Webhook(URI.create("https://alerts.example.org/x?y"), ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///t0ps3cret", "alerts/t0ps3cret", "http://a:t0ps3cret@b/", "h t"})
  void a_wrong_address_for_alerts_is_refused_and_not_told(String address) {
    assertThatThrownBy(() -> read(Map.of("radcase.alerts.webhook", address)))
        .isInstanceOf(StartupFailure.class)
        .hasMessageContaining("radcase.alerts.webhook")
        .hasMessageNotContaining(address);
  }

  private static Settings read(Map<String, String> values) {
    return new SettingsReader(key -> Optional.ofNullable(values.get(key))).read();
  }
}
