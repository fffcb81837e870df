package org.radcase.platform.pages;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.http.ContentSecurityPolicy;
import org.radcase.platform.http.EntityTags;
import org.radcase.platform.http.ProblemWriter;
import org.radcase.platform.problem.HttpProblem;
import org.radcase.platform.problem.Problem;

/** Answers everything that is neither the API nor an asset: pages, and what is not there. */
@WebServlet(name = "pages", urlPatterns = "/", asyncSupported = true)
public class PagesServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final String NOT_FOUND = "not-found.html";

  // The container makes servlets by their empty constructor.
  @Inject
  @Any
  transient Instance<Page> pages;

  private final transient Map<String, Template> templates = new ConcurrentHashMap<>();

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
      throw HttpProblem.METHOD_NOT_ALLOWED
          .because("Pages can only be read")
          .withHeader("Allow", "GET, HEAD");
    }
    var path = pathOf(request);
    try {
      var content = contentAt(path);
      if (content.isPresent()) {
        send(request, response, content.get(), HttpServletResponse.SC_OK);
        return;
      }
    } catch (Problem e) {
      if (e.kind().status() != HttpServletResponse.SC_NOT_FOUND) throw e;
    }
    sayNotFound(request, response, path);
  }

  private static String pathOf(HttpServletRequest request) {
    @Nullable String info = request.getPathInfo();
    return info == null ? request.getServletPath() : request.getServletPath() + info;
  }

  private Optional<Page.Content> contentAt(String path) {
    return pages.stream().map(page -> page.at(path)).flatMap(Optional::stream).findFirst();
  }

  private void sayNotFound(HttpServletRequest request, HttpServletResponse response, String path)
      throws IOException {
    @Nullable String accept = request.getHeader("Accept");
    if (accept != null && accept.contains("text/html")) {
      var content = Page.Content.of(NOT_FOUND);
      send(request, response, content, HttpServletResponse.SC_NOT_FOUND);
    } else {
      throw HttpProblem.NOT_FOUND.because("No page at " + path);
    }
  }

  private void send(
      HttpServletRequest request, HttpServletResponse response, Page.Content content, int status)
      throws IOException {
    var values = new HashMap<>(content.values());
    values.put("base", request.getContextPath() + "/");
    values.put("incident", ProblemWriter.incidentOf(request));
    var bytes = template(content.template()).with(values).getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType("text/html;charset=UTF-8");
    if (content.usesWebAssembly()) {
      response.setHeader("Content-Security-Policy", ContentSecurityPolicy.WITH_WEB_ASSEMBLY);
    }
    response.setHeader("Cache-Control", "private, no-cache");
    if (status == HttpServletResponse.SC_OK) response.setHeader("ETag", EntityTags.strong(bytes));
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  private Template template(String name) {
    return templates.computeIfAbsent(name, this::load);
  }

  private Template load(String name) {
    try (var file = getServletContext().getResourceAsStream("/WEB-INF/pages/" + name)) {
      if (file == null) throw new IllegalStateException("The WAR lacks the page " + name);
      return new Template(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
