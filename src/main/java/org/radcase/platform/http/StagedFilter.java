package org.radcase.platform.http;

import jakarta.servlet.http.HttpFilter;

/** A filter that knows its place; {@link Pipeline} finds every one that is a bean. */
public abstract class StagedFilter extends HttpFilter {
  private static final long serialVersionUID = 1;

  protected abstract Stage stage();
}
