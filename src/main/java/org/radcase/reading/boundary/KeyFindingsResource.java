package org.radcase.reading.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.radcase.accounts.entity.Caller;
import org.radcase.cases.entity.CaseId;
import org.radcase.platform.http.IfMatch;
import org.radcase.reading.control.FindFindings;
import org.radcase.reading.control.MarkKeyFindings;

/** What there is to be seen on the images of a case, and finding it. */
@Path("cases/{id}/key-findings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reading")
public class KeyFindingsResource {
  private final MarkKeyFindings markKeyFindings;
  private final FindFindings findFindings;
  private final Caller caller;

  @Inject
  KeyFindingsResource(MarkKeyFindings markKeyFindings, FindFindings findFindings, Caller caller) {
    this.markKeyFindings = markKeyFindings;
    this.findFindings = findFindings;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "readKeyFindings",
      summary = "The key findings; before the answer only how many there are and what one found")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(schema = @Schema(oneOf = {KeyFindingsView.class, FindingsProgressView.class})))
  public Response read(@PathParam("id") CaseId id) {
    var seen = findFindings.read(caller, id);
    return seen.inFull()
        .map(all -> answer(KeyFindingsView.of(all)))
        .orElseGet(() -> notKept(Response.ok(FindingsProgressView.of(seen.progress()))));
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "replaceKeyFindings", summary = "Put others in their place")
  @Parameter(ref = "If-Match")
  @RequestBodySchema(KeyFindingsView.Body.class)
  @APIResponseSchema(KeyFindingsView.class)
  public Response replace(@PathParam("id") CaseId id, @Context HttpHeaders headers, JsonNode body) {
    var ifMatch = IfMatch.parse(headers.getHeaderString(HttpHeaders.IF_MATCH));
    return answer(KeyFindingsView.of(markKeyFindings.replace(
        caller, id, ifMatch::includes, shown -> KeyFindingsReader.read(body, shown))));
  }

  @POST
  @Path("attempts")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "attemptFinding",
      summary = "Say where one thinks a key finding is, at most 30 times at a case")
  @RequestBodySchema(AttemptView.Body.class)
  @APIResponseSchema(value = AttemptView.class, responseCode = "200")
  public Response attempt(@PathParam("id") CaseId id, JsonNode body) {
    var judged = findFindings.attempt(caller, id, shown -> KeyFindingsReader.attempt(body, shown));
    return notKept(Response.ok(AttemptView.of(judged)));
  }

  private static Response answer(KeyFindingsView view) {
    return notKept(Response.ok(view).tag(Integer.toString(view.revision())));
  }

  private static Response notKept(ResponseBuilder response) {
    return response.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }
}
