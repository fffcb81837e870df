package org.radcase.monitoring.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.radcase.accounts.entity.Caller;
import org.radcase.monitoring.control.alerts.AlertState;
import org.radcase.monitoring.control.alerts.Alerts;
import org.radcase.platform.http.PageHeaders;
import org.radcase.platform.http.PageParameters;
import org.radcase.platform.http.QueryParameters;

/** What administrators are warned of. */
@Path("admin/alerts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "administration")
public class AlertsResource {
  private final Alerts alerts;
  private final Caller caller;

  @Inject
  AlertsResource(Alerts alerts, Caller caller) {
    this.alerts = alerts;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "listAlerts",
      summary = "Alerts of all instances, the newest first; for administrators")
  @Parameter(name = "state", description = "open, or all (as without it)")
  @Parameter(ref = "page")
  @Parameter(ref = "limit")
  @Parameter(ref = "after")
  @APIResponseSchema(AlertView.AlertPageView.class)
  public Response list(@Context UriInfo uri) {
    alerts.check(caller);
    var parameters = new QueryParameters(uri.getQueryParameters());
    var given = parameters.one("state");
    Optional<AlertState> state = given.flatMap(AlertState::of);
    if (given.isPresent() && state.isEmpty()) parameters.fault("state", "must be open or all");
    var request = PageParameters.readAndCheck(parameters, Alerts::isCursor);
    var page = alerts.page(caller, state.orElse(AlertState.ALL), request);
    return PageHeaders.addTo(
            Response.ok(AlertView.AlertPageView.of(page)), page, uri.getQueryParameters())
        .build();
  }

  @POST
  @Path("{alert}/acknowledge")
  @Operation(operationId = "acknowledgeAlert", summary = "Note that one has seen it; for operators")
  @APIResponseSchema(value = AlertView.class, responseCode = "200")
  public AlertView acknowledge(@PathParam("alert") String id) {
    return AlertView.of(alerts.acknowledge(caller, id));
  }
}
