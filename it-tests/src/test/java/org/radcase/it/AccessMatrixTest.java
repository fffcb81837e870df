package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.radcase.it.server.AtHand;

/**
 * Who may do what: every method and path of the API's own description, for everybody, at cases of
 * every kind. Each gets the status that the table of rights gives her, and never a word of what is
 * not hers to see.
 */
@ExtendWith(AtHand.class)
class AccessMatrixTest {
  /** In the title, diagnosis and so on of every case here, with the kind of the case; nowhere else. */
  private static final String ANSWER = "Zebrafish";

  private static final String NOBODY = "0190b5f0-0000-7000-8000-000000000000";
  private static final int NO_CONTENT = 204;

  /** What a caller needs to be let through to the work itself. */
  private enum Need {
    NOTHING,
    TO_SIGN_IN,
    TO_MAKE_CASES,
    TO_ADMINISTER,
    TO_OPERATE,
    /** At a case: to see it in any view. */
    TO_SEE,
    TO_SEE_IN_FULL,
    TO_EDIT,
    TO_MANAGE
  }

  /**
   * One operation.
   *
   * @param body what a program would send, or nothing
   * @param let the statuses for who is let through; what would change anything fails by its own rules
   */
  private record Row(String operation, Need need, String body, Set<Integer> let) {
    private String method() {
      return operation.substring(0, operation.indexOf(' '));
    }

    private String path() {
      return operation.substring(operation.indexOf(' ') + 2);
    }

    private boolean isOfACase() {
      return operation.contains("{id}");
    }
  }

