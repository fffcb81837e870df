package org.radcase.platform.http;

import java.io.IOException;

/** Has a server that knows no better way close the connection. */
final class BrokenOffException extends IOException {
  private static final long serialVersionUID = 1;

  BrokenOffException(String why) {
    super(why);
  }
}
