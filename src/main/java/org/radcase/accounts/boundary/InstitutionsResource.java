package org.radcase.accounts.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.radcase.accounts.control.Institutions;
import org.radcase.accounts.control.administration.AdministerInstitutions;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.Institution;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.platform.http.IfMatch;
import org.radcase.platform.http.PageHeaders;
import org.radcase.platform.http.PageParameters;
import org.radcase.platform.http.Pagination;
import org.radcase.platform.http.QueryParameters;
import org.radcase.platform.json.Fields;
import org.radcase.platform.json.Json;

/** The institutions of the server. */
@Path("admin/institutions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "administration")
public class InstitutionsResource {
  private static final List<String> READ_ONLY = List.of("id", "people", "createdAt", "revision");

  /** One page of those that one administers, as it travels. */
  public record InstitutionsView(List<InstitutionView> data, Pagination pagination) {}

  /** One of them. */
  public record InstitutionView(
      String id,
      String name,
      boolean active,
      boolean openRegistration,
      long people,
      Instant createdAt,
      int revision) {
    static InstitutionView of(AdministerInstitutions.Counted counted) {
      var institution = counted.institution();
      return new InstitutionView(
          institution.id().toString(),
          institution.name(),
          institution.active(),
          institution.openRegistration(),
          counted.people(),
          institution.createdAt(),
          institution.revision());
    }
  }

  /** What may be changed of one. */
  public record InstitutionBody(String name, boolean active, boolean openRegistration) {}

  private final AdministerInstitutions institutions;
  private final Caller caller;

  @Inject
  InstitutionsResource(AdministerInstitutions institutions, Caller caller) {
    this.institutions = institutions;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "listInstitutions",
      summary = "One page of those one administers, by name")
  @Parameter(ref = "page")
  @Parameter(ref = "limit")
  @Parameter(ref = "after")
  @APIResponseSchema(InstitutionsView.class)
  public Response list(@Context UriInfo uri) {
    var parameters = new QueryParameters(uri.getQueryParameters());
    var request = PageParameters.readAndCheck(parameters, Institutions::isCursor);
    var page = institutions.page(caller, request).map(InstitutionView::of);
    var view = new InstitutionsView(page.rows(), Pagination.of(page));
    return PageHeaders.addTo(Response.ok(view), page, uri.getQueryParameters()).build();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "addInstitution", summary = "Add one; for operators")
  @RequestBodySchema(InstitutionBody.class)
  @APIResponseSchema(value = InstitutionView.class, responseCode = "201")
  public Response add(JsonNode body) {
    var fields = new Fields(body);
    var name = AccountFields.needed(fields, "name", AccountFields.NAME);
    fields.check();
    return Response.status(Response.Status.CREATED)
        .entity(InstitutionView.of(institutions.add(caller, name)))
        .build();
  }

  @GET
  @Path("{institution}")
  @Operation(operationId = "readInstitution", summary = "One of them")
  @APIResponseSchema(InstitutionView.class)
  public InstitutionView read(@PathParam("institution") InstitutionId id) {
    return InstitutionView.of(institutions.read(caller, id));
  }

  @PATCH
  @Path("{institution}")
  @Consumes("application/merge-patch+json")
  @Operation(operationId = "patchInstitution", summary = "Change some fields (RFC 7396)")
  @Parameter(ref = "If-Match")
  @RequestBodySchema(InstitutionBody.class)
  @APIResponseSchema(InstitutionView.class)
  public InstitutionView patch(
      @PathParam("institution") InstitutionId id, @Context HttpHeaders headers, JsonNode patch) {
    var ifMatch = IfMatch.parse(headers.getHeaderString(HttpHeaders.IF_MATCH));
    return InstitutionView.of(
        institutions.change(caller, id, ifMatch::includes, stored -> patched(stored, patch)));
  }

  private static Institution patched(Institution stored, JsonNode patch) {
    var before = Json.MAPPER.<JsonNode>valueToTree(
        new InstitutionBody(stored.name(), stored.active(), stored.openRegistration()));
    var fields = Fields.patched(before, patch);
    fields.readOnly(READ_ONLY);
    var name = AccountFields.needed(fields, "name", AccountFields.NAME);
    var active = fields.flag("active");
    var open = fields.flag("openRegistration");
    fields.check();
    return new Institution(
        stored.id(), name, active, open, stored.createdAt(), stored.revision() + 1);
  }
}