  private static final List<Row> ROWS = List.of(
      row("GET /api/auth/ways", Need.NOTHING, "", 200),
      row("POST /api/auth/login", Need.NOTHING, "{}", 422),
      row("POST /api/auth/register", Need.NOTHING, "{}", 422),
      row("POST /api/auth/links", Need.NOTHING, "{}", 422),
      row("POST /api/auth/setup", Need.NOTHING, "{}", 422),
      row("POST /api/auth/password", Need.TO_SIGN_IN, "{}", 422),
      row("POST /api/auth/logout", Need.TO_SIGN_IN, "", NO_CONTENT),
      row("GET /api/auth/me", Need.TO_SIGN_IN, "", 200),
      row("GET /api/auth/sessions", Need.TO_SIGN_IN, "", 200),
      row("DELETE /api/auth/sessions", Need.TO_SIGN_IN, "", NO_CONTENT),
      row("DELETE /api/auth/sessions/{session}", Need.TO_SIGN_IN, "", 404),
      row("GET /api/auth/tokens", Need.TO_SIGN_IN, "", 200),
      row("POST /api/auth/tokens", Need.TO_SIGN_IN, "{}", 422),
      row("DELETE /api/auth/tokens/{token}", Need.TO_SIGN_IN, "", 404),
      row("POST /api/auth/second-factor", Need.TO_SIGN_IN, "{}", 401),
      row("PUT /api/auth/second-factor", Need.TO_SIGN_IN, "{}", 422),
      row("POST /api/auth/second-factor/remove", Need.TO_SIGN_IN, "{}", 401),
      row("GET /api/admin/users", Need.TO_ADMINISTER, "", 200),
      row("GET /api/admin/users/{person}", Need.TO_ADMINISTER, "", 404),
      row("PATCH /api/admin/users/{person}", Need.TO_ADMINISTER, "{}", 404),
      row("GET /api/admin/users/{person}/sessions", Need.TO_ADMINISTER, "", 404),
      row("DELETE /api/admin/users/{person}/sessions", Need.TO_ADMINISTER, "", 404),
      row("POST /api/admin/users/{person}/reset-link", Need.TO_ADMINISTER, "", 404),
      row("POST /api/admin/users/{person}/second-factor/remove", Need.TO_ADMINISTER, "", 404),
      row("GET /api/admin/invitations", Need.TO_ADMINISTER, "", 200),
      row("POST /api/admin/invitations", Need.TO_ADMINISTER, "{\"role\": \"learner\"}", 201, 422),
      row("DELETE /api/admin/invitations/{invitation}", Need.TO_ADMINISTER, "", 404),
      row("GET /api/admin/institutions", Need.TO_ADMINISTER, "", 200),
      row("POST /api/admin/institutions", Need.TO_OPERATE, "{\"name\": \"Of the matrix\"}", 201),
      row("GET /api/admin/institutions/{institution}", Need.TO_ADMINISTER, "", 404),
      row("PATCH /api/admin/institutions/{institution}", Need.TO_ADMINISTER, "{}", 404),
      row("GET /api/admin/audit", Need.TO_ADMINISTER, "", 200),
      row("GET /api/admin/audit/actions", Need.TO_ADMINISTER, "", 200),
      row("GET /api/admin/audit/export", Need.TO_ADMINISTER, "", 200),
      row("POST /api/admin/audit/check", Need.TO_OPERATE, "", 200),
      row("GET /api/admin/database", Need.TO_OPERATE, "", 200),
      row("GET /api/admin/database/backups", Need.TO_OPERATE, "", 200),
      row("POST /api/admin/database/backups", Need.TO_OPERATE, "", 202, 409),
      row("GET /api/admin/database/backups/{backup}", Need.TO_OPERATE, "", 404),
      row("GET /api/admin/database/move", Need.TO_OPERATE, "", 200),
      row("POST /api/admin/database/move", Need.TO_OPERATE, "{\"order\": \"start\"}", 409),
      row("GET /api/admin/caches", Need.TO_OPERATE, "", 200),
      row("DELETE /api/admin/caches", Need.TO_OPERATE, "", NO_CONTENT),
      row("DELETE /api/admin/caches/{name}", Need.TO_OPERATE, "", 404),
      row("GET /api/admin/caches/{name}/entries", Need.TO_OPERATE, "", 400),
      row("DELETE /api/admin/caches/{name}/entries", Need.TO_OPERATE, "", 400),
      row("POST /api/admin/caches/benchmark", Need.TO_OPERATE, "", 200),
      row("POST /api/admin/caches/warm-up", Need.TO_OPERATE, "", 202),
      row("POST /api/viewer-measurements", Need.TO_SIGN_IN, "{}", 422),
      row("GET /api/admin/viewer", Need.TO_ADMINISTER, "", 200),
      row("GET /api/admin/health", Need.NOTHING, "", 200),
      row("GET /api/admin/metrics", Need.TO_ADMINISTER, "", 200),
      row("GET /api/admin/metrics/summary", Need.TO_ADMINISTER, "", 200),
      row("GET /api/admin/metrics/history", Need.TO_ADMINISTER, "", 200),
      row("GET /api/admin/alerts", Need.TO_ADMINISTER, "", 200),
      row("POST /api/admin/alerts/{alert}/acknowledge", Need.TO_OPERATE, "", 404),
      row("GET /api/admin/synonyms", Need.TO_OPERATE, "", 200),
      row("PUT /api/admin/synonyms", Need.TO_OPERATE, "{\"groups\": []}", 412),
      row("GET /api/cases", Need.TO_SIGN_IN, "", 200),
      row("GET /api/cases/facets", Need.TO_SIGN_IN, "", 200),
      row("GET /api/cases/revealed", Need.TO_SIGN_IN, "", 200),
      row("POST /api/cases", Need.TO_MAKE_CASES, "{\"presentation\": \"Made\"}", 201),
      row("GET /api/cases/{id}", Need.TO_SEE, "", 200),
      row("PUT /api/cases/{id}", Need.TO_EDIT, "{\"presentation\": \"Put\"}", 412),
      row("PATCH /api/cases/{id}", Need.TO_EDIT, "{\"findings\": \"None\"}", 412),
      row("DELETE /api/cases/{id}", Need.TO_MANAGE, "", 412),
      row("GET /api/cases/{id}/co-authors", Need.TO_EDIT, "", 200),
      row("POST /api/cases/{id}/co-authors", Need.TO_MANAGE, "{\"username\": \"nobody\"}", 422),
      row("DELETE /api/cases/{id}/co-authors/{person}", Need.TO_MANAGE, "", 404),
      row("GET /api/cases/{id}/annotations", Need.TO_SEE, "", 200),
      row("PUT /api/cases/{id}/annotations/own", Need.TO_SEE, "{\"annotations\": []}", 412),
      row("PUT /api/cases/{id}/annotations/shared", Need.TO_EDIT, "{\"annotations\": []}", 412),
      row("GET /api/cases/{id}/display", Need.TO_SEE, "", 200),
      row("PUT /api/cases/{id}/display", Need.TO_EDIT, "{}", 412),
      row("GET /api/cases/{id}/key-findings", Need.TO_SEE, "", 200),
      row("PUT /api/cases/{id}/key-findings", Need.TO_EDIT, "{\"findings\": []}", 412),
      row("POST /api/cases/{id}/key-findings/attempts", Need.TO_SEE, "{}", 422),
      row("GET /api/cases/{id}/dicom", Need.TO_SEE, "", 200),
      row("POST /api/cases/{id}/dicom", Need.TO_EDIT, "not a DICOM file", 422),
      row("GET /api/cases/{id}/instances/{instance}", Need.TO_SEE_IN_FULL, "", 200),
      row("GET /api/cases/{id}/instances/{instance}/header", Need.TO_SEE_IN_FULL, "", 200),
      row("GET /api/cases/{id}/instances/{instance}/frames/{frame}", Need.TO_SEE, "", 200),
      row("GET /api/cases/{id}/instances/{instance}/rendered", Need.TO_SEE, "", 200),
      row("GET /api/cases/{id}/instances/{instance}/overlays", Need.TO_SEE_IN_FULL, "", 200),
      row("GET /api/cases/{id}/series/{series}/thumbnail", Need.TO_SEE, "", 200),
      row("GET /api/cases/{id}/series/{series}/window-levels", Need.TO_SEE, "", 200),
      row("DELETE /api/cases/{id}/series/{series}", Need.TO_EDIT, "", 404),
      // At last, since it changes what the others get.
      row("POST /api/cases/{id}/reveal", Need.TO_SEE, "{\"differential\": []}", 200, 409));

