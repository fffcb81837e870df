package org.radcase.it.bench;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The peer of a benchmark: writes bytes that it has been given, and nothing else. */
public final class BareServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  /** By the end of the address. */
  private final transient Map<String, byte[]> bytes = new ConcurrentHashMap<>();

  private byte[] read(String name) {
    try (var file = getServletContext().getResourceAsStream("/WEB-INF/bytes" + name)) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var answer = bytes.computeIfAbsent(request.getPathInfo(), this::read);
    response.setContentType("application/json");
    response.setContentLength(answer.length);
    response.getOutputStream().write(answer);
  }
}
