package org.radcase.studies.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.entity.Caller;
import org.radcase.cases.entity.CaseId;
import org.radcase.platform.files.FilePieces;
import org.radcase.platform.http.BytesAnswer;
import org.radcase.platform.http.FileAnswer;
import org.radcase.studies.control.ReadPixels;
import org.radcase.studies.control.Renderings;
import org.radcase.studies.entity.InstanceUid;

/** The bytes of what a case shows. */
@Path("cases/{id}/instances/{instance}")
@RequestScoped
@Tag(name = "images")
public class PixelsResource {
  private final PixelFiles files;
  private final ReadPixels pixels;
  private final Renderings renderings;
  private final Caller caller;

  @Context
  HttpServletRequest request;

  @Inject
  public PixelsResource(PixelFiles files, ReadPixels pixels, Renderings renderings, Caller caller) {
    this.files = files;
    this.pixels = pixels;
    this.renderings = renderings;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "readInstance",
      summary = "The DICOM file as it came in; after the answer")
  public Response instance(
      @PathParam("id") CaseId id,
      @PathParam("instance") InstanceUid uid,
      @QueryParam("v") @Nullable String version)
      throws IOException {
    return answer(files.instance(caller, id, uid, request));
  }

  @GET
  @Path("frames/{frame}")
  @Operation(
      operationId = "readFrame",
      summary =
          "One frame: little endian samples, or the bitstream of its codec; as JPEG-LS where Accept names"
              + " image/jls and it is smaller, with the sign bits of signed samples inverted")
  public Response frame(
      @PathParam("id") CaseId id,
      @PathParam("instance") InstanceUid uid,
      @PathParam("frame") FrameNumber frame,
      @QueryParam("v") @Nullable String version)
      throws IOException {
    return answer(files.frame(caller, id, uid, frame.value(), request));
  }

  @GET
  @Path("rendered")
  @Operation(operationId = "readRendered", summary = "A frame as JPEG at its default window")
  public Response rendered(
      @PathParam("id") CaseId id,
      @PathParam("instance") InstanceUid uid,
      @QueryParam("frame") @DefaultValue("1") FrameNumber frame,
      @QueryParam("v") @Nullable String version)
      throws IOException {
    var instance = pixels.instance(caller, id, uid);
    var file = renderings.of(instance, frame.value(), Renderings.Size.PREVIEW);
    var pieces = FilePieces.whole(file, Files.size(file));
    var what = "p" + frame.value();
    return answer(PixelFiles.always(instance, pieces, "image/jpeg", what, request));
  }

  @GET
  @Path("overlays")
  @Operation(
      operationId = "readOverlays",
      summary = "Where the overlay planes mark a frame, one bit a pixel; after the answer")
  public Response overlays(
      @PathParam("id") CaseId id,
      @PathParam("instance") InstanceUid uid,
      @QueryParam("frame") @DefaultValue("1") FrameNumber frame,
      @QueryParam("v") @Nullable String version)
      throws IOException {
    var instance = pixels.instanceWithOverlays(caller, id, uid);
    var mask = FilePieces.inMemory(renderings.overlayMask(instance, frame.value()));
    var what = "o" + frame.value();
    return answer(PixelFiles.always(instance, mask, "application/octet-stream", what, request));
  }

  private Response answer(FileAnswer file) {
    return BytesAnswer.of(request, file).toResponse();
  }
}
