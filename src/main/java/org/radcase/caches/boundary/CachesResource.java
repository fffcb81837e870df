package org.radcase.caches.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.radcase.caches.control.MeasureCaches;
import org.radcase.caches.control.ReadCaches;
import org.radcase.caches.control.WarmUps;
import org.radcase.platform.cache.BenchmarkFigures;
import org.radcase.platform.http.QueryParameters;

/** How the caches are, and what can be done with all of one. */
@Path("admin/caches")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "administration")
public class CachesResource {
  private final ReadCaches readCaches;
  private final ClearCaches clear;
  private final MeasureCaches measure;
  private final WarmUps warmUps;
  private final Caller caller;

  @Inject
  CachesResource(
      ReadCaches readCaches,
      ClearCaches clear,
      MeasureCaches measure,
      WarmUps warmUps,
      Caller caller) {
    this.readCaches = readCaches;
    this.clear = clear;
    this.measure = measure;
    this.warmUps = warmUps;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "readCaches",
      summary = "Where answers are kept, how often they are found, how Redis is; for operators")
  public CachesView read() {
    return CachesView.of(readCaches.state(caller));
  }

  @DELETE
  @Operation(
      operationId = "clearCaches",
      summary = "Make outdated what has a tag, or clear all caches; for operators")
  @Parameter(
      name = "tag",
      in = ParameterIn.QUERY,
      description = "Such as case:{id}; without it everything goes",
      schema = @Schema(type = SchemaType.STRING))
  @APIResponse(responseCode = "204", description = "It is outdated")
  public Response clear(@Context UriInfo uri) {
    readCaches.check(caller);
    var parameters = new QueryParameters(uri.getQueryParameters());
    var tag = parameters.one("tag");
    if (tag.filter(String::isBlank).isPresent()) parameters.fault("tag", "must not be empty");
    parameters.check();
    if (tag.isPresent()) clear.tag(caller, tag.get());
    else clear.all(caller);
    return Response.noContent().build();
  }

  @DELETE
  @Path("{name}")
  @Operation(operationId = "clearCache", summary = "Clear one cache; for operators")
  @APIResponse(responseCode = "204", description = "It is empty")
  public Response clearOne(@PathParam("name") String name) {
    clear.one(caller, name);
    return Response.noContent().build();
  }

  @POST
  @Path("benchmark")
  @Operation(
      operationId = "measureCaches",
      summary = "How long a get and a set of 10 KB take now, of 1,000 each; for operators")
  @APIResponseSchema(value = BenchmarkFigures.class, responseCode = "200")
  public BenchmarkFigures measure() {
    return measure.now(caller);
  }

  @POST
  @Path("warm-up")
  @Operation(
      operationId = "warmCaches",
      summary = "Fill the caches with what is read most, in the background; for operators")
  @APIResponse(responseCode = "202", description = "It has begun; the caches tell how it went")
  public Response warmUp() {
    warmUps.order(caller);
    return Response.accepted().build();
  }
}
