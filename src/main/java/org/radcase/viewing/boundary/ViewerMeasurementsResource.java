package org.radcase.viewing.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.radcase.accounts.entity.Caller;
import org.radcase.viewing.control.Measurements;
import org.radcase.viewing.control.VisitMetrics;

/** Where the viewer tells how it did, when its reader leaves. */
@Path("viewer-measurements")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "viewer", description = "How fast the viewer was")
public class ViewerMeasurementsResource {
  private final Measurements measurements;
  private final VisitMetrics metrics;
  private final Caller caller;

  @Inject
  ViewerMeasurementsResource(Measurements measurements, VisitMetrics metrics, Caller caller) {
    this.measurements = measurements;
    this.metrics = metrics;
    this.caller = caller;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "countVisit",
      summary = "How fast one visit of a case was; who sent it is not kept")
  @RequestBodySchema(VisitBody.class)
  @APIResponse(responseCode = "204", description = "It is counted")
  public Response count(JsonNode body) {
    var visit = VisitBody.read(body);
    measurements.take(caller, visit);
    metrics.take(visit);
    return Response.noContent().build();
  }
}
