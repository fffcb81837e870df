package org.radcase.accounts.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.radcase.accounts.control.People;
import org.radcase.accounts.control.administration.Administrators;
import org.radcase.accounts.control.administration.ChangePerson;
import org.radcase.accounts.control.administration.EndSessions;
import org.radcase.accounts.control.administration.Invite;
import org.radcase.accounts.control.signin.SecondFactor;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.PersonId;
import org.radcase.platform.http.IfMatch;
import org.radcase.platform.http.PageHeaders;
import org.radcase.platform.http.PageParameters;
import org.radcase.platform.http.QueryParameters;

/** The people whom one administers. */
@Path("admin/users")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "administration", description = "People, institutions, the audit trail")
public class PeopleResource {
  /** A link that works once, as it travels. */
  public record ResetLinkView(String link, Instant expiresAt) {}

  private final Administrators administrators;
  private final People people;
  private final ChangePerson changePerson;
  private final EndSessions endSessions;
  private final Invite invite;
  private final SecondFactor secondFactor;
  private final Base base;
  private final Caller caller;

  @Context
  HttpServletRequest request;

  @Inject
  PeopleResource(
      Administrators administrators,
      People people,
      ChangePerson changePerson,
      EndSessions endSessions,
      Invite invite,
      SecondFactor secondFactor,
      Base base,
      Caller caller) {
    this.administrators = administrators;
    this.people = people;
    this.changePerson = changePerson;
    this.endSessions = endSessions;
    this.invite = invite;
    this.secondFactor = secondFactor;
    this.base = base;
    this.caller = caller;
  }

  @GET
  @Operation(operationId = "listPeople", summary = "One page of people, by name")
  @Parameter(name = "q", description = "What name or username contains")
  @Parameter(name = "role")
  @Parameter(name = "active", description = "true or false")
  @Parameter(name = "institution", description = "For operators")
  @Parameter(ref = "page")
  @Parameter(ref = "limit")
  @Parameter(ref = "after")
  @APIResponseSchema(PersonView.PeopleView.class)
  public Response list(@Context UriInfo uri) {
    var own = administrators.institutionOf(caller);
    var parameters = new QueryParameters(uri.getQueryParameters());
    var query = PeopleQueryReader.read(parameters, own);
    var page = people.page(query, PageParameters.readAndCheck(parameters, People::isCursor));
    return PageHeaders.addTo(
            Response.ok(PersonView.PeopleView.of(page)), page, uri.getQueryParameters())
        .build();
  }

  @GET
  @Path("{person}")
  @Operation(operationId = "readPerson", summary = "One person")
  @APIResponseSchema(PersonView.class)
  public PersonView read(@PathParam("person") PersonId id) {
    return PersonView.of(administrators.personOf(caller, id));
  }

  @PATCH
  @Path("{person}")
  @Consumes("application/merge-patch+json")
  @Operation(
      operationId = "patchPerson",
      summary = "Change some fields (RFC 7396); another role or status ends her sessions")
  @Parameter(ref = "If-Match")
  @RequestBodySchema(PersonBody.class)
  @APIResponseSchema(PersonView.class)
  public PersonView patch(
      @PathParam("person") PersonId id, @Context HttpHeaders headers, JsonNode patch) {
    administrators.check(caller);
    var ifMatch = IfMatch.parse(headers.getHeaderString(HttpHeaders.IF_MATCH));
    return PersonView.of(changePerson.as(
        caller, id, ifMatch::includes, stored -> PersonBody.patched(stored, patch)));
  }

  @GET
  @Path("{person}/sessions")
  @Operation(operationId = "listPersonsSessions", summary = "Her sessions")
  @APIResponseSchema(SessionsResource.SessionsView.class)
  public SessionsResource.SessionsView sessions(@PathParam("person") PersonId id) {
    return SessionsResource.SessionsView.of(endSessions.list(caller, id), null);
  }

  @DELETE
  @Path("{person}/sessions")
  @Operation(operationId = "endPersonsSessions", summary = "End all her sessions")
  public Response endSessions(@PathParam("person") PersonId id) {
    endSessions.of(caller, id);
    return Response.noContent().build();
  }

  @POST
  @Path("{person}/reset-link")
  @Operation(
      operationId = "makeResetLink",
      summary = "A link by which she sets a new password; it is in this answer only")
  @APIResponseSchema(value = ResetLinkView.class, responseCode = "201")
  public Response resetLink(@PathParam("person") PersonId id) {
    var made = invite.toReset(caller, id);
    return Response.status(Response.Status.CREATED)
        .entity(new ResetLinkView(
            base.of(request) + "/reset#" + made.secret().text(), made.link().expiresAt()))
        .build();
  }

  @POST
  @Path("{person}/second-factor/remove")
  @Operation(
      operationId = "removePersonsSecondFactor",
      summary = "Take away her second factor, which she has lost")
  public Response removeSecondFactor(@PathParam("person") PersonId id) {
    var person = administrators.personOf(caller, id);
    secondFactor.remove(caller.actor(), person.id());
    return Response.noContent().build();
  }
}
