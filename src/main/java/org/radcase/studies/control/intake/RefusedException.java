package org.radcase.studies.control.intake;

import java.io.IOException;
import org.radcase.studies.entity.Refusal;

/** Ends the way of one file; the message is for the person who sent it. */
final class RefusedException extends IOException {
  private static final long serialVersionUID = 1;

  private final Refusal refusal;
  private final String detail;

  RefusedException(Refusal refusal, String detail) {
    super(detail);
    this.refusal = refusal;
    this.detail = detail;
  }

  Refusal refusal() {
    return refusal;
  }

  String detail() {
    return detail;
  }
}
