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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.entity.Caller;
import org.radcase.cases.entity.CaseId;
import org.radcase.dicom.data.TransferSyntax;
import org.radcase.platform.files.FilePieces;
import org.radcase.platform.http.AcceptEncoding;
import org.radcase.platform.http.BytesAnswer;
import org.radcase.studies.control.Addresses;
import org.radcase.studies.control.ReadPixels;
import org.radcase.studies.control.Renderings;
import org.radcase.studies.control.packing.FrameCoding;
import org.radcase.studies.entity.InstanceUid;
import org.radcase.studies.entity.StoredInstance;

/** The bytes of what a case shows. */
@Path("cases/{id}/instances/{instance}")
@RequestScoped
@Tag(name = "images")
public class PixelsResource {
  private static final MediaType JLS = new MediaType("image", "jls");

  private final ReadPixels pixels;
  private final Renderings renderings;
  private final Caller caller;

  @Context
  HttpServletRequest request;

  @Context
  HttpHeaders headers;

  @Inject
  public PixelsResource(ReadPixels pixels, Renderings renderings, Caller caller) {
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
      @QueryParam("v") @Nullable String version) {
    var instance = pixels.instanceInFull(caller, id, uid);
    var type = "application/dicom; transfer-syntax=" + instance.transferSyntaxUid();
    return Response.fromResponse(answer(instance, pixels.file(instance), type, "file", version))
        .header("Content-Disposition", "attachment; filename=\"" + uid + ".dcm\"")
        .build();
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
    var instance = pixels.instance(caller, id, uid);
    var sent = pixels.frame(instance, frame.value(), acceptedCodings());
    var what = "f" + frame.value() + variant(sent.coding());
    var answer = Response.fromResponse(
            answer(instance, sent.pieces(), mediaType(instance, sent.coding()), what, version))
        .header("Vary", "Accept, Accept-Encoding");
    if (sent.coding() == FrameCoding.GZIP) answer.header("Content-Encoding", "gzip");
    return answer.build();
  }

  /** A client says that it can read JPEG-LS by naming it: {@code *}{@code /*} is what all send. */
  private Set<FrameCoding> acceptedCodings() {
    var accepted = EnumSet.noneOf(FrameCoding.class);
    if (request.getHeader("X-No-Compression") != null) return accepted;
    if (headers.getAcceptableMediaTypes().stream().anyMatch(JLS::equals)) {
      accepted.add(FrameCoding.JPEG_LS);
    }
    var codings = AcceptEncoding.parse(request.getHeader("Accept-Encoding"));
    if (codings.weightOf("gzip") > 0) accepted.add(FrameCoding.GZIP);
    return accepted;
  }

  /** Of the entity tag. */
  private static String variant(FrameCoding coding) {
    return switch (coding) {
      case NONE -> "";
      case GZIP -> "-gzip";
      case JPEG_LS -> "-jls";
    };
  }

  private static String mediaType(StoredInstance instance, FrameCoding coding) {
    return coding == FrameCoding.JPEG_LS
        ? JLS + "; transfer-syntax=" + TransferSyntax.JPEG_LS.uid()
        : "application/octet-stream; transfer-syntax=" + sentSyntax(instance);
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
    return answer(instance, pieces, "image/jpeg", "p" + frame.value(), version);
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
    return answer(instance, mask, "application/octet-stream", "o" + frame.value(), version);
  }

  private Response answer(
      StoredInstance instance,
      FilePieces pieces,
      String mediaType,
      String what,
      @Nullable String version) {
    var hash = Addresses.version(instance.sha256());
    return BytesAnswer.of(
        request, pieces, mediaType, '"' + hash + "-" + what + '"', hash.equals(version));
  }

  private static String sentSyntax(StoredInstance instance) {
    return TransferSyntax.find(instance.transferSyntaxUid())
        .filter(TransferSyntax::isEncapsulated)
        .orElse(TransferSyntax.EXPLICIT_LITTLE_ENDIAN)
        .uid();
  }
}
