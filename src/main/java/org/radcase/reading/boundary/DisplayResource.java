package org.radcase.reading.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.radcase.accounts.entity.Caller;
import org.radcase.cases.entity.CaseId;
import org.radcase.platform.http.IfMatch;
import org.radcase.reading.control.ArrangeDisplay;

/** How the educators of a case want it to be seen. */
@Path("cases/{id}/display")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reading")
public class DisplayResource {
  private final ArrangeDisplay arrangeDisplay;
  private final Caller caller;

  @Inject
  DisplayResource(ArrangeDisplay arrangeDisplay, Caller caller) {
    this.arrangeDisplay = arrangeDisplay;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "readDisplay",
      summary = "How the case is to be seen; the key images after the answer")
  @APIResponseSchema(DisplayView.class)
  public Response read(@PathParam("id") CaseId id) {
    var seen = arrangeDisplay.read(caller, id);
    return answer(
        seen.isFull()
            ? DisplayView.inFull(seen.display())
            : DisplayView.beforeTheAnswer(seen.display()));
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "replaceDisplay", summary = "Say how the case is to be seen")
  @Parameter(ref = "If-Match")
  @RequestBodySchema(DisplayView.Body.class)
  @APIResponseSchema(DisplayView.class)
  public Response replace(@PathParam("id") CaseId id, @Context HttpHeaders headers, JsonNode body) {
    var ifMatch = IfMatch.parse(headers.getHeaderString(HttpHeaders.IF_MATCH));
    return answer(DisplayView.inFull(arrangeDisplay.replace(
        caller, id, ifMatch::includes, shown -> DisplayReader.read(body, shown))));
  }

  private static Response answer(DisplayView view) {
    return Response.ok(view)
        .tag(Integer.toString(view.revision()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
