package org.radcase.accounts.entity;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What somebody types to say who she is; unique on the server, without regard to case. */
public record Username(String value) {
  /** ASCII only: names that look alike would let one person pose as another. */
  private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{2,63}");

  public Username {
    if (!WELL_FORMED.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a username");
    }
  }

  /** Returns nothing if the text is not 3 to 64 letters, digits and {@code . _ - @}. */
  public static Optional<Username> parse(String text) {
    return WELL_FORMED.matcher(text).matches() ? Optional.of(new Username(text)) : Optional.empty();
  }

  /** The same for all spellings that mean the same person. */
  public String key() {
    return value.toLowerCase(Locale.ROOT);
  }
}
