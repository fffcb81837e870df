package org.radcase.accounts.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.control.People;
import org.radcase.accounts.control.links.Links;
import org.radcase.accounts.control.links.ResetPassword;
import org.radcase.accounts.control.signin.PasswordRules;
import org.radcase.accounts.control.signin.Passwords;
import org.radcase.accounts.control.signin.SignIn;
import org.radcase.accounts.control.signin.SignInThrottle;
import org.radcase.platform.json.Fields;
import org.radcase.platform.request.CurrentRequest;

/** Passwords: another one, by the old one or by an administrator's link. */
@Path("auth/password")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "accounts")
public class PasswordResource {
  private final SignIn signIn;
  private final Passwords passwords;
  private final PasswordRules rules;
  private final ResetPassword resetPassword;
  private final Links links;
  private final People people;
  private final SignInThrottle throttle;
  private final Arrival arrival;

  @Context
  HttpServletRequest request;

  @Inject
  PasswordResource(
      SignIn signIn,
      Passwords passwords,
      PasswordRules rules,
      ResetPassword resetPassword,
      Links links,
      People people,
      SignInThrottle throttle,
      Arrival arrival) {
    this.signIn = signIn;
    this.passwords = passwords;
    this.rules = rules;
    this.resetPassword = resetPassword;
    this.links = links;
    this.people = people;
    this.throttle = throttle;
    this.arrival = arrival;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "changePassword",
      summary = "Another password, by the old one or by a link; ends all sessions")
  @RequestBodySchema(PasswordBody.class)
  public Response change(JsonNode body) {
    var fields = new Fields(body);
    var read = PasswordBody.read(fields);
    var link = read.link();
    return link == null ? byOldOne(fields, read) : byLink(fields, read, link);
  }

  private Response byLink(Fields fields, PasswordBody read, String link) {
    var attempt = throttle.begin(CurrentRequest.get().address());
    var found = links.read(link);
    AccountFields.newPassword(
        fields, rules, read.password(), personal(found.username(), found.name()));
    fields.check();
    resetPassword.by(link, read.password());
    attempt.succeeded();
    return Response.noContent().build();
  }

  private Response byOldOne(Fields fields, PasswordBody read) {
    var caller = SignedInRequest.of(request).caller();
    var person = people.get(caller.person());
    AccountFields.newPassword(
        fields, rules, read.password(), personal(person.username(), person.name()));
    fields.check();
    signIn.confirm(caller.person(), Objects.requireNonNullElse(read.current(), ""));
    passwords.change(caller.actor(), caller.person(), read.password());
    return Response.noContent().cookie(arrival.again(request, person)).build();
  }

  private static List<String> personal(@Nullable String username, String name) {
    return username == null ? List.of(name) : List.of(username, name);
  }
}
