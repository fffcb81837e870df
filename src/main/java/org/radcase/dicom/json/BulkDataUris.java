package org.radcase.dicom.json;

import java.util.Optional;
import org.radcase.dicom.data.Element;

/** Says which values travel beside the JSON, and where they are. Source: PS3.18 F.2.6. */
@FunctionalInterface
public interface BulkDataUris {

  /** All values within the JSON, which needs them in memory. */
  BulkDataUris NONE = (path, element) -> Optional.empty();

  /**
   * The URI of a value; none to have it within the JSON, which is possible for bytes in memory only.
   * Asked for every element that is neither empty nor a sequence.
   *
   * @param path tags and item indexes from 0, such as {@code 7FE00010} or {@code
   *     00880200/0/7FE00010}
   */
  Optional<String> of(String path, Element element);
}
