package org.radcase.viewing.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.radcase.accounts.entity.Caller;
import org.radcase.platform.http.QueryParameters;
import org.radcase.viewing.control.ReadSpeeds;

/** How fast the viewer is where people read. */
@Path("admin/viewer")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "administration")
public class ViewerSpeedResource {
  private static final String USUAL_DAYS = "7";
  private static final String DAYS = "[1-9]|[12][0-9]|30";

  private final ReadSpeeds speeds;
  private final Caller caller;

  @Inject
  ViewerSpeedResource(ReadSpeeds speeds, Caller caller) {
    this.speeds = speeds;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "readViewerSpeed",
      summary = "Percentiles of the visits of cases, by measure and device; for administrators")
  @Parameter(
      name = "days",
      in = ParameterIn.QUERY,
      description = "1 (by hours) to 30",
      schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "30"))
  @APIResponseSchema(ViewerSpeedView.class)
  public ViewerSpeedView read(@Context UriInfo uri) {
    speeds.check(caller);
    var parameters = new QueryParameters(uri.getQueryParameters());
    var days = parameters.one("days").orElse(USUAL_DAYS);
    if (!days.matches(DAYS)) {
      parameters.fault("days", "must be a whole number from 1 to " + ReadSpeeds.MOST_DAYS);
    }
    parameters.check();
    return ViewerSpeedView.of(speeds.ofLast(caller, Integer.parseInt(days)));
  }
}