  private static Row row(String operation, Need need, String body, Integer... let) {
    return new Row(operation, need, body, Set.of(let));
  }

  private enum Kind {
    DRAFT("draft", "institution"),
    PRIVATE("published", "private"),
    INSTITUTION("published", "institution"),
    SHARED("published", "shared"),
    PUBLIC("published", "public"),
    ARCHIVED("archived", "public");

    private final String status;
    private final String visibility;

    Kind(String status, String visibility) {
      this.status = status;
      this.visibility = visibility;
    }

    private String answer() {
      return ANSWER + " " + name().toLowerCase(Locale.ROOT);
    }
  }

  /** Learner2 has revealed whatever she can see; the educator is the author. */
  private static final List<String> EVERYBODY = List.of(
      "stranger",
      "learner",
      "learner2",
      "educator",
      "educator2",
      "director",
      "admin",
      "operator",
      "learner-elsewhere",
      "educator-elsewhere",
      "admin-elsewhere");

  private static boolean writes(String who) {
    return who.equals("educator") || who.equals("admin");
  }

  private static boolean makesCases(String who) {
    return who.startsWith("educator") || who.startsWith("admin");
  }

  private static boolean administers(String who) {
    return who.startsWith("admin") || who.equals("operator");
  }

  private static boolean sees(String who, Kind kind) {
    if (who.equals("stranger") || who.equals("operator")) return false;
    return writes(who)
        || switch (kind) {
          case DRAFT, PRIVATE, ARCHIVED -> false;
          case INSTITUTION -> !who.endsWith("-elsewhere");
          case SHARED, PUBLIC -> true;
        };
  }

  private static boolean seesInFull(String who, Kind kind) {
    var hasYetToReveal = who.equals("learner") || who.equals("learner-elsewhere");
    return sees(who, kind) && !hasYetToReveal;
  }

  @Test
  void every_operation_of_the_description_has_a_row(RadCase radcase) {
    assertThat(operations(radcase.as("learner")))
        .as("add a row for what is new, and take away what is gone")
        .isEqualTo(new TreeSet<>(ROWS.stream().map(Row::operation).toList()));
  }

  private static Set<String> operations(RadCase radcase) {
    var operations = new TreeSet<String>();
    radcase.get("openapi.json").json().path("paths").properties().forEach(path -> path.getValue()
        .fieldNames()
        .forEachRemaining(method -> {
          if (List.of("get", "post", "put", "patch", "delete").contains(method)) {
            operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
          }
        }));
    return operations;
  }

