package org.radcase.dicom.data;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Unique identifiers: the well-known ones of PS3.6 annex A, and the making of new ones. */
public final class Uids {
  public static final String CT_IMAGE = "1.2.840.10008.5.1.4.1.1.2";
  public static final String MR_IMAGE = "1.2.840.10008.5.1.4.1.1.4";
  public static final String ULTRASOUND_IMAGE = "1.2.840.10008.5.1.4.1.1.6.1";
  public static final String ULTRASOUND_MULTI_FRAME_IMAGE = "1.2.840.10008.5.1.4.1.1.3.1";
  public static final String SECONDARY_CAPTURE_IMAGE = "1.2.840.10008.5.1.4.1.1.7";
  public static final String COMPUTED_RADIOGRAPHY_IMAGE = "1.2.840.10008.5.1.4.1.1.1";
  public static final String DIGITAL_X_RAY_IMAGE = "1.2.840.10008.5.1.4.1.1.1.1";
  public static final String DIGITAL_MAMMOGRAPHY_IMAGE = "1.2.840.10008.5.1.4.1.1.1.2";
  public static final String SEGMENTATION = "1.2.840.10008.5.1.4.1.1.66.4";
  public static final String LABEL_MAP_SEGMENTATION = "1.2.840.10008.5.1.4.1.1.66.7";
  public static final String MEDIA_STORAGE_DIRECTORY = "1.2.840.10008.1.3.10";

  private static final int MAX_LENGTH = 64;
  private static final Pattern WELL_FORMED = Pattern.compile("[0-9]+(\\.[0-9]+)+");

  /** What the registry says of a UID; {@code type} is such as "SOP Class". */
  public record Entry(String keyword, String type, String name, boolean retired) {}

  private static final class Holder {
    static final Map<String, Entry> ALL = load();
  }

  private Uids() {}

  /** The registry's entry of a well-known UID. */
  public static Optional<Entry> find(String uid) {
    return Optional.ofNullable(Holder.ALL.get(uid));
  }

  /**
   * Whether it is digits in components, up to 64 characters. Laxer than PS3.5 section 9.1: leading
   * zeros occur in real files and harm nobody.
   */
  public static boolean isWellFormed(String uid) {
    return uid.length() <= MAX_LENGTH && WELL_FORMED.matcher(uid).matches();
  }

  /** The UID that stands for a UUID. Source: PS3.5 annex B.2. */
  public static String of(UUID uuid) {
    return "2.25." + new BigInteger(uuid.toString().replace("-", ""), 16);
  }

  /** A new UID from a random UUID. */
  public static String random() {
    return of(UUID.randomUUID());
  }

  private static Map<String, Entry> load() {
    var all = new HashMap<String, Entry>(1024);
    for (var row : Registry.rows("uids.txt")) {
      var cells = row.split("\\|", 4);
      var retired = cells[1].endsWith("!");
      var keyword = retired ? cells[1].substring(0, cells[1].length() - 1) : cells[1];
      all.put(cells[0], new Entry(keyword, cells[2], cells[3], retired));
    }
    return all;
  }
}
