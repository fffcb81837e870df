package org.radcase.database.control.move;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an operator may have a move do. */
public enum MoveOrder {
  START,
  /** Compares everything once more. */
  VERIFY,
  SWITCH,
  ROLL_BACK,
  FINISH,
  CANCEL;

  /** As in JSON and in the audit trail, such as {@code roll-back}. */
  public String term() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<MoveOrder> of(String term) {
    return Arrays.stream(values()).filter(order -> order.term().equals(term)).findFirst();
  }
}
