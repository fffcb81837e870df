package org.radcase.dicom.json;

import org.radcase.dicom.data.DataSet;

/** What may stand in a Value array; what it means is known once the VR is. Source: PS3.18 F.2.2. */
sealed interface JsonValue {
  /** An empty value among others. Source: PS3.18 F.2.5. */
  record Null() implements JsonValue {}

  record Text(String text) implements JsonValue {}

  /** A number, in the digits it was written in. */
  record Numeral(String digits) implements JsonValue {}

  record Name(PersonName name) implements JsonValue {}

  /** An object without members is an empty item, and would be an empty name too. */
  record Item(DataSet dataSet) implements JsonValue {}
}
