package org.radcase.accounts.entity;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads UUIDs more strictly than the JDK, which takes "1-1-1-1-1" for one. Source: RFC 9562 §4. */
public final class Uuids {
  private static final Pattern WELL_FORMED =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private Uuids() {}

  /** Returns nothing if the text is not a UUID in its usual form. */
  public static Optional<UUID> parse(String text) {
    return WELL_FORMED.matcher(text).matches()
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }
}
