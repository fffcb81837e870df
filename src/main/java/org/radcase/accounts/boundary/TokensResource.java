package org.radcase.accounts.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.control.sessions.ApiTokens;
import org.radcase.accounts.entity.ApiToken;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.Scope;
import org.radcase.platform.json.Fields;

/** One's own API tokens. */
@Path("auth/tokens")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "accounts")
public class TokensResource {
  private static final int LONGEST_DAYS = 366;

  /** All of them, as they travel. */
  public record TokensView(List<TokenView> data) {}

  /**
   * One of them.
   *
   * @param token the secret; only in the answer that made it
   */
  public record TokenView(
      String id,
      String name,
      List<String> scopes,
      Instant createdAt,
      Instant expiresAt,
      @Nullable Instant lastUsedAt,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String token) {
    static TokenView of(ApiToken token, @Nullable String secret) {
      return new TokenView(
          token.id(),
          token.name(),
          token.scopes().stream().map(Scope::term).sorted().toList(),
          token.createdAt(),
          token.expiresAt(),
          token.lastUsedAt(),
          secret);
    }
  }

  /** A token to be made, as it travels. */
  public record TokenBody(String name, List<String> scopes, int expiresInDays) {}

  private final ApiTokens tokens;
  private final Caller caller;

  @Inject
  TokensResource(ApiTokens tokens, Caller caller) {
    this.tokens = tokens;
    this.caller = caller;
  }

  @GET
  @Operation(operationId = "listTokens", summary = "One's API tokens, the newest first")
  @APIResponseSchema(TokensView.class)
  public TokensView list() {
    return new TokensView(
        tokens.of(caller.person()).stream().map(it -> TokenView.of(it, null)).toList());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "makeToken", summary = "Make one; its secret is in this answer only")
  @RequestBodySchema(TokenBody.class)
  @APIResponseSchema(value = TokenView.class, responseCode = "201")
  public Response make(JsonNode body) {
    var fields = new Fields(body);
    var name = AccountFields.needed(fields, "name", AccountFields.NAME);
    var scopes = fields.values("scopes", 4, Scope::of, "read, write, admin or metrics");
    var days = fields.wholeNumber("expiresInDays", 1, LONGEST_DAYS);
    if (scopes.isEmpty() && !fields.hasFault("scopes")) {
      fields.fault("/scopes", "field.missing", "Must name at least one scope");
    }
    if (days.isEmpty() && !fields.hasFault("expiresInDays")) {
      fields.fault("/expiresInDays", "field.missing", "Must say when it ends");
    }
    fields.check();
    var made = tokens.make(caller, name, Set.copyOf(scopes), Duration.ofDays(days.orElseThrow()));
    return Response.status(Response.Status.CREATED)
        .entity(TokenView.of(made.token(), made.secret()))
        .build();
  }

  @DELETE
  @Path("{token}")
  @Operation(operationId = "revokeToken", summary = "Revoke one")
  public Response revoke(@PathParam("token") String id) {
    tokens.revoke(caller, id);
    return Response.noContent().build();
  }
}
