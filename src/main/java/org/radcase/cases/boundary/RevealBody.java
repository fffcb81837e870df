package org.radcase.cases.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.json.Fields;

/**
 * What a reader commits to before she sees the answer.
 *
 * @param differential most likely first; empty if she gives up
 * @param confidence from 1, a guess, to 5, certain
 */
public record RevealBody(List<String> differential, @Nullable Integer confidence) {
  private static final int LEAST_SURE = 1;
  private static final int SUREST = 5;

  /** @throws org.radcase.platform.problem.Problem body.invalid with every fault */
  static RevealBody read(JsonNode body) {
    var fields = new Fields(body);
    var differential = fields.lines("differential", CaseBody.ENTRIES, CaseBody.LINE);
    var confidence = fields.wholeNumber("confidence", LEAST_SURE, SUREST);
    fields.check();
    return new RevealBody(differential, confidence.isEmpty() ? null : confidence.getAsInt());
  }
}
