package org.radcase.accounts.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.control.AccountProblem;
import org.radcase.accounts.control.sessions.Sessions;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.Session;
import org.radcase.audit.control.Audit;
import org.radcase.audit.entity.AuditAction;
import org.radcase.audit.entity.AuditEvent;

/** One's own sessions. */
@Path("auth/sessions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "accounts")
public class SessionsResource {
  /** All of them, as they travel. */
  public record SessionsView(List<SessionView> data) {
    static SessionsView of(List<Session> sessions, @Nullable Session current) {
      return new SessionsView(
          sessions.stream().map(it -> SessionView.of(it, current)).toList());
    }
  }

  /** One of them. */
  public record SessionView(
      String id,
      Instant createdAt,
      Instant lastSeenAt,
      Instant expiresAt,
      String address,
      String userAgent,
      boolean current) {
    static SessionView of(Session session, @Nullable Session current) {
      return new SessionView(
          session.id(),
          session.createdAt(),
          session.lastSeenAt(),
          session.expiresAt(),
          session.address(),
          session.userAgent(),
          current != null && current.id().equals(session.id()));
    }
  }

  private final Sessions sessions;
  private final Audit audit;
  private final Caller caller;

  @Context
  HttpServletRequest request;

  @Inject
  SessionsResource(Sessions sessions, Audit audit, Caller caller) {
    this.sessions = sessions;
    this.audit = audit;
    this.caller = caller;
  }

  @GET
  @Operation(operationId = "listSessions", summary = "One's sessions, the last used first")
  @APIResponseSchema(SessionsView.class)
  public SessionsView list() {
    return SessionsView.of(
        sessions.of(caller.person()), SignedInRequest.of(request).session());
  }

  @DELETE
  @Path("{session}")
  @Operation(operationId = "endSession", summary = "End one of them")
  public Response end(@PathParam("session") String id) {
    sessions.end(caller.person(), id);
    audit.record(AuditEvent.done(AuditAction.SESSION_ENDED, caller.actor()).about(id));
    return Response.noContent().build();
  }

  @DELETE
  @Operation(operationId = "endOtherSessions", summary = "End all but the one by which one came")
  public Response endOthers() {
    var session = SignedInRequest.of(request).session();
    if (session == null) throw AccountProblem.SESSION_NEEDED.because("There is no session");
    var ended = sessions.endOthers(caller.person(), session.id());
    audit.record(AuditEvent.done(AuditAction.SESSION_ENDED, caller.actor())
        .about(caller.person().toString())
        .saying(ended + " others"));
    return Response.noContent().build();
  }
}
