package org.radcase.platform.pages;

import java.util.Map;
import java.util.Optional;

/** An HTML page; every bean of this type is served at the paths that it claims. */
public interface Page {
  /**
   * What to show.
   *
   * @param template the file's name in the build's output, such as {@code library.html}
   * @param values for the template's {@code ${name}} places, as plain text
   * @param usesWebAssembly whether its scripts may compile WebAssembly
   */
  record Content(String template, Map<String, String> values, boolean usesWebAssembly) {
    /** A page that is the same for everyone. */
    public static Content of(String template) {
      return new Content(template, Map.of(), false);
    }
  }

  /**
   * The content at a path below the context path, or nothing if the path is not this page's.
   *
   * @throws org.radcase.platform.problem.Problem with status 404 if it would be, but for the id in
   *     it
   */
  Optional<Content> at(String path);
}
