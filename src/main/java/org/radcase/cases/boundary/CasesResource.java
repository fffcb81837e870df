package org.radcase.cases.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.radcase.accounts.entity.Caller;
import org.radcase.cases.control.DeleteCase;
import org.radcase.cases.control.MakeCase;
import org.radcase.cases.control.ReadCase;
import org.radcase.cases.control.ReviseCase;
import org.radcase.cases.entity.CaseId;
import org.radcase.cases.entity.SeenCase;
import org.radcase.cases.entity.TeachingCase;
import org.radcase.platform.http.IfMatch;

/** Single cases. */
@Path("cases")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "cases")
public class CasesResource {
  private static final String MERGE_PATCH = "application/merge-patch+json";

  private final ReadCase readCase;
  private final MakeCase makeCase;
  private final ReviseCase reviseCase;
  private final DeleteCase deleteCase;
  private final Caller caller;

  @Inject
  CasesResource(
      ReadCase readCase,
      MakeCase makeCase,
      ReviseCase reviseCase,
      DeleteCase deleteCase,
      Caller caller) {
    this.readCase = readCase;
    this.makeCase = makeCase;
    this.reviseCase = reviseCase;
    this.deleteCase = deleteCase;
    this.caller = caller;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "makeCase", summary = "Make a case of one's own, without images yet")
  @RequestBodySchema(CaseBody.class)
  @APIResponseSchema(value = CaseView.class, responseCode = "201")
  public Response make(JsonNode body) {
    var made = makeCase.as(caller, CaseReader.whole(body, 0));
    return written(Response.created(URI.create("cases/" + made.id())), made);
  }

  @GET
  @Path("{id}")
  @Operation(
      operationId = "readCase",
      summary = "One case: in full, or what a reader gets before she commits")
  @APIResponseSchema(CaseView.class)
  public Response read(@PathParam("id") CaseId id) {
    return answer(Response.ok(), readCase.look(caller, id));
  }

  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "replaceCase",
      summary = "Replace all that an author writes; what is absent becomes as in a new case")
  @Parameter(ref = "If-Match")
  @RequestBodySchema(CaseBody.class)
  @APIResponseSchema(CaseView.class)
  public Response replace(@PathParam("id") CaseId id, @Context HttpHeaders headers, JsonNode body) {
    var revised = reviseCase.as(
        caller,
        id,
        ifMatch(headers)::includes,
        stored -> CaseReader.whole(body, stored.pictures().count()));
    return written(Response.ok(), revised);
  }

  @PATCH
  @Path("{id}")
  @Consumes(MERGE_PATCH)
  @Operation(operationId = "patchCase", summary = "Change some fields; null clears one (RFC 7396)")
  @Parameter(ref = "If-Match")
  @RequestBodySchema(CaseBody.class)
  @APIResponseSchema(CaseView.class)
  public Response patch(@PathParam("id") CaseId id, @Context HttpHeaders headers, JsonNode patch) {
    var revised = reviseCase.as(
        caller, id, ifMatch(headers)::includes, stored -> CaseReader.patched(stored, patch));
    return written(Response.ok(), revised);
  }

  @DELETE
  @Path("{id}")
  @Operation(operationId = "deleteCase", summary = "Delete a case and what hangs on it")
  @Parameter(ref = "If-Match")
  public void delete(@PathParam("id") CaseId id, @Context HttpHeaders headers) {
    deleteCase.as(caller, id, ifMatch(headers)::includes);
  }

  private static IfMatch ifMatch(HttpHeaders headers) {
    return IfMatch.parse(headers.getHeaderString(HttpHeaders.IF_MATCH));
  }

  /** Entity tags tell revision and view; the compression filter adds the coding. */
  private static Response answer(ResponseBuilder response, SeenCase seen) {
    var view = seen.rights().view();
    return response
        .entity(seen.isFull() ? CaseView.of(seen) : StudyCaseView.of(seen))
        .tag(new EntityTag(seen.teachingCase().revision() + "-" + view.term()))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .build();
  }

  /** What the caller has just written. */
  private Response written(ResponseBuilder response, TeachingCase teachingCase) {
    return answer(response, readCase.as(caller, teachingCase.id()));
  }
}
