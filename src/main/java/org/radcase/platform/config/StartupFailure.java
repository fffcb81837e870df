package org.radcase.platform.config;

/** RadCase cannot start; the message is the one line that tells the administrator why. */
public final class StartupFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  public StartupFailure(String line) {
    super(line, null, false, false);
  }
}
