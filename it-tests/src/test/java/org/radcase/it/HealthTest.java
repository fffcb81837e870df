package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.it.server.AtHand;

@ExtendWith(AtHand.class)
class HealthTest {
  @ParameterizedTest
  @ValueSource(strings = {"health", "health/live", "health/ready", "health/started"})
  void a_running_server_says_that_it_is_up(String address, RadCase radcase) {
    var answer = radcase.get(address);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.mediaType()).isEqualTo("application/json");
    assertThat(answer.json().get("status").asText()).isEqualTo("UP");
  }
}
