package org.radcase.accounts.boundary;

import static org.radcase.accounts.boundary.AccountFields.NAME;
import static org.radcase.accounts.boundary.AccountFields.account;
import static org.radcase.accounts.boundary.AccountFields.member;
import static org.radcase.accounts.boundary.AccountFields.needed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import org.radcase.accounts.control.links.NewAccount;
import org.radcase.accounts.control.signin.PasswordRules;
import org.radcase.platform.problem.HttpProblem;
import org.radcase.platform.problem.Problem;

/** What the first people of a server choose. */
public record SetUpBody(String link, Account operator, Named institution, Account admin) {
  /** An account, as it travels. */
  public record Account(String username, String name, String password) {}

  /** An institution, as it travels. */
  public record Named(String name) {}

  record Read(String link, NewAccount operator, String institution, NewAccount admin) {}

  private static final Set<String> KNOWN = Set.of("link", "operator", "institution", "admin");

  /** @throws Problem body.invalid with every fault */
  static Read read(JsonNode body, PasswordRules rules) {
    var faults = new ArrayList<Problem.Fault>();
    if (!body.isObject()) throw HttpProblem.INVALID.because("The body must be a JSON object");
    body.fieldNames().forEachRemaining(name -> {
      if (!KNOWN.contains(name)) {
        faults.add(new Problem.Fault("/" + name, "field.unknown", "No such field"));
      }
    });
    var operator = member(body, "operator", it -> account(it, rules), faults);
    var institution =
        member(body, "institution", it -> Optional.of(needed(it, "name", NAME)), faults);
    var admin = member(body, "admin", it -> account(it, rules), faults);
    if (operator.isPresent() && admin.isPresent() && isSame(operator.get(), admin.get())) {
      faults.add(new Problem.Fault("/admin/username", "username.taken", "Is the operator's"));
    }
    if (!faults.isEmpty()) {
      throw HttpProblem.INVALID.because("The set-up has faults").with(faults);
    }
    return new Read(
        body.path("link").asText(),
        operator.orElseThrow(),
        institution.orElseThrow(),
        admin.orElseThrow());
  }

  private static boolean isSame(NewAccount one, NewAccount other) {
    return one.username().key().equals(other.username().key());
  }
}
