package org.radcase.studies.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.radcase.accounts.entity.Caller;
import org.radcase.cases.entity.CaseId;
import org.radcase.studies.control.ReadPixels;
import org.radcase.studies.entity.InstanceUid;

/** What the file of an instance says beside its pixels. */
@Path("cases/{id}/instances/{instance}/header")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "images")
public class HeaderResource {
  private final ReadPixels pixels;
  private final Caller caller;

  @Inject
  HeaderResource(ReadPixels pixels, Caller caller) {
    this.pixels = pixels;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "readHeader",
      summary = "The elements of the file without its pixels; after the answer")
  @APIResponseSchema(HeaderView.class)
  public Response read(@PathParam("id") CaseId id, @PathParam("instance") InstanceUid uid)
      throws IOException {
    return Response.ok(HeaderView.of(pixels.header(caller, id, uid)))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
