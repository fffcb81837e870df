package org.radcase.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcase.platform.config.StartupFailure;
import org.radcase.testing.GivenSettings;

class ServerKeyTest {
  @TempDir
  Path home;

  @Test
  void the_first_start_makes_a_key_that_later_ones_and_only_the_owner_read() throws IOException {
    var first = new ServerKey(GivenSettings.in(home));
    var second = new ServerKey(GivenSettings.in(home));

    assertThat(first.forPurpose("audit")).isEqualTo(second.forPurpose("audit")).hasSize(32);
    assertThat(first.forPurpose("device")).isNotEqualTo(first.forPurpose("audit"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("key"))))
        .isEqualTo("rw-------");
    try (var files = Files.list(home)) {
      assertThat(files).containsExactly(home.resolve("key"));
    }
  }

  @Test
  void a_broken_key_stops_the_start_and_is_not_told() throws IOException {
    Files.writeString(home.resolve("key"), "secret but short");

    assertThatThrownBy(() -> new ServerKey(GivenSettings.in(home)))
        .isInstanceOf(StartupFailure.class)
        .hasMessageContaining("radcase.key")
        .hasMessageNotContaining("secret");
  }
}
