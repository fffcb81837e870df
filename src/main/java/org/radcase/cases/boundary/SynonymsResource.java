package org.radcase.cases.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.radcase.accounts.entity.Caller;
import org.radcase.cases.control.synonyms.SearchSynonyms;
import org.radcase.cases.control.synonyms.SynonymList;
import org.radcase.cases.entity.search.Synonyms;
import org.radcase.platform.http.IfMatch;
import org.radcase.platform.json.Fields;

/** The terms that stand for each other in searches. */
@Path("admin/synonyms")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "administration")
public class SynonymsResource {
  /** The table is read by search: its size costs nothing, but somebody has to oversee it. */
  private static final int MOST_GROUPS = 1000;

  /** Each is one more look into the index for a search that has one of them. */
  private static final int MOST_TERMS = 10;

  private static final int MOST_CHARACTERS = 100;

  /** All of them, as they travel. */
  public record SynonymsView(int revision, List<List<String>> groups) {
    static SynonymsView of(SynonymList list) {
      return new SynonymsView(list.revision(), list.groups());
    }
  }

  /** What takes the place of all of them. */
  public record SynonymsBody(List<List<String>> groups) {}

  private final SearchSynonyms synonyms;
  private final Caller caller;

  @Inject
  SynonymsResource(SearchSynonyms synonyms, Caller caller) {
    this.synonyms = synonyms;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "readSynonyms",
      summary = "The terms that stand for each other in searches; for operators")
  @APIResponseSchema(SynonymsView.class)
  public Response read() {
    return answer(synonyms.read(caller));
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "replaceSynonyms", summary = "Put others in their place; for operators")
  @Parameter(ref = "If-Match")
  @RequestBodySchema(SynonymsBody.class)
  @APIResponseSchema(SynonymsView.class)
  public Response replace(@Context HttpHeaders headers, JsonNode body) {
    var ifMatch = IfMatch.parse(headers.getHeaderString(HttpHeaders.IF_MATCH));
    return answer(synonyms.replace(caller, ifMatch::includes, groups(body)));
  }

  private static List<List<String>> groups(JsonNode body) {
    var fields = new Fields(body);
    fields.readOnly(List.of("revision"));
    var groups = fields.groups("groups", MOST_GROUPS, MOST_TERMS, MOST_CHARACTERS);
    if (!body.has("groups")) fields.fault("/groups", "field.missing", "Must not be missing");
    if (!fields.hasFault("groups")) {
      for (var i = 0; i < groups.size(); i++) check(fields, "/groups/" + i, groups.get(i));
    }
    fields.check();
    return groups;
  }

  private static void check(Fields fields, String pointer, List<String> terms) {
    if (terms.size() < 2) fields.fault(pointer, "list.too-short", "At least 2 entries");
    var keys = new HashSet<String>();
    for (var i = 0; i < terms.size(); i++) {
      var at = pointer + "/" + i;
      var key = Synonyms.key(terms.get(i));
      if (key.isEmpty() || key.split(" ").length > Synonyms.MOST_WORDS) {
        fields.fault(at, "value.not-allowed", "Must be 1 to " + Synonyms.MOST_WORDS + " words");
      } else if (!keys.add(key)) {
        fields.fault(at, "list.duplicate", "Is in the list already");
      }
    }
  }

  private static Response answer(SynonymList list) {
    return Response.ok(SynonymsView.of(list))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
