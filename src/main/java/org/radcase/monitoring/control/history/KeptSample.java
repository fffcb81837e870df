package org.radcase.monitoring.control.history;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.radcase.platform.json.Json;
import org.radcase.platform.metrics.Distribution;

/** A sample as the database keeps it. What a newer release beside this one adds is passed over. */
@JsonIgnoreProperties(ignoreUnknown = true)
record KeptSample(
    long millis, long hits, long misses, Map<String, Mean> gauges, Map<String, KeptRoute> routes) {
  /** A route; times by their bucket. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record KeptRoute(long errors, Map<Integer, Long> times) {}

  static String textOf(Sample sample) {
    var gauges = new HashMap<String, Mean>();
    sample.gauges().forEach((gauge, mean) -> gauges.put(gauge.name(), mean));
    var routes = new HashMap<String, KeptRoute>();
    sample
        .routes()
        .forEach((route, use) ->
            routes.put(route, new KeptRoute(use.errors(), use.times().counts())));
    return Json.text(
        new KeptSample(sample.millis(), sample.hits(), sample.misses(), gauges, routes));
  }

  /** Empty if a newer release wrote what this one does not understand. */
  static Optional<Sample> read(String text) {
    try {
      return Optional.of(Json.MAPPER.readValue(text, KeptSample.class).sample());
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private Sample sample() {
    var known = new EnumMap<Gauge, Mean>(Gauge.class);
    Stream.of(Gauge.values()).forEach(gauge -> {
      var mean = gauges.get(gauge.name());
      if (mean != null) known.put(gauge, mean);
    });
    var uses = new HashMap<String, RouteUse>();
    routes.forEach((route, kept) ->
        uses.put(route, new RouteUse(Distribution.of(kept.times()), kept.errors())));
    return new Sample(millis, hits, misses, known, uses);
  }
}
