package org.radcase.platform.http;

/** The policies: nothing inline, nothing from elsewhere. Source: W3C CSP Level 3. */
public final class ContentSecurityPolicy {
  public static final String STRICT = policy("'self'");

  /** For the viewer's page and its workers, whose codecs are WebAssembly. */
  public static final String WITH_WEB_ASSEMBLY = policy("'self' 'wasm-unsafe-eval'");

  /** For what is no document: it may do nothing at all. */
  public static final String DATA = String.join(
      "; ",
      "default-src 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'");

  private ContentSecurityPolicy() {}

  private static String policy(String scripts) {
    return String.join(
        "; ",
        "default-src 'none'",
        "object-src 'none'",
        "script-src " + scripts,
        "style-src 'self'",
        "img-src 'self' blob: data:",
        "connect-src 'self'",
        "font-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'");
  }
}
