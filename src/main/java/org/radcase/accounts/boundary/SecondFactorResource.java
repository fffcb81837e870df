package org.radcase.accounts.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.control.AccountProblem;
import org.radcase.accounts.control.signin.SecondFactor;
import org.radcase.accounts.control.signin.SignIn;
import org.radcase.accounts.entity.Caller;
import org.radcase.platform.json.Fields;

/** One's second factor. */
@Path("auth/second-factor")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "accounts")
public class SecondFactorResource {
  /**
   * What makes sure who it is.
   *
   * @param code of the second factor, or a recovery code; null from who has no second factor
   */
  public record PasswordAndCode(String password, @Nullable String code) {}

  /** A code of six digits. */
  public record CodeBody(String code) {}

  /** What replaces a code, each once. */
  public record RecoveryCodesView(List<String> recoveryCodes) {}

  private static final int LONGEST_CODE = 60;

  private final SecondFactor secondFactor;
  private final SignIn signIn;
  private final Caller caller;

  @Context
  HttpServletRequest request;

  @Inject
  SecondFactorResource(SecondFactor secondFactor, SignIn signIn, Caller caller) {
    this.secondFactor = secondFactor;
    this.signIn = signIn;
    this.caller = caller;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "beginSecondFactor", summary = "What an authenticator must learn")
  @RequestBodySchema(PasswordAndCode.class)
  @APIResponseSchema(value = SecondFactor.Enrolment.class, responseCode = "200")
  public SecondFactor.Enrolment begin(JsonNode body) {
    makeSure(body);
    return secondFactor.begin(caller.person());
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "confirmSecondFactor",
      summary = "Make it count by its first code; ends one's other sessions")
  @RequestBodySchema(CodeBody.class)
  @APIResponseSchema(RecoveryCodesView.class)
  public RecoveryCodesView confirm(JsonNode body) {
    var fields = new Fields(body);
    var code = AccountFields.needed(fields, "code", LONGEST_CODE);
    fields.check();
    var session = SignedInRequest.of(request).session();
    if (session == null) throw AccountProblem.SESSION_NEEDED.because("There is no session");
    return new RecoveryCodesView(
        secondFactor.confirm(caller.actor(), caller.person(), code, session.id()));
  }

  @POST
  @Path("remove")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "removeSecondFactor", summary = "Do without it again")
  @RequestBodySchema(PasswordAndCode.class)
  public Response remove(JsonNode body) {
    makeSure(body);
    secondFactor.remove(caller.actor(), caller.person());
    return Response.noContent().build();
  }

  /** A second factor that is there is replaced, like removed, only by who has it. */
  private void makeSure(JsonNode body) {
    var fields = new Fields(body);
    var password = AccountFields.password(fields, "password");
    var code = fields.line("code", LONGEST_CODE);
    fields.check();
    signIn.confirm(caller.person(), password, code);
  }
}
