package org.radcase.database.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.radcase.accounts.entity.Caller;
import org.radcase.database.control.ReadDatabases;

/** How the databases are. */
@Path("admin/database")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "administration")
public class DatabaseResource {
  private final ReadDatabases databases;
  private final Caller caller;

  @Inject
  DatabaseResource(ReadDatabases databases, Caller caller) {
    this.databases = databases;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "readDatabase",
      summary = "Connections in use, waiting and kept too long; the replica's lag; for operators")
  public DatabaseView read() {
    return DatabaseView.of(databases.state(caller));
  }
}