  @TestFactory
  Stream<DynamicTest> everybody_gets_what_the_table_of_rights_gives(RadCase radcase) {
    var cases = new EnumMap<Kind, Case>(Kind.class);
    for (var kind : Kind.values()) cases.put(kind, aCase(radcase, kind));
    for (var kind : Kind.values()) {
      if (sees("learner2", kind)) reveal(radcase.as("learner2"), cases.get(kind));
    }
    return ROWS.stream()
        .map(row -> dynamicTest(
            row.operation,
            () -> EVERYBODY.forEach(who -> {
              if (!row.isOfACase()) check(radcase, row, who, cases);
              else cases.forEach((kind, at) -> checkAtACase(radcase, row, who, kind, at));
            })));
  }

  private record Case(String id, String series, String instance) {}

  private static Case aCase(RadCase radcase, Kind kind) {
    var author = radcase.as("educator");
    var fields = Given.json()
        .put("presentation", "Flank pain and fever, woman, 58")
        .put("title", kind.answer())
        .put("diagnosis", kind.answer())
        .put("findings", kind.answer())
        .put("studentNotes", kind.answer())
        .put("fellowNotes", kind.answer());
    for (var list : List.of("differential", "teachingPoints", "tags", "references")) {
      fields.putArray(list).add(kind.answer());
    }
    var made = Given.aCase(author, fields);
    var address = Given.addressOf(made);
    var file = new DicomFile();
    file.text(DicomFile.SERIES_DESCRIPTION, "LO", kind.answer());
    var uploaded = author.post(address + "/dicom", new Multipart().file("a.dcm", file.bytes()));
    assertThat(uploaded.status()).as(uploaded.toString()).isEqualTo(200);
    var uids = uploaded.json().at("/files/0");
    var at = new Case(
        made.path("id").asText(),
        uids.path("seriesInstanceUid").asText(),
        uids.path("sopInstanceUid").asText());
    teach(author, at, kind.answer());
    var patch = Given.json().put("status", kind.status).put("visibility", kind.visibility);
    if (kind == Kind.SHARED) {
      var elsewhere = radcase.as("learner-elsewhere").get("api/auth/me").json();
      patch.putArray("sharedWith").add(elsewhere.at("/institution/id").asText());
    }
    var published = author.patch(address, patch.toString(), "If-Match", "*");
    assertThat(published.status()).as(published.toString()).isEqualTo(200);
    return at;
  }

  /** Writes the answer onto the images too. */
  private static void teach(RadCase author, Case at, String answer) {
    var frame = Given.json()
        .put("seriesUid", at.series)
        .put("instanceUid", at.instance)
        .put("frame", 1)
        .put("text", answer);
    var annotations = Given.json();
    var annotation =
        annotations.putArray("annotations").addObject().put("id", "a").put("type", "probe");
    annotation.setAll(frame);
    annotation.putArray("points").addArray().add(1).add(1);
    var display = Given.json();
    display.putArray("keyImages").add(frame);
    var findings = Given.json();
    var finding = findings.putArray("findings").addObject().put("id", "f").put("findable", true);
    finding.setAll(frame);
    var shape = finding.putObject("shape").put("type", "point");
    shape.putArray("points").addArray().add(1).add(1);
    Map.of("annotations/shared", annotations, "display", display, "key-findings", findings)
        .forEach((what, body) -> {
          var address = "api/cases/" + at.id + "/" + what;
          var written = author.putJson(address, body.toString(), "If-Match", "\"0\"");
          assertThat(written.status()).as(written.toString()).isEqualTo(200);
        });
  }

  private static void reveal(RadCase learner, Case at) {
    var revealed =
        learner.postJson("api/cases/" + at.id + "/reveal", "{\"differential\": [\"Stone\"]}");
    assertThat(revealed.status()).as(revealed.toString()).isEqualTo(200);
  }

