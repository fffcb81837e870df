package org.radcase.accounts.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.radcase.platform.config.Settings;
import org.radcase.platform.http.Authority;

/** The address by which people reach this server, for links that they send each other. */
@ApplicationScoped
class Base {
  private final Settings settings;

  @Inject
  Base(Settings settings) {
    this.settings = settings;
  }

  /** Without a slash at its end. */
  String of(HttpServletRequest request) {
    if (!settings.publicUrl().isEmpty()) return settings.publicUrl();
    return request.getScheme() + "://" + Authority.of(request) + request.getContextPath();
  }
}
