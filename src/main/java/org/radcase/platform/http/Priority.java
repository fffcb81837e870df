package org.radcase.platform.http;

import java.util.Locale;

/** What goes on longest when there is too much to do. */
enum Priority {
  /** Monitors, load balancers, and the dashboard that tells of the crowd: never refused. */
  WATCHING,
  /** Cases, images, answers, and what their pages need. */
  READING,
  /** Lists, searches, and those who arrive. */
  LISTS,
  /** What can wait for a quieter hour: administration, exports, descriptions. */
  REPORTS;

  /** @param path decoded, below the context path */
  static Priority of(String path) {
    if (path.equals("/health") || path.startsWith("/health/")) return WATCHING;
    if (path.equals("/metrics") || path.equals("/api/admin/health")) return WATCHING;
    if (path.equals("/api/admin/metrics/history") || path.equals("/api/admin/alerts")) {
      return WATCHING;
    }
    if (path.startsWith("/api/admin/") || path.startsWith("/admin/")) return REPORTS;
    if (path.endsWith("/export") || path.equals("/openapi.json") || path.equals("/docs")) {
      return REPORTS;
    }
    var isList = path.equals("/") || path.equals("/api/cases") || path.equals("/api/cases/facets");
    if (isList || path.equals("/sign-in") || path.startsWith("/api/auth/")) return LISTS;
    return READING;
  }

  String term() {
    return name().toLowerCase(Locale.ROOT);
  }
}
