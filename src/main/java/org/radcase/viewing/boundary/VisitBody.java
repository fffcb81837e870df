package org.radcase.viewing.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.json.Fields;
import org.radcase.viewing.entity.ConnectionType;
import org.radcase.viewing.entity.Device;
import org.radcase.viewing.entity.Measure;
import org.radcase.viewing.entity.Visit;

/**
 * One visit of a case as its browser measured it; what it could not measure is absent. It names neither
 * the case nor the reader.
 *
 * @param device phone, tablet or desktop
 * @param connection slow-2g, 2g, 3g or 4g
 */
public record VisitBody(
    String device,
    @Nullable String connection,
    @Nullable Integer previewMillis,
    @Nullable Integer truePixelsMillis,
    @Nullable Integer wholeSeriesMillis,
    int frames,
    @Nullable Integer frameKilobytes,
    @Nullable Integer longTasks,
    @Nullable Integer longestTaskMillis,
    @Nullable Integer memoryKilobytes,
    @Nullable Integer heapKilobytes,
    @Nullable Integer scriptErrors,
    @Nullable Integer missingFrames) {
  /** @throws org.radcase.platform.problem.Problem body.invalid with every fault */
  static Visit read(JsonNode body) {
    var fields = new Fields(body);
    var device = fields.value("device", Device::of, "phone, tablet or desktop");
    var connection = fields.value("connection", ConnectionType::of, "slow-2g, 2g, 3g or 4g");
    var values = new EnumMap<Measure, Integer>(Measure.class);
    for (var measure : Measure.values()) {
      fields
          .wholeNumber(measure.term(), 0, measure.most())
          .ifPresent(value -> values.put(measure, value));
    }
    needed(fields, "device", device.isPresent());
    needed(fields, Measure.FRAMES.term(), values.containsKey(Measure.FRAMES));
    fields.check();
    return new Visit(device.orElseThrow(), connection.orElse(ConnectionType.UNKNOWN), values);
  }

  private static void needed(Fields fields, String name, boolean there) {
    if (!there && !fields.hasFault(name)) {
      fields.fault("/" + name, "field.missing", "Must not be missing");
    }
  }
}
