package org.radcase.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** What is asked for, below the context path. */
public final class RequestPath {
  private RequestPath() {}

  /** Decoded, and without a query. */
  public static String of(HttpServletRequest request) {
    @Nullable String info = request.getPathInfo();
    return info == null ? request.getServletPath() : request.getServletPath() + info;
  }
}
