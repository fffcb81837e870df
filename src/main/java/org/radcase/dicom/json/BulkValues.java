package org.radcase.dicom.json;

import java.io.IOException;
import org.radcase.dicom.data.VR;
import org.radcase.dicom.data.Value;

/** Gives the values that JSON only names by a BulkDataURI. Source: PS3.18 F.2.6. */
@FunctionalInterface
public interface BulkValues {

  /**
   * The value of a URI, in memory or left where it is.
   *
   * @param path tags and item indexes from 0, as in {@link BulkDataUris}
   * @throws IOException a {@link org.radcase.dicom.data.DicomException} if the URI names nothing
   */
  Value of(String path, VR vr, String uri) throws IOException;
}
