package org.radcase.accounts.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.radcase.accounts.control.DemoPeople;
import org.radcase.accounts.control.People;
import org.radcase.accounts.control.links.Register;
import org.radcase.accounts.control.sessions.Sessions;
import org.radcase.accounts.control.signin.SignIn;
import org.radcase.audit.control.Audit;
import org.radcase.audit.entity.AuditAction;
import org.radcase.audit.entity.AuditEvent;
import org.radcase.platform.config.Settings;

/** Signing in and out. */
@Path("auth")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "accounts", description = "Signing in, one's own account")
public class AuthResource {
  private final SignIn signIn;
  private final Sessions sessions;
  private final People people;
  private final Register register;
  private final DemoPeople demoPeople;
  private final Settings settings;
  private final Arrival arrival;
  private final Audit audit;

  @Context
  HttpServletRequest request;

  @Inject
  AuthResource(
      SignIn signIn,
      Sessions sessions,
      People people,
      Register register,
      DemoPeople demoPeople,
      Settings settings,
      Arrival arrival,
      Audit audit) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.people = people;
    this.register = register;
    this.demoPeople = demoPeople;
    this.settings = settings;
    this.arrival = arrival;
    this.audit = audit;
  }

  @GET
  @Path("ways")
  @Operation(operationId = "readWays", summary = "How one can sign in here; for strangers")
  @APIResponseSchema(WaysView.class)
  public WaysView ways() {
    return WaysView.of(
        settings, !people.hasOperator(), demoPeople.all(), register.openInstitutions());
  }

  @POST
  @Path("login")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "signIn", summary = "Sign in, and get the session's cookie")
  @RequestBodySchema(LoginBody.class)
  @APIResponseSchema(MeView.class)
  public Response login(JsonNode body) {
    var typed = LoginBody.read(body);
    var person = signIn.with(
        typed.username(), typed.password(), typed.code(), arrival.mark(request).orElse(null));
    return arrival.of(request, person, Response.Status.OK);
  }

  @POST
  @Path("logout")
  @Operation(operationId = "signOut", summary = "End the session by which one came")
  public Response logout() {
    var signedIn = SignedInRequest.of(request);
    var session = signedIn.session();
    if (session != null) {
      sessions.end(session.person(), session.id());
      audit.record(AuditEvent.done(AuditAction.SIGNED_OUT, signedIn.caller().actor()));
    }
    return Response.noContent()
        .cookie(arrival.noSession(request))
        .header("Clear-Site-Data", "\"cache\"")
        .build();
  }

  @GET
  @Path("me")
  @Operation(operationId = "readMe", summary = "Who one is")
  @APIResponseSchema(MeView.class)
  public MeView me() {
    var signedIn = SignedInRequest.of(request);
    return MeView.of(people.get(signedIn.caller().person()), signedIn.session());
  }
}
