package org.radcase.database.boundary;

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
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.radcase.accounts.entity.Caller;
import org.radcase.database.boundary.BackupView.BackupsView;
import org.radcase.database.control.Backups;

/** All data written to folders of the server, from which an empty server can be filled. */
@Path("admin/database/backups")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "administration")
public class BackupsResource {
  private final Backups backups;
  private final Caller caller;

  @Inject
  BackupsResource(Backups backups, Caller caller) {
    this.backups = backups;
    this.caller = caller;
  }

  @GET
  @Operation(operationId = "listBackups", summary = "All of them, the newest first; for operators")
  public BackupsView list() throws IOException {
    var all = backups.all(caller).stream().map(BackupView::of).toList();
    return new BackupsView(backups.folder().toString(), all);
  }

  @POST
  @Operation(
      operationId = "makeBackup",
      summary = "Begin one; the address in Location tells how far it is; for operators")
  @APIResponseSchema(value = BackupView.class, responseCode = "202")
  public Response make(@Context UriInfo uri) {
    var begun = backups.make(caller);
    return Response.accepted(BackupView.of(begun))
        .location(uri.getRequestUriBuilder().path(begun.id()).build())
        .build();
  }

  @GET
  @Path("{backup}")
  @Operation(operationId = "readBackup", summary = "How far it is, or what it holds; for operators")
  public BackupView read(@PathParam("backup") String id) throws IOException {
    return BackupView.of(backups.one(caller, id));
  }
}
