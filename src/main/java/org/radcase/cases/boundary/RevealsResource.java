package org.radcase.cases.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.radcase.accounts.entity.Caller;
import org.radcase.cases.control.RevealCase;
import org.radcase.cases.entity.CaseId;
import org.radcase.platform.http.PageHeaders;
import org.radcase.platform.http.PageParameters;
import org.radcase.platform.http.QueryParameters;

/** Committing to an answer, and what one has committed to. */
@Path("cases")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "cases")
public class RevealsResource {
  private static final int MOST_IDS = 100;

  private final RevealCase revealCase;
  private final Caller caller;

  @Inject
  RevealsResource(RevealCase revealCase, Caller caller) {
    this.revealCase = revealCase;
    this.caller = caller;
  }

  @POST
  @Path("{id}/reveal")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "revealCase",
      summary = "Commit to an answer, once, and get the full case")
  @RequestBodySchema(RevealBody.class)
  @APIResponseSchema(CaseView.class)
  public Response reveal(@PathParam("id") CaseId id, JsonNode body) {
    var read = RevealBody.read(body);
    var seen = revealCase.as(caller, id, read.differential(), read.confidence());
    return Response.ok(CaseView.of(seen))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  @GET
  @Path("revealed")
  @Operation(
      operationId = "listReveals",
      summary = "What one has committed to oneself, the latest first")
  @Parameter(
      name = "id",
      description = "Of these cases only; at most 100",
      schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
  @Parameter(ref = "page")
  @Parameter(ref = "limit")
  @Parameter(ref = "after")
  @APIResponseSchema(RevealsView.class)
  public Response list(@Context UriInfo uri) {
    var parameters = new QueryParameters(uri.getQueryParameters());
    var ids = ids(parameters);
    var request = PageParameters.readAndCheck(parameters, RevealCase::isCursor);
    var page = revealCase.page(caller, ids, request);
    var response = Response.ok(RevealsView.of(page)).header(HttpHeaders.CACHE_CONTROL, "no-store");
    return PageHeaders.addTo(response, page, uri.getQueryParameters()).build();
  }

  private static Set<CaseId> ids(QueryParameters parameters) {
    var ids = new LinkedHashSet<CaseId>();
    for (var given : parameters.all("id")) {
      CaseId.parse(given)
          .ifPresentOrElse(ids::add, () -> parameters.fault("id", "must be the id of a case"));
    }
    if (ids.size() > MOST_IDS) parameters.fault("id", "must not be more than " + MOST_IDS);
    return ids;
  }
}
