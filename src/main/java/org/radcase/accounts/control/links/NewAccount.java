package org.radcase.accounts.control.links;

import org.radcase.accounts.entity.Username;

/** What somebody chooses who gets an account. */
public record NewAccount(Username username, String name, String password) {
  /** So that no log ever has the password. */
  @Override
  public String toString() {
    return "NewAccount of " + username.value();
  }
}
