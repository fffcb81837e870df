package org.radcase.platform.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Entity tags of content that has no revision of its own. Source: RFC 9110 §8.8.3. */
public final class EntityTags {
  private EntityTags() {}

  /** A strong tag made of the content, quoted. */
  public static String strong(byte[] content) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(content);
      return '"' + HexFormat.of().formatHex(digest, 0, 8) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
