package org.radcase.monitoring.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.radcase.accounts.entity.Caller;
import org.radcase.monitoring.control.ReadMetrics;

/** What this instance has measured. */
@Path("admin/metrics")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "administration")
public class MetricsResource {
  private final ReadMetrics metrics;
  private final Caller caller;

  @Inject
  MetricsResource(ReadMetrics metrics, Caller caller) {
    this.metrics = metrics;
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
}
