package org.radcase.platform.http;

import jakarta.ws.rs.core.EntityTag;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The weak entity tag of a list: another one as soon as a row or its revision is another. */
public final class ListTag {
  private static final int BYTES = 12;

  private ListTag() {}

  /**
   * Makes it.
   *
   * @param view as whom one sees the list, such as {@code full}
   * @param facts all that the list depends on, in order
   */
  public static EntityTag of(String view, List<?> facts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var fact : facts) {
        digest.update(String.valueOf(fact).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      var hash = HexFormat.of().formatHex(digest.digest(), 0, BYTES);
      return new EntityTag(hash + "-" + view, true);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
