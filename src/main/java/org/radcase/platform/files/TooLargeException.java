package org.radcase.platform.files;

import java.io.IOException;

/** A stream went on past what was allowed. */
public final class TooLargeException extends IOException {
  private static final long serialVersionUID = 1;

  TooLargeException(long mostBytes) {
    super("More than " + mostBytes + " bytes");
  }
}
