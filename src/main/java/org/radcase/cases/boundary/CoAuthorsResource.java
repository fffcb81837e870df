package org.radcase.cases.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.Person;
import org.radcase.accounts.entity.PersonId;
import org.radcase.cases.control.CoAuthors;
import org.radcase.cases.entity.CaseId;
import org.radcase.platform.json.Fields;

/** Who writes a case with its author. */
@Path("cases/{id}/co-authors")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "cases")
public class CoAuthorsResource {
  private static final int USERNAME = 64;

  /** A colleague to be invited, as it travels. */
  public record CoAuthorBody(String username) {}

  /** All of them, as they travel. */
  public record CoAuthorsView(List<CoAuthorView> data) {
    static CoAuthorsView of(List<Person> people) {
      return new CoAuthorsView(people.stream()
          .map(it -> new CoAuthorView(it.id().toString(), it.name(), it.username()))
          .toList());
    }
  }

  /** One of them. */
  public record CoAuthorView(String id, String name, @Nullable String username) {}

  private final CoAuthors coAuthors;
  private final Caller caller;

  @Inject
  CoAuthorsResource(CoAuthors coAuthors, Caller caller) {
    this.coAuthors = coAuthors;
    this.caller = caller;
  }

  @GET
  @Operation(operationId = "listCoAuthors", summary = "Who writes the case with its author")
  @APIResponseSchema(CoAuthorsView.class)
  public Response list(@PathParam("id") CaseId id) {
    return answer(coAuthors.list(caller, id));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "addCoAuthor", summary = "Invite an educator of the institution")
  @RequestBodySchema(CoAuthorBody.class)
  @APIResponseSchema(CoAuthorsView.class)
  public Response add(@PathParam("id") CaseId id, JsonNode body) {
    var fields = new Fields(body);
    var username = fields.line("username", USERNAME);
    fields.check();
    return answer(coAuthors.add(caller, id, username));
  }

  @DELETE
  @Path("{person}")
  @Operation(operationId = "removeCoAuthor", summary = "Let one go")
  public Response remove(@PathParam("id") CaseId id, @PathParam("person") PersonId person) {
    coAuthors.remove(caller, id, person);
    return Response.noContent().build();
  }

  private static Response answer(List<Person> people) {
    return Response.ok(CoAuthorsView.of(people))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
