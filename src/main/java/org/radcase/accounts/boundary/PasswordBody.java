package org.radcase.accounts.boundary;

import org.jspecify.annotations.Nullable;
import org.radcase.platform.json.Fields;

/**
 * Another password.
 *
 * @param current the password until now; null with a link
 * @param link of an administrator, instead
 */
public record PasswordBody(@Nullable String current, @Nullable String link, String password) {
  /** Its faults are not checked yet: which passwords are taken depends on whose it is. */
  static PasswordBody read(Fields fields) {
    var current = AccountFields.password(fields, "current");
    var link = fields.line("link", 100);
    var password = AccountFields.password(fields, "password");
    return new PasswordBody(
        current.isEmpty() ? null : current, link.isEmpty() ? null : link, password);
  }
}