  private static void check(RadCase radcase, Row row, String who, Map<Kind, Case> cases) {
    // SessionsTest ends its own.
    var endsSessions = row.need == Need.TO_SIGN_IN && row.let.contains(NO_CONTENT);
    if (endsSessions && !who.equals("stranger")) return;
    var path = row.path().replaceAll("\\{\\w+}", NOBODY);
    var answer = send(radcase, who, row, path);

    var allowed =
        switch (row.need) {
          case TO_MAKE_CASES -> makesCases(who);
          case TO_ADMINISTER -> administers(who);
          case TO_OPERATE -> who.equals("operator");
          default -> true;
        };
    var as = row.operation + " as " + who + ": " + answer;
    if (row.need == Need.NOTHING) assertThat(answer.status()).as(as).isIn(row.let);
    else if (who.equals("stranger")) assertThat(answer.status()).as(as).isEqualTo(401);
    else if (allowed) assertThat(answer.status()).as(as).isIn(row.let);
    else assertThat(answer.status()).as(as).isEqualTo(403);
    cases.forEach((kind, at) -> {
      if (!seesInFull(who, kind)) assertThat(whole(answer)).as(as).doesNotContain(kind.answer());
      // Operators and administrators read of cases in the audit trail.
      if (!sees(who, kind) && !row.operation.contains("/admin/audit")) {
        assertThat(whole(answer)).as(as).doesNotContain(at.id);
      }
    });
  }

  private static void checkAtACase(RadCase radcase, Row row, String who, Kind kind, Case at) {
    var series = row.method().equals("DELETE") ? "1.2.840.99999999.1" : at.series;
    var path = row.path()
        .replace("{id}", at.id)
        .replace("{series}", series)
        .replace("{instance}", at.instance)
        .replace("{frame}", "1")
        .replace("{person}", NOBODY);
    var answer = send(radcase, who, row, path);

    var as = row.operation + " as " + who + " at " + kind + ": " + answer;
    if (who.equals("stranger")) assertThat(answer.status()).as(as).isEqualTo(401);
    else if (!sees(who, kind)) Expect.problem(answer, 404, "case.not-found");
    else if (isAllowed(row.need, who, kind)) assertThat(answer.status()).as(as).isIn(row.let);
    else assertThat(answer.status()).as(as).isEqualTo(403);
    var revealed = row.operation.endsWith("/reveal") && sees(who, kind);
    if (!seesInFull(who, kind) && !revealed) {
      assertThat(whole(answer)).as(as).doesNotContain(ANSWER);
    }
  }

  private static boolean isAllowed(Need need, String who, Kind kind) {
    return switch (need) {
      case TO_SEE_IN_FULL -> seesInFull(who, kind);
      case TO_EDIT, TO_MANAGE -> writes(who);
      default -> sees(who, kind);
    };
  }

  private static Answer send(RadCase radcase, String who, Row row, String path) {
    var caller = who.equals("stranger") ? radcase.asStranger() : radcase.as(who);
    if (row.operation.equals("POST /api/cases/{id}/dicom")) {
      var file = row.body.getBytes(StandardCharsets.UTF_8);
      return caller.post(path, new Multipart().file("a.dcm", file));
    }
    var patch = row.method().equals("PATCH");
    var type = patch ? "application/merge-patch+json" : "application/json";
    var reads = row.method().equals("GET");
    var wrongRevision = reads ? new String[0] : new String[] {"If-Match", "\"999999\""};
    return caller.send(row.method(), path, row.body.isEmpty() ? "" : type, row.body, wrongRevision);
  }

  /** Body and headers. */
  private static String whole(Answer answer) {
    return answer.text() + answer.response().headers().map();
  }

  @TestFactory
  Stream<DynamicTest> no_query_of_a_learner_tells_anything_of_the_answer(RadCase radcase) {
    var at = aCase(radcase, Kind.PUBLIC);
    var word = Kind.PUBLIC.answer().replace(" ", "%20");
    var queries = Stream.of("q=" + word, "tag=" + word);
    return queries.map(query -> dynamicTest(query, () -> {
      var found = idsOf(radcase.as("educator").get("api/cases?" + query));
      assertThat(found).as("the author finds her own").contains(at.id);
      var answer = radcase.as("learner").get("api/cases?" + query);
      assertThat(idsOf(answer)).as(answer.toString()).doesNotContain(at.id);
      var facets = radcase.as("learner").get("api/cases/facets?" + query);
      assertThat(whole(facets)).doesNotContain(ANSWER);
    }));
  }

  private static List<String> idsOf(Answer list) {
    assertThat(list.status()).as(list.toString()).isEqualTo(200);
    var ids = new ArrayList<String>();
    for (JsonNode one : list.json().path("data")) ids.add(one.path("id").asText());
    return ids;
  }
}
