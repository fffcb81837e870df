package org.radcase.studies.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.entity.Caller;
import org.radcase.cases.entity.CaseId;
import org.radcase.platform.files.FilePieces;
import org.radcase.platform.http.BytesAnswer;
import org.radcase.platform.http.FileAnswer;
import org.radcase.studies.control.Addresses;
import org.radcase.studies.control.ComputedOfSeries;
import org.radcase.studies.control.ReadPixels;
import org.radcase.studies.control.RemoveImages;
import org.radcase.studies.entity.SeriesUid;

/** One series that a case shows. */
@Path("cases/{id}/series/{series}")
@RequestScoped
@Tag(name = "images")
public class SeriesResource {
  private final ReadPixels pixels;
  private final ComputedOfSeries computed;
  private final RemoveImages removeImages;
  private final Caller caller;

  @Context
  HttpServletRequest request;

  @Inject
  public SeriesResource(
      ReadPixels pixels, ComputedOfSeries computed, RemoveImages removeImages, Caller caller) {
    this.pixels = pixels;
    this.computed = computed;
    this.removeImages = removeImages;
    this.caller = caller;
  }

  @GET
  @Path("thumbnail")
  @Operation(operationId = "readThumbnail", summary = "The middle frame as a small JPEG")
  public Response thumbnail(
      @PathParam("id") CaseId id,
      @PathParam("series") SeriesUid series,
      @QueryParam("v") @Nullable String version)
      throws IOException {
    var middle = pixels.series(caller, id, series).middle();
    var instance = pixels.instance(caller, id, middle.instance());
    var thumbnail = computed.thumbnail(id, series, instance, middle.number());
    var hash = Addresses.version(instance.sha256());
    var tag = '"' + hash + "-t" + middle.number() + '"';
    var pieces = FilePieces.inMemory(thumbnail);
    return BytesAnswer.of(request, new FileAnswer(pieces, "image/jpeg", tag, hash.equals(version)))
        .toResponse();
  }

  @GET
  @Path("window-levels")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "readWindowLevels", summary = "The windows at which it can be looked at")
  @APIResponseSchema(WindowLevelsView.class)
  public Response windowLevels(@PathParam("id") CaseId id, @PathParam("series") SeriesUid series)
      throws IOException {
    var middle = pixels.series(caller, id, series).middle();
    var instance = pixels.instance(caller, id, middle.instance());
    var levels = computed.windowLevels(series, instance, middle.number());
    return Response.ok(WindowLevelsView.of(levels))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .build();
  }

  @DELETE
  @Operation(operationId = "removeSeries", summary = "Take the series off the case")
  public Response remove(@PathParam("id") CaseId id, @PathParam("series") SeriesUid series) {
    removeImages.ofSeries(caller, id, series);
    return Response.noContent().build();
  }
}
