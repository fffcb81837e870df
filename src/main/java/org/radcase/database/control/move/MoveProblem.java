package org.radcase.database.control.move;

import org.radcase.platform.problem.Problem;

/** Why a move does not go on. */
public enum MoveProblem implements Problem.Kind {
  NO_TARGET(409, "move.no-target", "There is no database to move to"),
  TARGET_NOT_EMPTY(409, "move.target-not-empty", "The other database has data of its own"),
  WRONG_PHASE(409, "move.wrong-phase", "The move is not at that point"),
  NOT_CAUGHT_UP(409, "move.not-caught-up", "Too much is still to be carried over"),
  WRITERS_BUSY(409, "move.writers-busy", "Somebody is writing for longer than a switch may wait");

  private final int status;
  private final String code;
  private final String title;

  MoveProblem(int status, String code, String title) {
    this.status = status;
    this.code = code;
    this.title = title;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String title() {
    return title;
  }
}
