package org.radcase.platform.http;

import jakarta.enterprise.context.Dependent;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Compresses text on its way out, unless the client sends {@code X-No-Compression}. DICOM bytes are
 * not text: they are compressed once, when they come in, and never here.
 */
@Dependent
class CompressionFilter extends StagedFilter {
  private static final long serialVersionUID = 1;

  @Override
  protected Stage stage() {
    return Stage.COMPRESS;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var coded = new CodedResponse(response, codingFor(request));
    chain.doFilter(request, coded);
    coded.finish();
  }

  static ContentCoding codingFor(HttpServletRequest request) {
    return request.getHeader("X-No-Compression") != null
        ? ContentCoding.IDENTITY
        : ContentCoding.preferred(request.getHeader("Accept-Encoding"));
  }
}
