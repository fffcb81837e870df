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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.radcase.accounts.entity.Caller;
import org.radcase.cases.entity.CaseId;
import org.radcase.platform.http.IfMatch;
import org.radcase.reading.control.Annotate;
import org.radcase.reading.entity.Annotation;
import org.radcase.reading.entity.Revised;

/** What is drawn on the images of a case. */
@Path("cases/{id}/annotations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reading")
public class AnnotationsResource {
  private final Annotate annotate;
  private final Caller caller;

  @Inject
  AnnotationsResource(Annotate annotate, Caller caller) {
    this.annotate = annotate;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "readAnnotations",
      summary = "One's own annotations, and after the answer those of the case")
  @APIResponseSchema(AnnotationsView.class)
  public Response read(@PathParam("id") CaseId id) {
    return Response.ok(AnnotationsView.of(annotate.read(caller, id)))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  @PUT
  @Path("own")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "replaceOwnAnnotations",
      summary = "Put others in the place of one's own, which nobody else reads")
  @Parameter(ref = "If-Match")
  @RequestBodySchema(AnnotationsView.Body.class)
  @APIResponseSchema(AnnotationsView.ListView.class)
  public Response replaceOwn(
      @PathParam("id") CaseId id, @Context HttpHeaders headers, JsonNode body) {
    return written(annotate.replaceOwn(
        caller, id, ifMatch(headers)::includes, shown -> AnnotationsReader.read(body, shown)));
  }

  @PUT
  @Path("shared")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "replaceSharedAnnotations",
      summary = "Put others in the place of those of the case")
  @Parameter(ref = "If-Match")
  @RequestBodySchema(AnnotationsView.Body.class)
  @APIResponseSchema(AnnotationsView.ListView.class)
  public Response replaceShared(
      @PathParam("id") CaseId id, @Context HttpHeaders headers, JsonNode body) {
    return written(annotate.replaceShared(
        caller, id, ifMatch(headers)::includes, shown -> AnnotationsReader.read(body, shown)));
  }

  private static IfMatch ifMatch(HttpHeaders headers) {
    return IfMatch.parse(headers.getHeaderString(HttpHeaders.IF_MATCH));
  }

  private static Response written(Revised<List<Annotation>> list) {
    return Response.ok(AnnotationsView.ListView.of(list))
        .tag(Integer.toString(list.revision()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
