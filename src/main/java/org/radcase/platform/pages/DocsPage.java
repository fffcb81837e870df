package org.radcase.platform.pages;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** A page to read the API's description. */
@ApplicationScoped
class DocsPage implements Page {
  @Override
  public Optional<Content> at(String path) {
    return path.equals("/docs") ? Optional.of(Content.of("docs.html")) : Optional.empty();
  }
}
