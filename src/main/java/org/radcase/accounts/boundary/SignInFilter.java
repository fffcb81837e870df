package org.radcase.accounts.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.control.AccountProblem;
import org.radcase.accounts.control.administration.Administrators;
import org.radcase.accounts.control.sessions.ActivePeople;
import org.radcase.accounts.control.sessions.ApiTokens;
import org.radcase.accounts.control.sessions.Sessions;
import org.radcase.accounts.entity.ApiToken;
import org.radcase.accounts.entity.Scope;
import org.radcase.platform.http.RequestPath;
import org.radcase.platform.http.Stage;
import org.radcase.platform.http.StagedFilter;
import org.radcase.platform.http.ThisMachine;
import org.radcase.platform.problem.Problem;

/**
 * Lets in who has a session or an API token, and sends others to sign in; only a few addresses are
 * for strangers. A token in an address is none: addresses are kept in logs and histories.
 */
@Dependent
class SignInFilter extends StagedFilter {
  private static final long serialVersionUID = 1;
  private static final String BEARER = "Bearer ";

  /** For everybody: no session is looked up, so that they answer without a database. */
  private static final Set<String> FOR_ALL = Set.of(
      "/sign-in",
      "/set-up",
      "/join",
      "/reset",
      "/health",
      "/health/live",
      "/health/ready",
      "/health/started",
      "/api/auth/login",
      "/api/auth/register",
      "/api/auth/ways",
      "/api/auth/links",
      "/api/auth/setup");

  private static final String HEALTH = "/api/admin/health";

  /** For strangers too, who get less. */
  private static final Set<String> ALSO_FOR_STRANGERS = Set.of(HEALTH, "/api/auth/password");

  private static final String METRICS = "/metrics";

  private final transient Sessions sessions;
  private final transient ApiTokens tokens;
  private final transient Cookies cookies;
  private final transient Administrators administrators;
  private final transient ActivePeople active;

  @Inject
  SignInFilter(
      Sessions sessions,
      ApiTokens tokens,
      Cookies cookies,
      Administrators administrators,
      ActivePeople active) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.cookies = cookies;
    this.administrators = administrators;
    this.active = active;
  }

  @Override
  protected Stage stage() {
    return Stage.SIGN_IN;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var path = RequestPath.of(request);
    // Who one is and what one administers is for no cache.
    if (path.startsWith("/api/auth/") || path.startsWith("/api/admin/")) {
      response.setHeader("Cache-Control", "no-store");
    }
    if (path.equals(METRICS)) {
      checkMetrics(request, response);
    } else if (!FOR_ALL.contains(path) && !path.startsWith("/assets/")) {
      var signedIn = path.equals(HEALTH) ? signedInIfKnown(request) : signedIn(request, path);
      signedIn.ifPresent(it -> {
        it.keepIn(request);
        active.note(it.caller().person());
      });
      if (signedIn.isEmpty() && !ALSO_FOR_STRANGERS.contains(path)) {
        sendToSignIn(request, response, path);
        return;
      }
    }
    chain.doFilter(request, response);
  }

  /**
   * A monitor on this machine needs nothing, and so gets its answer without a database; one elsewhere
   * needs a token of somebody who administers. Sessions are not looked at.
   */
  private void checkMetrics(HttpServletRequest request, HttpServletResponse response) {
    @Nullable String authorization = request.getHeader("Authorization");
    if (authorization == null && ThisMachine.sent(request)) return;
    response.setHeader("Cache-Control", "no-store");
    var used = byToken(request, METRICS).orElseThrow(SignInFilter::unknown);
    administrators.check(used.caller());
  }

  private Optional<SignedInRequest> signedIn(HttpServletRequest request, String path) {
    if (hasToken(request)) return byToken(request, path);
    return cookies
        .session(request)
        .flatMap(sessions::use)
        .map(it -> new SignedInRequest(it.caller(), it.session()));
  }

  /** A dead database is no reason not to say that the server is DOWN. */
  private Optional<SignedInRequest> signedInIfKnown(HttpServletRequest request) {
    try {
      return signedIn(request, HEALTH);
    } catch (Problem e) {
      if (e.kind().status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) return Optional.empty();
      throw e;
    }
  }

  private static boolean hasToken(HttpServletRequest request) {
    @Nullable String authorization = request.getHeader("Authorization");
    return authorization != null
        && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
  }

  private Optional<SignedInRequest> byToken(HttpServletRequest request, String path) {
    if (!hasToken(request)) return Optional.empty();
    var text = request.getHeader("Authorization").substring(BEARER.length()).strip();
    var used = tokens.use(text);
    used.ifPresent(it -> checkScope(it.token(), request.getMethod(), path));
    return used.map(it -> new SignedInRequest(it.caller(), null));
  }

  private static void checkScope(ApiToken token, String method, String path) {
    var reads = method.equals("GET") || method.equals("HEAD");
    if (path.startsWith("/api/auth/")) {
      if (reads && path.equals("/api/auth/me")) return;
      throw AccountProblem.SESSION_NEEDED.because("Sign in by password for this");
    }
    var needed = scopeOf(path, reads);
    if (!token.scopes().contains(needed)) {
      throw AccountProblem.SCOPE.because("It needs the scope " + needed.term());
    }
  }

  private static Scope scopeOf(String path, boolean reads) {
    if (path.equals(METRICS)) return Scope.METRICS;
    if (path.startsWith("/api/admin/")) return Scope.ADMIN;
    return reads ? Scope.READ : Scope.WRITE;
  }

  private void sendToSignIn(HttpServletRequest request, HttpServletResponse response, String path)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    // What a browser kept of a session that has ended is for nobody who comes next.
    if (cookies.hadSession(request)) response.setHeader("Clear-Site-Data", "\"cache\"");
    if (path.startsWith("/api/") || path.equals("/openapi.json")) throw unknown();
    @Nullable String query = request.getQueryString();
    var to = query == null ? path : path + "?" + query;
    response.setStatus(HttpServletResponse.SC_FOUND);
    response.setHeader(
        "Location",
        request.getContextPath() + "/sign-in?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
  }

  private static Problem unknown() {
    return AccountProblem.REQUIRED
        .because("Send the session's cookie or an API token")
        .withHeader("WWW-Authenticate", "Bearer realm=\"RadCase\"");
  }
}
