package org.radcase.platform.pages;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.radcase.platform.http.EntityTags;

/** Serves the description of the API that the build generated from the resources. */
@WebServlet(name = "openapi", urlPatterns = "/openapi.json", asyncSupported = true)
public class OpenApiServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try (var file = OpenApiServlet.class.getResourceAsStream("/openapi/openapi.json")) {
      if (file == null) throw new IllegalStateException("The WAR lacks openapi.json");
      var bytes = file.readAllBytes();
      response.setContentType("application/json");
      response.setHeader("Cache-Control", "private, no-cache");
      response.setHeader("ETag", EntityTags.strong(bytes));
      response.setContentLength(bytes.length);
      response.getOutputStream().write(bytes);
    }
  }
}
