package org.radcase.cases.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import org.radcase.platform.json.Fields;

/** Checks what a reader commits to before she sees the answer. */
final class RevealReader {
  private static final int LEAST_SURE = 1;
  private static final int SUREST = 5;

  private RevealReader() {}

  /** @throws org.radcase.platform.problem.Problem body.invalid with every fault */
  static void check(JsonNode body) {
    var fields = new Fields(body);
    fields.lines("differential", CaseReader.ENTRIES, CaseReader.LINE);
    fields.wholeNumber("confidence", LEAST_SURE, SUREST);
    fields.check();
  }
}
