package org.radcase.cases.boundary;

import org.radcase.cases.entity.Author;

/** Who made a case, as it travels. */
public record AuthorView(String id, String name) {
  static AuthorView of(Author author) {
    return new AuthorView(author.person().toString(), author.name());
  }
}
