package org.radcase.platform.http;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.config.Settings;

/**
 * Takes the client's address and scheme from X-Forwarded-For and X-Forwarded-Proto, but only of a
 * proxy that {@code radcase.trusted-proxies} names; anybody else could write whatever she likes into
 * them. What was believed is taken off, so that what is left was not.
 */
@Dependent
class ForwardedFilter extends StagedFilter {
  private static final long serialVersionUID = 1;

  private static final String FOR = "x-forwarded-for";
  private static final String PROTO = "x-forwarded-proto";

  /** What a proxy adds; the others have nothing that we need. */
  private static final Set<String> TAKEN_OFF =
      Set.of(FOR, PROTO, "x-forwarded-host", "x-forwarded-port", "x-real-ip", "via");

  private final transient List<Network> trusted;

  @Inject
  ForwardedFilter(Settings settings) {
    trusted = settings.trustedProxies().stream().map(Network::parse).toList();
  }

  @Override
  protected Stage stage() {
    return Stage.CLIENT;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    @Nullable String client = isTrusted(request.getRemoteAddr()) ? clientOf(request) : null;
    chain.doFilter(client == null ? request : new Forwarded(request, client), response);
  }

  private boolean isTrusted(String address) {
    for (var network : trusted) {
      if (network.contains(address)) return true;
    }
    return false;
  }

  /** The last address that no proxy of ours has; those before it may be made up. */
  private @Nullable String clientOf(HttpServletRequest request) {
    var headers = Collections.list(request.getHeaders(FOR));
    if (headers.isEmpty()) return null;
    var hops = List.of(String.join(",", headers).split(",", -1));
    for (var i = hops.size() - 1; i >= 0; i--) {
      var hop = hops.get(i).strip();
      if (!Network.isAddress(hop)) return null;
      if (i == 0 || !isTrusted(hop)) return hop;
    }
    return null;
  }

  /** The request as the client sent it to the proxy. */
  private static final class Forwarded extends HttpServletRequestWrapper {
    private final String client;
    private final boolean secure;

    Forwarded(HttpServletRequest request, String client) {
      super(request);
      this.client = client;
      secure = "https".equalsIgnoreCase(request.getHeader(PROTO));
    }

    @Override
    public String getRemoteAddr() {
      return client;
    }

    @Override
    public String getRemoteHost() {
      return client;
    }

    @Override
    public String getScheme() {
      return secure ? "https" : super.getScheme();
    }

    /** Of which JAX-RS makes the addresses that it tells. */
    @Override
    public StringBuffer getRequestURL() {
      var url = super.getRequestURL();
      return secure && url.indexOf("http:") == 0 ? url.insert("http".length(), 's') : url;
    }

    @Override
    public boolean isSecure() {
      return secure || super.isSecure();
    }

    @Override
    public @Nullable String getHeader(String name) {
      return isTakenOff(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      return isTakenOff(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
      return Collections.enumeration(Collections.list(super.getHeaderNames()).stream()
          .filter(name -> !isTakenOff(name))
          .toList());
    }

    private static boolean isTakenOff(String name) {
      return TAKEN_OFF.contains(name.toLowerCase(Locale.ROOT));
    }
  }
}
