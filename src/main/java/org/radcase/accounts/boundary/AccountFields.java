package org.radcase.accounts.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.control.links.NewAccount;
import org.radcase.accounts.control.signin.PasswordRules;
import org.radcase.accounts.entity.TraineeLevel;
import org.radcase.accounts.entity.Username;
import org.radcase.platform.json.Fields;
import org.radcase.platform.problem.Problem;

/** Reads what the bodies about accounts have in common. */
final class AccountFields {
  static final int NAME = 200;

  /** More than anything typed has; what is longer is no password. */
  private static final int TYPED = 4096;

  private static final String A_PASSWORD = "a text of at most " + TYPED + " characters";

  private AccountFields() {}

  /** A password as it was typed, spaces included. */
  static String password(Fields fields, String name) {
    return fields.value(name, AccountFields::typed, A_PASSWORD).orElse("");
  }

  private static Optional<String> typed(String text) {
    return text.length() <= TYPED ? Optional.of(text) : Optional.empty();
  }

  /** A line that must not be empty. */
  static String needed(Fields fields, String name, int most) {
    var text = fields.line(name, most);
    if (text.isEmpty() && !fields.hasFault(name)) {
      fields.fault("/" + name, "field.missing", "Must not be empty");
    }
    return text;
  }

  /**
   * What a new account's owner chose; faults are noted in {@code fields}.
   *
   * @return nothing if there is a fault
   */
  static Optional<NewAccount> account(Fields fields, PasswordRules rules) {
    var typed = needed(fields, "username", 64);
    var username = Username.parse(typed);
    if (username.isEmpty() && !typed.isEmpty()) {
      fields.fault(
          "/username", "username.malformed", "3 to 64 letters, digits and . _ - @, no spaces");
    }
    var name = needed(fields, "name", NAME);
    var password = password(fields, "password");
    newPassword(fields, rules, password, List.of(typed, name));
    return username.map(it -> new NewAccount(it, name, password));
  }

  /** Notes what is wrong with a new password. */
  static void newPassword(
      Fields fields, PasswordRules rules, String password, List<String> personal) {
    if (fields.hasFault("password")) return;
    rules
        .fault("/password", password, personal)
        .ifPresent(it -> fields.fault(it.pointer(), it.code(), it.detail()));
  }

  static @Nullable TraineeLevel traineeLevel(Fields fields) {
    return fields
        .value("traineeLevel", TraineeLevel::of, "student, r1 to r5 or fellow")
        .orElse(null);
  }

  /**
   * One member of the body that is an object itself; its faults get the member's name in front.
   *
   * @return nothing if there is a fault
   */
  static <T> Optional<T> member(
      JsonNode body,
      String name,
      Function<Fields, Optional<T>> reading,
      List<Problem.Fault> faults) {
    try {
      var fields = new Fields(body.path(name));
      var read = reading.apply(fields);
      fields.check();
      return read;
    } catch (Problem e) {
      if (e.faults().isEmpty()) {
        faults.add(new Problem.Fault("/" + name, "type.object", "Must be an object"));
      }
      e.faults()
          .forEach(it ->
              faults.add(new Problem.Fault("/" + name + it.pointer(), it.code(), it.detail())));
      return Optional.empty();
    }
  }
}
