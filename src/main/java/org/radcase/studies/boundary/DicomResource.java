package org.radcase.studies.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.radcase.accounts.entity.Caller;
import org.radcase.cases.control.ReadCase;
import org.radcase.cases.entity.CaseId;
import org.radcase.platform.config.Settings;
import org.radcase.platform.http.EntityTags;
import org.radcase.platform.http.ProblemBody;
import org.radcase.platform.http.ProblemWriter;
import org.radcase.platform.json.Json;
import org.radcase.studies.control.ReadPixels;
import org.radcase.studies.control.StudyProblem;
import org.radcase.studies.control.intake.ReceiveFiles;
import org.radcase.studies.control.intake.UploadMetrics;
import org.radcase.studies.entity.Verdict;

/** The DICOM of a case: what it shows, and the way in. */
@Path("cases/{id}/dicom")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "images")
public class DicomResource {
  private final ReadPixels pixels;
  private final ReadCase readCase;
  private final ReceiveFiles receiveFiles;
  private final UploadMetrics metrics;
  private final Settings settings;
  private final Caller caller;

  @Context
  HttpServletRequest request;

  @Inject
  public DicomResource(
      ReadPixels pixels,
      ReadCase readCase,
      ReceiveFiles receiveFiles,
      UploadMetrics metrics,
      Settings settings,
      Caller caller) {
    this.pixels = pixels;
    this.readCase = readCase;
    this.receiveFiles = receiveFiles;
    this.metrics = metrics;
    this.settings = settings;
    this.caller = caller;
  }

  @GET
  @Operation(operationId = "readManifest", summary = "Series and frames in display order")
  public Response manifest(@PathParam("id") CaseId id) {
    var view = ManifestView.of(id, pixels.manifest(caller, id));
    return Response.ok(view)
        .header(HttpHeaders.ETAG, "W/" + EntityTags.strong(Json.bytes(view)))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .build();
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(
      operationId = "uploadDicom",
      summary = "Files of any name and zips; each gets a verdict of its own")
  public Response upload(@PathParam("id") CaseId id) throws IOException {
    List<Verdict> verdicts;
    try (var delivery = receiveFiles.begin(caller, id)) {
      new MultipartUpload(request, settings.uploadMaxBytes()).forEachFile(delivery::take);
      verdicts = delivery.verdicts();
    }
    metrics.count(verdicts);
    var teachingCase = readCase.toEdit(caller, id);
    var refused = verdicts.stream().noneMatch(Verdict.Taken.class::isInstance);
    if (!refused) {
      return Response.ok(IntakeView.of(verdicts, teachingCase, null))
          .header(HttpHeaders.CACHE_CONTROL, "no-store")
          .build();
    }
    var problem = StudyProblem.ALL_REFUSED.because("Each file says why");
    var body = ProblemBody.of(problem, request.getRequestURI(), ProblemWriter.incidentOf(request));
    return Response.status(problem.kind().status())
        .type(ProblemBody.MEDIA_TYPE)
        .entity(IntakeView.of(verdicts, teachingCase, body))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
