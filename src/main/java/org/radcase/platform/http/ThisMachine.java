package org.radcase.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells requests of the server's own machine from others. */
public final class ThisMachine {
  private static final List<String> FORWARDED =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

  /** A literal address, so that no name is ever looked up. */
  private static final Pattern ADDRESS =
      Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.%a-z]*");

  /** A page of another site may have its name resolve to this machine (DNS rebinding). */
  private static final Pattern OWN_NAME = Pattern.compile(
      "(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);

  private ThisMachine() {}

  /** Whether a request comes from this machine itself, and not only by way of it. */
  public static boolean sent(HttpServletRequest request) {
    for (var name : FORWARDED) {
      if (request.getHeader(name) != null) return false;
    }
    @Nullable String host = Authority.of(request);
    return host != null && OWN_NAME.matcher(host).matches() && isLoopback(request.getRemoteAddr());
  }

  static boolean isLoopback(String address) {
    if (address.equals("127.0.0.1")) return true;
    try {
      return ADDRESS.matcher(address).matches()
          && InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
