package org.radcase.platform.pages;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.http.AcceptEncoding;
import org.radcase.platform.http.ContentSecurityPolicy;
import org.radcase.platform.problem.HttpProblem;

/**
 * Serves scripts, styles and images, whose names carry a hash of their content and so never change,
 * in the smallest coding that the build made and the client takes.
 */
@WebServlet(name = "assets", urlPatterns = "/assets/*", asyncSupported = true)
public class AssetsServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  /** Has no separator but a single leading one, and no dot but between two other characters. */
  private static final Pattern NAME = Pattern.compile("/[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)+");

  private static final Map<String, String> TYPES = Map.of(
      "css", "text/css;charset=UTF-8",
      "js", "text/javascript;charset=UTF-8",
      "json", "application/json",
      "map", "application/json",
      "png", "image/png",
      "svg", "image/svg+xml;charset=UTF-8",
      "txt", "text/plain;charset=UTF-8",
      "wasm", "application/wasm",
      "webp", "image/webp",
      "woff2", "font/woff2");

  private record Coding(String token, String suffix) {}

  private static final List<Coding> SMALLEST_FIRST =
      List.of(new Coding("br", ".br"), new Coding("gzip", ".gz"));

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
      throw HttpProblem.METHOD_NOT_ALLOWED
          .because("Assets can only be read")
          .withHeader("Allow", "GET, HEAD");
    }
    @Nullable String name = request.getPathInfo();
    if (name == null || !NAME.matcher(name).matches()) throw notFound(name);
    var type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null) throw notFound(name);
    response.setContentType(type);
    response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    response.addHeader("Vary", "Accept-Encoding");
    if (name.contains("-worker")) {
      response.setHeader("Content-Security-Policy", ContentSecurityPolicy.WITH_WEB_ASSEMBLY);
    }
    sendSmallest(request, response, name);
  }

  private void sendSmallest(HttpServletRequest request, HttpServletResponse response, String name)
      throws IOException {
    if (request.getHeader("X-No-Compression") == null) {
      var accepted = AcceptEncoding.parse(request.getHeader("Accept-Encoding"));
      for (var coding : SMALLEST_FIRST) {
        @Nullable URL coded = resource(name + coding.suffix());
        if (coded != null && accepted.weightOf(coding.token()) > 0) {
          response.setHeader("Content-Encoding", coding.token());
          send(request, response, coded, tag(name, "-" + coding.token()));
          return;
        }
      }
    }
    @Nullable URL plain = resource(name);
    if (plain == null) throw notFound(name);
    send(request, response, plain, tag(name, ""));
  }

  private @Nullable URL resource(String name) throws IOException {
    return getServletContext().getResource("/assets" + name);
  }

  /** The name carries the content's hash. */
  private static String tag(String name, String coding) {
    return '"' + name.substring(1) + coding + '"';
  }

  private static void send(
      HttpServletRequest request, HttpServletResponse response, URL resource, String tag)
      throws IOException {
    response.setHeader("ETag", tag);
    var connection = resource.openConnection();
    try (var content = connection.getInputStream()) {
      response.setContentLengthLong(connection.getContentLengthLong());
      if (request.getMethod().equals("GET")) content.transferTo(response.getOutputStream());
    }
  }

  private static RuntimeException notFound(@Nullable String name) {
    return HttpProblem.NOT_FOUND.because("No asset " + (name == null ? "" : name));
  }
}
