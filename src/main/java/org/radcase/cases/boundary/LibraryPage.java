package org.radcase.cases.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.radcase.platform.pages.Page;

/** The library of cases, which is where one arrives. */
@ApplicationScoped
class LibraryPage implements Page {
  @Override
  public Optional<Content> at(String path) {
    return path.equals("/") || path.isEmpty()
        ? Optional.of(Content.of("library.html"))
        : Optional.empty();
  }
}
