package org.radcase.audit.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.radcase.audit.control.Audit;
import org.radcase.audit.control.AuditReaders;
import org.radcase.audit.control.CheckAudit;
import org.radcase.audit.control.DrainAudit;
import org.radcase.audit.control.SearchAudit;
import org.radcase.audit.entity.AuditAction;
import org.radcase.audit.entity.AuditEvent;
import org.radcase.audit.entity.AuditFault;
import org.radcase.audit.entity.AuditQuery;
import org.radcase.platform.http.PageHeaders;
import org.radcase.platform.http.PageParameters;
import org.radcase.platform.http.QueryParameters;
import org.radcase.platform.problem.HttpProblem;

/** The audit trail: who did what, to what, when. */
@Path("admin/audit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "administration")
public class AuditResource {
  /** All actions' terms, as they travel. */
  public record ActionsView(List<String> data) {}

  /** What a check found, as it travels. */
  public record CheckView(boolean ok, long records, int segments, List<AuditFault> faults) {}

  private final SearchAudit searchAudit;
  private final CheckAudit checkAudit;
  private final DrainAudit drainAudit;
  private final Audit audit;
  private final AuditReaders readers;

  @Inject
  AuditResource(
      SearchAudit searchAudit,
      CheckAudit checkAudit,
      DrainAudit drainAudit,
      Audit audit,
      AuditReaders readers) {
    this.searchAudit = searchAudit;
    this.checkAudit = checkAudit;
    this.drainAudit = drainAudit;
    this.audit = audit;
    this.readers = readers;
  }

  @GET
  @Operation(operationId = "searchAudit", summary = "One page of the trail, the newest first")
  @Parameter(name = "from", description = "A time (RFC 3339), included")
  @Parameter(name = "to", description = "A time (RFC 3339), not included")
  @Parameter(name = "action")
  @Parameter(name = "outcome", description = "success, refused or failed")
  @Parameter(name = "person", description = "The id of who did it")
  @Parameter(name = "case", description = "The id of a case")
  @Parameter(name = "study", description = "Study Instance UID")
  @Parameter(name = "q", description = "What name, object or detail contains")
  @Parameter(ref = "page")
  @Parameter(ref = "limit")
  @Parameter(ref = "after")
  @APIResponseSchema(AuditRecordView.AuditPageView.class)
  public Response search(@Context UriInfo uri) throws IOException {
    var reader = readers.current();
    var parameters = new QueryParameters(uri.getQueryParameters());
    var query = AuditQueryReader.read(parameters, reader.institution());
    var request = PageParameters.readAndCheck(parameters, SearchAudit::isCursor);
    audit.recordReading(AuditEvent.done(AuditAction.AUDIT_READ, reader.actor()).saying("searched"));
    var page = searchAudit.page(query, request);
    return PageHeaders.addTo(
            Response.ok(AuditRecordView.AuditPageView.of(page)), page, uri.getQueryParameters())
        .build();
  }

  @GET
  @Path("actions")
  @Operation(operationId = "listAuditActions", summary = "What a record can be about")
  @APIResponseSchema(ActionsView.class)
  public ActionsView actions() {
    var unused = readers.current();
    return new ActionsView(
        Stream.of(AuditAction.values()).map(AuditAction::term).toList());
  }

  @GET
  @Path("export")
  @Produces(MediaType.WILDCARD)
  @Operation(
      operationId = "exportAudit",
      summary = "All records that the query finds, as CSV or as DICOM audit messages (PS3.15 A.5)")
  @Parameter(name = "format", description = "csv or dicom")
  public Response export(@Context UriInfo uri) {
    var reader = readers.current();
    var parameters = new QueryParameters(uri.getQueryParameters());
    var query = AuditQueryReader.read(parameters, reader.institution());
    var format = parameters.one("format").orElse("csv");
    if (!List.of("csv", "dicom").contains(format)) {
      parameters.fault("format", "must be csv or dicom");
    }
    parameters.check();
    audit.record(
        AuditEvent.done(AuditAction.AUDIT_READ, reader.actor()).saying("exported as " + format));
    var isCsv = format.equals("csv");
    StreamingOutput output = out -> {
      if (isCsv) writeCsv(query, out);
      else writeMessages(query, out);
    };
    return Response.ok(output, isCsv ? "text/csv;charset=UTF-8" : "application/xml;charset=UTF-8")
        .header(
            "Content-Disposition", "attachment; filename=\"audit." + (isCsv ? "csv" : "xml") + "\"")
        .build();
  }

  private void writeCsv(AuditQuery query, OutputStream out) throws IOException {
    var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    var csv = new AuditCsv(writer);
    csv.begin();
    searchAudit.forEach(query, chained -> {
      try {
        csv.write(chained);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
    writer.flush();
  }

  private void writeMessages(AuditQuery query, OutputStream out) throws IOException {
    try {
      var messages = new AuditMessages(out);
      messages.begin();
      searchAudit.forEach(query, chained -> {
        try {
          messages.write(chained);
        } catch (XMLStreamException e) {
          throw new UncheckedIOException(new IOException(e));
        }
      });
      messages.end();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  @POST
  @Path("check")
  @Operation(operationId = "checkAudit", summary = "Look for changes and gaps; for operators")
  @APIResponseSchema(value = CheckView.class, responseCode = "200")
  public CheckView check() throws IOException {
    var reader = readers.current();
    if (reader.institution() != null) {
      audit.record(
          AuditEvent.refused(AuditAction.ACCESS_REFUSED, reader.actor()).about("audit check"));
      throw HttpProblem.FORBIDDEN_OPERATOR.because("The trail is one for all institutions");
    }
    drainAudit.drain();
    var found = checkAudit.check();
    audit.record(AuditEvent.done(AuditAction.AUDIT_CHECKED, reader.actor())
        .saying(found.faults().size() + " faults"));
    return new CheckView(
        found.faults().isEmpty(), found.records(), found.segments(), found.faults());
  }
}
