package org.radcase.accounts.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.json.Fields;

/** What somebody types to sign in. */
public record LoginBody(String username, String password, @Nullable String code) {
  /** @throws org.radcase.platform.problem.Problem body.invalid with every fault */
  static LoginBody read(JsonNode body) {
    var fields = new Fields(body);
    var username = AccountFields.needed(fields, "username", 200);
    var password = AccountFields.password(fields, "password");
    var code = fields.line("code", 100);
    fields.check();
    return new LoginBody(username, password, code.isEmpty() ? null : code);
  }

  /** So that no log ever has the password. */
  @Override
  public String toString() {
    return "LoginBody";
  }
}
