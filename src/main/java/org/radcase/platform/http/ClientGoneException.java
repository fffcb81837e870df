package org.radcase.platform.http;

import java.io.IOException;

/** The client does not take its answer any more. */
final class ClientGoneException extends IOException {
  private static final long serialVersionUID = 1;

  ClientGoneException(IOException cause) {
    super(cause);
  }
}
