package org.radcase.platform.http;

import java.io.IOException;

/** The body of a request does not come to its end, as its client has gone or sends nonsense. */
final class BrokenBodyException extends IOException {
  private static final long serialVersionUID = 1;

  BrokenBodyException(IOException cause) {
    super(cause);
  }
}
