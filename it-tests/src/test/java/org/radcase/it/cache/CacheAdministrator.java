package org.radcase.it.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.radcase.it.RadCase;

/** The caches as the operator sees and clears them. */
public record CacheAdministrator(RadCase operator) {
  private static final String ADDRESS = "api/admin/caches";

  public static CacheAdministrator of(RadCase radcase) {
    return new CacheAdministrator(radcase.as("operator"));
  }

  public JsonNode figures() {
    return get(ADDRESS);
  }

  private JsonNode get(String address) {
    var answer = operator.get(address);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.json();
  }

  /** {@code off}, {@code away} or {@code connected}. */
  public String redisState() {
    return figures().at("/redis/state").asText();
  }

  public void clear() {
    var cleared = operator.delete(ADDRESS);
    assertThat(cleared.status()).as(cleared.toString()).isIn(200, 204);
  }

  /** What the databases were asked since the server's start. */
  public long statements() {
    var statements = 0L;
    for (var pool : get("api/admin/database").path("pools")) {
      assertThat(pool.has("statements")).as(pool.toString()).isTrue();
      statements += pool.path("statements").asLong();
    }
    return statements;
  }
}
