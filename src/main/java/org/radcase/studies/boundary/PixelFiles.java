package org.radcase.studies.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.radcase.accounts.entity.Caller;
import org.radcase.cases.entity.CaseId;
import org.radcase.dicom.data.TransferSyntax;
import org.radcase.platform.beans.Direct;
import org.radcase.platform.files.FilePieces;
import org.radcase.platform.http.AcceptEncoding;
import org.radcase.platform.http.FileAnswer;
import org.radcase.studies.control.Addresses;
import org.radcase.studies.control.ReadPixels;
import org.radcase.studies.control.packing.FrameCoding;
import org.radcase.studies.entity.InstanceUid;
import org.radcase.studies.entity.StoredInstance;

/** Instances and frames in the form that a request can read. */
@Direct
class PixelFiles {
  private static final String JLS = "image/jls";

  private final ReadPixels pixels;

  @Inject
  PixelFiles(ReadPixels pixels) {
    this.pixels = pixels;
  }

  /** The DICOM file as it came in, or as gzip. */
  FileAnswer instance(Caller caller, CaseId id, InstanceUid uid, HttpServletRequest request)
      throws IOException {
    var instance = pixels.instanceInFull(caller, id, uid);
    var gzip = acceptedCodings(request).contains(FrameCoding.GZIP)
        ? pixels.gzippedFile(instance)
        : Optional.<FilePieces>empty();
    var description = new HashMap<String, String>();
    description.put("Content-Disposition", "attachment; filename=\"" + uid + ".dcm\"");
    if (gzip.isPresent()) description.put("Content-Encoding", "gzip");
    return new FileAnswer(
        gzip.orElseGet(() -> pixels.file(instance)),
        "application/dicom; transfer-syntax=" + instance.transferSyntaxUid(),
        tag(instance, gzip.isPresent() ? "file-gzip" : "file"),
        isAddressed(instance, request),
        Map.of("Vary", "Accept-Encoding"),
        description);
  }

  /** One frame, from 1. */
  FileAnswer frame(Caller caller, CaseId id, InstanceUid uid, int frame, HttpServletRequest request)
      throws IOException {
    var instance = pixels.instance(caller, id, uid);
    var sent = pixels.frame(instance, frame, acceptedCodings(request));
    return new FileAnswer(
        sent.pieces(),
        mediaType(instance, sent.coding()),
        tag(instance, "f" + frame + variant(sent.coding())),
        isAddressed(instance, request),
        Map.of("Vary", "Accept, Accept-Encoding"),
        sent.coding() == FrameCoding.GZIP ? Map.of("Content-Encoding", "gzip") : Map.of());
  }

  /** What is always sent in the same form. */
  static FileAnswer always(
      StoredInstance instance,
      FilePieces pieces,
      String mediaType,
      String what,
      HttpServletRequest request) {
    return new FileAnswer(pieces, mediaType, tag(instance, what), isAddressed(instance, request));
  }

  private static String tag(StoredInstance instance, String what) {
    return '"' + Addresses.version(instance.sha256()) + "-" + what + '"';
  }

  private static boolean isAddressed(StoredInstance instance, HttpServletRequest request) {
    return Addresses.version(instance.sha256()).equals(request.getParameter("v"));
  }

  /** A client says that it can read JPEG-LS by naming it: {@code *}{@code /*} is what all send. */
  private static Set<FrameCoding> acceptedCodings(HttpServletRequest request) {
    var accepted = EnumSet.noneOf(FrameCoding.class);
    if (request.getHeader("X-No-Compression") != null) return accepted;
    var types = AcceptEncoding.parse(request.getHeader("Accept"));
    if (types.names(JLS)) accepted.add(FrameCoding.JPEG_LS);
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

  private static String sentSyntax(StoredInstance instance) {
    return TransferSyntax.find(instance.transferSyntaxUid())
        .filter(TransferSyntax::isEncapsulated)
        .orElse(TransferSyntax.EXPLICIT_LITTLE_ENDIAN)
        .uid();
  }
}
