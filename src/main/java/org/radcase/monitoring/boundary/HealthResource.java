package org.radcase.monitoring.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.radcase.accounts.entity.Caller;
import org.radcase.monitoring.control.ReadHealth;

/** How this instance is. */
@Path("admin/health")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "administration")
public class HealthResource {
  private final ReadHealth health;
  private final HttpServletRequest request;

  @Inject
  HealthResource(ReadHealth health, HttpServletRequest request) {
    this.health = health;
    this.request = request;
  }

  @GET
  @Operation(
      operationId = "readHealth",
      summary = "UP or DOWN for everybody, also without a sign-in; every check for administrators")
  @APIResponseSchema(HealthView.class)
  @APIResponse(responseCode = "503", description = "The same, when something is DOWN")
  public Response read() {
    var now = health.now((Caller) request.getAttribute(Caller.ATTRIBUTE));
    return Response.status(now.up() ? Response.Status.OK : Response.Status.SERVICE_UNAVAILABLE)
        .entity(HealthView.of(now))
        .build();
  }
}
