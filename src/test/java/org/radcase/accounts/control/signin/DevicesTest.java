package org.radcase.accounts.control.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcase.accounts.entity.Username;
import org.radcase.platform.secrets.ServerKey;
import org.radcase.platform.time.FreshIds;
import org.radcase.testing.GivenSettings;

class DevicesTest {
  @TempDir
  Path home;

  @Test
  void a_mark_holds_for_its_account_only_and_cannot_be_made_up() {
    var devices = devices(home);
    var ada = new Username("Ada");
    var mark = devices.mark(ada);

    assertThat(devices.deviceOf(mark, new Username("ADA"))).isNotNull();
    assertThat(devices.deviceOf(mark, new Username("grace"))).isNull();
    assertThat(devices.deviceOf(mark + "x", ada)).isNull();
    assertThat(devices.deviceOf("x" + mark, ada)).isNull();
    assertThat(devices.deviceOf("", ada)).isNull();
    assertThat(devices.deviceOf(null, ada)).isNull();
    assertThat(devices(home.resolve("another")).deviceOf(mark, ada)).isNull();
  }

  private static Devices devices(Path home) {
    return new Devices(new ServerKey(GivenSettings.in(home)), new FreshIds(Clock.systemUTC()));
  }
}
