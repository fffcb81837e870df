package org.radcase.platform.http;

import jakarta.enterprise.context.Dependent;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.radcase.platform.time.Timings;

/**
 * Says how long the answer took, up to its first byte: nothing can be said after that. Source: W3C
 * Server Timing.
 */
@Dependent
class TimingFilter extends StagedFilter {
  private static final long serialVersionUID = 1;
  private static final long HALF_A_TENTH_NANOS = 50_000;

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
        addHeader("X-Response-Time", total + "ms");
        addHeader(
            "Server-Timing",
            "db;dur=" + millis(Timings.databaseNanos()) + ", cache;dur="
                + millis(Timings.cacheNanos()) + ", total;dur=" + total);
        return true;
      }
    };
    chain.doFilter(request, timed);
    timed.finish();
  }

  /** With one decimal; formatters would take longer than what they tell of. */
  private static String millis(long nanos) {
    var tenths = (nanos + HALF_A_TENTH_NANOS) / (2 * HALF_A_TENTH_NANOS);
    return tenths / 10 + "." + tenths % 10;
  }
}
