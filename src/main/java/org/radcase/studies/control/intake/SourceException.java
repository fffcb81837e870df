package org.radcase.studies.control.intake;

import java.io.IOException;

/** The client's stream broke; what was read of it is worth nothing, and no answer arrives. */
public final class SourceException extends IOException {
  private static final long serialVersionUID = 1;

  SourceException(IOException cause) {
    super(cause.getMessage(), cause);
  }
}
