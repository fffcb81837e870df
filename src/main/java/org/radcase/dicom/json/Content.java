package org.radcase.dicom.json;

import java.util.List;
import org.radcase.dicom.data.Value;

/** What an attribute has beside its VR. Source: PS3.18 F.2.2. */
sealed interface Content {
  Content NOTHING = new Values(List.of());

  record Values(List<JsonValue> values) implements Content {}

  record InlineBinary(Value.Bytes bytes) implements Content {}

  record BulkDataUri(String uri) implements Content {}
}
