package org.radcase.dicom.data;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A storage SOP class. Source: PS3.4 table B.5-1.
 *
 * @param modality the usual Modality (0008,0060) of its instances; empty where none is certain
 * @param hasPixelData whether its instances are images
 * @param isMultiFrame whether an instance may have several frames
 */
public record SopClass(
    String uid,
    String keyword,
    String modality,
    boolean hasPixelData,
    boolean isMultiFrame,
    boolean retired) {

  private static final class Holder {
    static final Map<String, SopClass> ALL = load();
  }

  /** A storage class of the standard; none for private and for other classes. */
  public static Optional<SopClass> find(String uid) {
    return Optional.ofNullable(Holder.ALL.get(uid));
  }

  private static Map<String, SopClass> load() {
    var all = new HashMap<String, SopClass>();
    for (var row : Registry.rows("storage-sop-classes.txt")) {
      var cells = row.split(" ", 4);
      var flags = cells[3];
      all.put(
          cells[0],
          new SopClass(
              cells[0],
              cells[1],
              cells[2].equals("-") ? "" : cells[2],
              flags.contains("P"),
              flags.contains("M"),
              flags.contains("!")));
    }
    return all;
  }
}
