package org.radcase.monitoring.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.radcase.accounts.entity.Caller;
import org.radcase.monitoring.control.ReadMetrics;
import org.radcase.monitoring.control.history.ReadHistory;
import org.radcase.monitoring.entity.Span;
import org.radcase.platform.http.QueryParameters;

/** What was measured. */
@Path("admin/metrics")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "administration")
public class MetricsResource {
  private final ReadMetrics metrics;
  private final ReadHistory history;
  private final Caller caller;

  @Inject
  MetricsResource(ReadMetrics metrics, ReadHistory history, Caller caller) {
    this.metrics = metrics;
    this.history = history;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "readMetrics",
      summary = "All metrics of this instance, in groups; for administrators")
  @APIResponseSchema(MetricsView.class)
  public MetricsView all() {
    return MetricsView.of(metrics.all(caller));
  }

  @GET
  @Path("summary")
  @Operation(
      operationId = "readMetricsSummary",
      summary = "Requests, response times, errors, caches and memory; for administrators")
  @APIResponseSchema(MetricsSummaryView.class)
  public MetricsSummaryView summary() {
    return MetricsSummaryView.of(metrics.summary(caller));
  }

  @GET
  @Path("history")
  @Operation(
      operationId = "readMetricsHistory",
      summary = "How all instances did over a span of time, by steps; for administrators")
  @Parameter(name = "range", description = "15m (as without it), 1h, 6h, 24h, 7d or 30d")
  @APIResponseSchema(HistoryView.class)
  public HistoryView history(@Context UriInfo uri) {
    history.check(caller);
    var parameters = new QueryParameters(uri.getQueryParameters());
    var span = Span.of(parameters.one("range").orElse(Span.MINUTES_15.term()));
    if (span.isEmpty()) parameters.fault("range", "must be 15m, 1h, 6h, 24h, 7d or 30d");
    parameters.check();
    return HistoryView.of(history.of(caller, span.orElseThrow()));
  }
}
