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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.radcase.accounts.control.links.Links;
import org.radcase.accounts.control.links.Register;
import org.radcase.accounts.control.links.SetUp;
import org.radcase.accounts.control.signin.PasswordRules;
import org.radcase.accounts.control.signin.SignInThrottle;
import org.radcase.accounts.entity.Person;
import org.radcase.platform.json.Fields;
import org.radcase.platform.request.CurrentRequest;

/** How people get accounts. */
@Path("auth")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "accounts")
public class RegistrationResource {
  private final Links links;
  private final SetUp setUp;
  private final Register register;
  private final PasswordRules rules;
  private final SignInThrottle throttle;
  private final Arrival arrival;

  @Context
  HttpServletRequest request;

  @Inject
  RegistrationResource(
      Links links,
      SetUp setUp,
      Register register,
      PasswordRules rules,
      SignInThrottle throttle,
      Arrival arrival) {
    this.links = links;
    this.setUp = setUp;
    this.register = register;
    this.rules = rules;
    this.throttle = throttle;
    this.arrival = arrival;
  }

  @POST
  @Path("links")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "readLink", summary = "What a one-time link is for")
  @RequestBodySchema(LinkBody.class)
  @APIResponseSchema(LinkView.class)
  public LinkView link(JsonNode body) {
    var link = LinkBody.read(body);
    var attempt = throttle.begin(CurrentRequest.get().address());
    var view = LinkView.of(links.read(link));
    attempt.succeeded();
    return view;
  }

  /** A one-time link, as it travels: in a body, so that no log of addresses has it. */
  public record LinkBody(String link) {
    static String read(JsonNode body) {
      var fields = new Fields(body);
      var link = AccountFields.needed(fields, "link", 100);
      fields.check();
      return link;
    }
  }

  @POST
  @Path("setup")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "setUp", summary = "Make a new server's first people, by its link")
  @RequestBodySchema(SetUpBody.class)
  @APIResponseSchema(value = SetUpView.class, responseCode = "201")
  public Response setUp(JsonNode body) {
    var read = SetUpBody.read(body, rules);
    var attempt = throttle.begin(CurrentRequest.get().address());
    var made = setUp.by(read.link(), read.operator(), read.institution(), read.admin());
    attempt.succeeded();
    var institution = made.institution();
    return Response.status(Response.Status.CREATED)
        .entity(new SetUpView(
            MeView.of(made.operator(), null),
            new InstitutionRef(institution.id().toString(), institution.name()),
            MeView.of(made.admin(), null)))
        .build();
  }

  /** What a set-up made, as it travels. */
  public record SetUpView(MeView operator, InstitutionRef institution, MeView admin) {}

  @POST
  @Path("register")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "register", summary = "Get an account, and be signed in")
  @RequestBodySchema(RegisterBody.class)
  @APIResponseSchema(value = MeView.class, responseCode = "201")
  public Response register(JsonNode body) {
    var read = RegisterBody.read(body, rules);
    var attempt = throttle.begin(CurrentRequest.get().address());
    var person = registered(read);
    // Without an invitation each account counts: nobody needs many from one address.
    if (!read.link().isEmpty()) attempt.succeeded();
    return arrival.of(request, person, Response.Status.CREATED);
  }

  private Person registered(RegisterBody.Read read) {
    var institution = read.institution();
    return !read.link().isEmpty() || institution == null
        ? register.byInvitation(read.link(), read.account())
        : register.openly(institution, read.level(), read.account());
  }
}
