package org.radcase.it.bench;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The peer of a benchmark: writes the bytes that it was given at deployment, and nothing else. */
public final class BareServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private byte[] bytes = {};

  @Override
  public void init() {
    try (var file = getServletContext().getResourceAsStream("/WEB-INF/bytes")) {
      bytes = file.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/json");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
