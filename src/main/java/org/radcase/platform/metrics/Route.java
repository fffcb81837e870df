package org.radcase.platform.metrics;

import java.util.Set;

/**
 * An address, with names in place of what differs from one request to another.
 *
 * @param methods those that it has; any other one is none of HTTP's methods for us
 */
record Route(String template, Set<String> methods) {
  private static final String OTHER = "OTHER";

  Route(String template, String... methods) {
    this(template, Set.of(methods));
  }

  /** Bounded, since a client may call a method whatever she likes. */
  String methodOf(String method) {
    return methods.contains(method) ? method : OTHER;
  }
}
