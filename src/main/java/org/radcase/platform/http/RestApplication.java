package org.radcase.platform.http;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** All resources live below {@code /api}. */
@ApplicationPath("/api")
public class RestApplication extends Application {
  @Override
  public Map<String, Object> getProperties() {
    return Map.of(
        // Longer bodies would otherwise go out in chunks, without a length.
        "jersey.config.contentLength.buffer",
        64 << 10,
        "jersey.config.server.wadl.disableWadl",
        true);
  }
}
