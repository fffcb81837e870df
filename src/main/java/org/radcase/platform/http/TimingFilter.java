package org.radcase.platform.http;

import jakarta.enterprise.context.Dependent;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.radcase.platform.time.Timings;

/**
 * Says how long the answer took, up to its first byte: nothing can be said after that. Source: W3C
 * Server Timing.
 */
@Dependent
class TimingFilter extends StagedFilter {
  private static final long serialVersionUID = 1;

  @Override
  protected Stage stage() {
    return Stage.TIME;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var start = System.nanoTime();
    Timings.start();
    var timed = new CommitAwareResponse(response) {
      @Override
      boolean beforeCommit() {
        var total = millis(System.nanoTime() - start);
        setHeader("X-Response-Time", total + "ms");
        setHeader(
            "Server-Timing", "db;dur=" + millis(Timings.databaseNanos()) + ", total;dur=" + total);
        return true;
      }
    };
    chain.doFilter(request, timed);
    timed.finish();
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%.1f", nanos / 1e6);
  }
}
