package org.radcase.it.cache;

/** Where people read of a case. */
enum Route {
  CASE,
  LIST,
  FACETS,
  MANIFEST
}
