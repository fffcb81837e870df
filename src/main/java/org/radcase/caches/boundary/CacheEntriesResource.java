package org.radcase.caches.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.radcase.accounts.entity.Caller;
import org.radcase.caches.control.ClearCaches;
import org.radcase.caches.control.ReadCaches;
import org.radcase.platform.cache.EntryFacts;
import org.radcase.platform.http.QueryParameters;

/** One entry of a cache: what is known of it, never what it holds. */
@Path("admin/caches/{name}/entries")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "administration")
public class CacheEntriesResource {
  private final ReadCaches readCaches;
  private final ClearCaches clear;
  private final Caller caller;

  @Inject
  CacheEntriesResource(ReadCaches readCaches, ClearCaches clear, Caller caller) {
    this.readCaches = readCaches;
    this.clear = clear;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "readCacheEntry",
      summary = "Size, times and tags of one entry; for operators")
  @Parameter(
      name = "key",
      in = ParameterIn.QUERY,
      required = true,
      description = "Such as case:{id}",
      schema = @Schema(type = SchemaType.STRING))
  @APIResponseSchema(EntryFacts.class)
  public EntryFacts read(@PathParam("name") String name, @Context UriInfo uri) {
    return readCaches.entry(caller, name, keyOf(uri));
  }

  @DELETE
  @Operation(operationId = "removeCacheEntry", summary = "Remove one entry; for operators")
  @Parameter(
      name = "key",
      in = ParameterIn.QUERY,
      required = true,
      description = "Such as case:{id}",
      schema = @Schema(type = SchemaType.STRING))
  @APIResponse(responseCode = "204", description = "It is removed")
  public Response remove(@PathParam("name") String name, @Context UriInfo uri) {
    clear.entry(caller, name, keyOf(uri));
    return Response.noContent().build();
  }

  private String keyOf(UriInfo uri) {
    readCaches.check(caller);
    var parameters = new QueryParameters(uri.getQueryParameters());
    var key = parameters.one("key").orElse("");
    if (key.isBlank()) parameters.fault("key", "is needed, once");
    parameters.check();
    return key;
  }
}
