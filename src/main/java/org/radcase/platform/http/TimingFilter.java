package org.radcase.platform.http;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.radcase.platform.metrics.RequestMetrics;
import org.radcase.platform.time.Timings;

/**
 * Says how long the answer took, up to its first byte: nothing can be said after that. Source: W3C
 * Server Timing. The metrics get the whole time, and the log that of slow ones.
 */
@Dependent
class TimingFilter extends StagedFilter {
  private static final long serialVersionUID = 1;
  private static final long HALF_A_TENTH_NANOS = 50_000;

  private final transient RequestMetrics metrics;
  private final transient SlowRequests slow;

  @Inject
  TimingFilter(RequestMetrics metrics, SlowRequests slow) {
    this.metrics = metrics;
    this.slow = slow;
  }

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
    metrics.begin();
    try {
      chain.doFilter(request, timed);
      timed.finish();
    } catch (ClientGoneException e) {
      // The server could not do more either, and would tell of it.
      metrics.breakOff();
    } catch (IOException e) {
      metrics.breakOff();
      throw e;
    } finally {
      var nanos = System.nanoTime() - start;
      metrics.end(request.getMethod(), RequestPath.of(request), response.getStatus(), nanos);
      slow.ended(request, response.getStatus(), nanos);
    }
  }

  /** With one decimal; formatters would take longer than what they tell of. */
  private static String millis(long nanos) {
    var tenths = (nanos + HALF_A_TENTH_NANOS) / (2 * HALF_A_TENTH_NANOS);
    return tenths / 10 + "." + tenths % 10;
  }
}
