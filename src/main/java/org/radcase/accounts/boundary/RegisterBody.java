package org.radcase.accounts.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.control.links.NewAccount;
import org.radcase.accounts.control.signin.PasswordRules;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.accounts.entity.TraineeLevel;
import org.radcase.platform.json.Fields;

/**
 * What somebody chooses who gets an account.
 *
 * @param link of an invitation; null where no one needs one
 * @param institution to join without an invitation
 */
public record RegisterBody(
    @Nullable String link,
    @Nullable String institution,
    String username,
    String name,
    String password,
    @Nullable String traineeLevel) {
  record Read(
      String link,
      @Nullable InstitutionId institution,
      @Nullable TraineeLevel level,
      NewAccount account) {}

  /** @throws org.radcase.platform.problem.Problem body.invalid with every fault */
  static Read read(JsonNode body, PasswordRules rules) {
    var fields = new Fields(body);
    var link = fields.line("link", 100);
    var institution = fields
        .value("institution", InstitutionId::parse, "the id of an institution")
        .orElse(null);
    var level = AccountFields.traineeLevel(fields);
    var account = AccountFields.account(fields, rules);
    if (link.isEmpty() && institution == null && !fields.hasFault("institution")) {
      fields.fault("/link", "field.missing", "Must be there, or institution");
    }
    fields.check();
    return new Read(link, institution, level, account.orElseThrow());
  }
}
