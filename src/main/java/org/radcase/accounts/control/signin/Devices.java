package org.radcase.accounts.control.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.entity.Username;
import org.radcase.platform.secrets.ServerKey;
import org.radcase.platform.time.FreshIds;

/**
 * Marks browsers from which an account's owner has signed in, so that a stranger's guesses don't
 * slow her down. A mark opens nothing. Source: OWASP, Slow Down Online Guessing Attacks with Device
 * Cookies.
 */
@ApplicationScoped
public class Devices {
  private final byte[] key;
  private final FreshIds fresh;

  @Inject
  Devices(ServerKey serverKey, FreshIds fresh) {
    key = serverKey.forPurpose("device");
    this.fresh = fresh;
  }

  /** A new mark for the account's browser. */
  public String mark(Username username) {
    var nonce = fresh.next().toString();
    return nonce + "." + seal(nonce, username);
  }

  /** What names the browser, if the mark is ours and of this account. */
  @Nullable
  String deviceOf(@Nullable String mark, Username username) {
    if (mark == null) return null;
    var dot = mark.indexOf('.');
    if (dot < 0) return null;
    var nonce = mark.substring(0, dot);
    var given = mark.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
    var ours = seal(nonce, username).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(ours, given) ? nonce : null;
  }

  private String seal(String nonce, Username username) {
    var message = (nonce + "\n" + username.key()).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(ServerKey.hmac(key, message));
  }
}
