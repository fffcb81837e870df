package org.radcase.platform.http;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * Sends bytes of files without what other answers go through: nobody keeps or codes them on their way,
 * and JAX-RS would take as long as all the rest.
 */
@Dependent
class FileFilter extends StagedFilter {
  private static final long serialVersionUID = 1;

  private final transient List<FileRoute> routes;

  @Inject
  FileFilter(Instance<FileRoute> routes) {
    this(routes.stream().toList());
  }

  FileFilter(List<FileRoute> routes) {
    this.routes = routes;
  }

  @Override
  protected Stage stage() {
    return Stage.FILE;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var found = find(request);
    if (found.isEmpty()) chain.doFilter(request, response);
    else BytesAnswer.of(request, found.get()).send(request, response);
  }

  private Optional<FileAnswer> find(HttpServletRequest request) {
    var method = request.getMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) return Optional.empty();
    var path = RequestPath.of(request);
    try {
      for (var route : routes) {
        var found = route.find(request, path);
        if (found.isEmpty()) continue;
        // What is missing can be told as long as no header says otherwise.
        found.get().pieces().check();
        return found;
      }
      return Optional.empty();
    } catch (IOException e) {
      // Our disk's fault, and not the client's, who would be told nothing.
      throw new UncheckedIOException(e);
    }
  }
}
