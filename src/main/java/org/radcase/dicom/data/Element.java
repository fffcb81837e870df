package org.radcase.dicom.data;

/** One data element: tag, value representation, value. Source: PS3.5 section 7.1. */
public record Element(Tag tag, VR vr, Value value) {

  /** Whether the value has no bytes, items or fragments. */
  public boolean isEmpty() {
    if (value instanceof Value.Bytes bytes) {
      return bytes.lengthBytes() == 0;
    }
    return value instanceof Value.Items items && items.items().isEmpty();
  }
}
