package org.radcase.caches.control;

import org.radcase.platform.problem.Problem;

/** What can be wrong about caches. */
public enum CachesProblem implements Problem.Kind {
  NOT_FOUND(404, "cache.not-found", "There is no such cache"),
  NO_ENTRY(404, "cache.no-entry", "The cache has no such entry");

  private final int status;
  private final String code;
  private final String title;

  CachesProblem(int status, String code, String title) {
    this.status = status;
    this.code = code;
    this.title = title;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String title() {
    return title;
  }
}
