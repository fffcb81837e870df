package org.radcase.accounts.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.control.administration.Invite;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.accounts.entity.Link;
import org.radcase.accounts.entity.Role;
import org.radcase.platform.json.Fields;

/** Invitations by link. */
@Path("admin/invitations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "administration")
public class InvitationsResource {
  /** All open ones, as they travel. */
  public record InvitationsView(List<InvitationView> data) {}

  /**
   * One of them.
   *
   * @param link the address; only in the answer that made it
   */
  public record InvitationView(
      String id,
      @Nullable String role,
      @Nullable String traineeLevel,
      @Nullable String name,
      @Nullable InstitutionRef institution,
      @Nullable String createdBy,
      Instant createdAt,
      Instant expiresAt,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String link) {
    static InvitationView of(Link link, @Nullable String address) {
      return new InvitationView(
          link.id(),
          LinkView.term(link.role()),
          LinkView.term(link.traineeLevel()),
          link.name().isEmpty() ? null : link.name(),
          InstitutionRef.of(link.institution()),
          link.madeBy(),
          link.createdAt(),
          link.expiresAt(),
          address);
    }
  }

  /** An invitation to be made, as it travels. */
  public record InvitationBody(
      String role,
      @Nullable String traineeLevel,
      @Nullable String name,
      @Nullable String institution) {}

  private final Invite invite;
  private final Base base;
  private final Caller caller;

  @Context
  HttpServletRequest request;

  @Inject
  InvitationsResource(Invite invite, Base base, Caller caller) {
    this.invite = invite;
    this.base = base;
    this.caller = caller;
  }

  @GET
  @Operation(operationId = "listInvitations", summary = "Open invitations, the newest first")
  @APIResponseSchema(InvitationsView.class)
  public InvitationsView list() {
    return new InvitationsView(
        invite.list(caller).stream().map(it -> InvitationView.of(it, null)).toList());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "invite", summary = "Make one; its link is in this answer only")
  @RequestBodySchema(InvitationBody.class)
  @APIResponseSchema(value = InvitationView.class, responseCode = "201")
  public Response make(JsonNode body) {
    var fields = new Fields(body);
    var role = fields.value("role", Role::of, "learner, educator, director, admin or operator");
    if (role.isEmpty() && !fields.hasFault("role")) {
      fields.fault("/role", "field.missing", "Must say as what");
    }
    var level = AccountFields.traineeLevel(fields);
    var name = fields.line("name", AccountFields.NAME);
    var institution = fields.value("institution", InstitutionId::parse, "the id of an institution");
    fields.check();
    var given = role.orElseThrow();
    var made = invite.as(
        caller, given, given == Role.LEARNER ? level : null, name, institution.orElse(null));
    return Response.status(Response.Status.CREATED)
        .entity(InvitationView.of(
            made.link(), base.of(request) + "/join#" + made.secret().text()))
        .build();
  }

  @DELETE
  @Path("{invitation}")
  @Operation(operationId = "revokeInvitation", summary = "Revoke one")
  public Response revoke(@PathParam("invitation") String id) {
    invite.revoke(caller, id);
    return Response.noContent().build();
  }
}
