package org.radcase.it.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.radcase.it.DicomFile;
import org.radcase.it.Given;
import org.radcase.it.Multipart;
import org.radcase.it.RadCase;
import org.radcase.it.server.AtHand;

/**
 * Nobody gets what was kept for somebody else: whatever people of all kinds ask for, in whatever
 * order, they get what they get of a server that keeps nothing.
 */
@ExtendWith(AtHand.class)
class SharedAnswersTest {
  private static final Random RANDOM = new Random(20_261_122);
  private static final List<String> CODINGS = List.of("identity", "gzip");

  /**
   * Learner2 has revealed what she can see, the educator is the author, and educator2 writes one
   * case with her.
   */
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

  private enum Kind {
    DRAFT("institution"),
    PRIVATE("private"),
    INSTITUTION("institution"),
    SHARED("shared"),
    PUBLIC("public"),
    ARCHIVED("public");

    private final String visibility;

    Kind(String visibility) {
      this.visibility = visibility;
    }
  }

  @Test
  void with_warm_caches_everybody_gets_what_she_gets_with_empty_ones(RadCase radcase) {
    var questions = questions(radcase, addresses(radcase));
    var caches = CacheAdministrator.of(radcase);
    var truths = new LinkedHashMap<Question, Told>();
    for (var question : questions) {
      caches.clear();
      truths.put(question, Told.by(question.ask()));
    }

    caches.clear();
    var twice = new ArrayList<>(questions);
    twice.addAll(questions);
    Collections.shuffle(twice, RANDOM);
    var hits = new TreeMap<String, Integer>();
    for (var question : twice) {
      var answer = question.ask();
      assertThat(Told.by(answer)).as(question.toString()).isEqualTo(truths.get(question));
      if (answer.header("X-Cache").equals("HIT")) hits.merge(routeOf(question), 1, Integer::sum);
    }

    assertThat(hits.keySet())
        .as("what came from the cache, or nothing is shown")
        .containsExactly("case", "facets", "list", "manifest");
    assertThat(truths.values()).as("who sees nothing").anyMatch(told -> told.status() == 404);
    System.out.println("Shared answers: " + twice.size() + " answers, HITs " + hits);
  }

  private static String routeOf(Question question) {
    var address = question.address();
    if (address.endsWith("/dicom")) return "manifest";
    if (address.startsWith("api/cases/facets")) return "facets";
    return address.startsWith("api/cases?") ? "list" : "case";
  }

  private static List<Question> questions(RadCase radcase, List<String> addresses) {
    var questions = new ArrayList<Question>();
    for (var who : EVERYBODY) {
      var person = who.equals("stranger") ? radcase.asStranger() : radcase.as(who);
      for (var address : addresses) {
        for (var coding : CODINGS) questions.add(new Question(who, person, address, coding));
      }
    }
    return questions;
  }

  /** Of cases of every kind, and of lists in which they are. */
  private static List<String> addresses(RadCase radcase) {
    var author = radcase.as("educator");
    var tag = Given.aTag();
    var addresses = new ArrayList<String>();
    for (var kind : Kind.values()) {
      var address = aCase(author, radcase, kind, tag);
      addresses.add(address);
      addresses.add(address + "/dicom");
    }
    var id = author.get("api/auth/me").json().path("id").asText();
    Stream.of(
            "?limit=24",
            "?author=" + id + "&limit=3",
            "?author=" + id + "&limit=3&page=2&sort=title",
            "?author=" + id + "&status=published&sort=createdAt",
            "?visibility=public",
            "?tag=" + tag,
            "?q=quokka&sort=relevance",
            "/facets",
            "/facets?author=" + id,
            "/facets?tag=" + tag + "&q=quokka")
        .map(query -> "api/cases" + query)
        .forEach(addresses::add);
    return addresses;
  }

  private static String aCase(RadCase author, RadCase radcase, Kind kind, String tag) {
    var fields = Given.json()
        .put("presentation", "Flank pain and fever, woman, 58")
        .put("title", "Quokka " + kind)
        .put("diagnosis", "Quokka " + kind)
        .put("clinicalHistory", "Three days of pain. ".repeat(80))
        .put("findings", "Hydronephrosis. ".repeat(80))
        .put("modality", "CT")
        .put("category", "abdominal")
        .put("difficulty", kind.ordinal() % 5 + 1);
    fields.putArray("tags").add(tag);
    var address = Given.addressOf(Given.aCase(author, fields));
    var file = new DicomFile().text(DicomFile.SERIES_DESCRIPTION, "LO", "Quokka");
    var sent = author.post(address + "/dicom", new Multipart().file("a.dcm", file.bytes()));
    assertThat(sent.status()).as(sent.toString()).isEqualTo(200);
    var sharing = Given.json().put("visibility", kind.visibility);
    if (kind != Kind.DRAFT) sharing.put("status", "published");
    if (kind == Kind.SHARED) {
      var elsewhere = radcase.as("learner-elsewhere").get("api/auth/me").json();
      sharing.putArray("sharedWith").add(elsewhere.at("/institution/id").asText());
    }
    patch(author, address, sharing.toString());
    var isReadable = kind != Kind.DRAFT && kind != Kind.PRIVATE;
    if (isReadable) reveal(radcase.as("learner2"), address);
    if (kind == Kind.ARCHIVED) patch(author, address, "{\"status\": \"archived\"}");
    if (kind == Kind.INSTITUTION) {
      var invited = author.postJson(address + "/co-authors", "{\"username\": \"educator2\"}");
      assertThat(invited.status()).as(invited.toString()).isEqualTo(200);
    }
    return address;
  }

  private static void patch(RadCase author, String address, String patch) {
    var patched = author.patch(address, patch, "If-Match", "*");
    assertThat(patched.status()).as(patched.toString()).isEqualTo(200);
  }

  private static void reveal(RadCase learner, String address) {
    var revealed = learner.postJson(address + "/reveal", "{\"differential\": [\"Stone\"]}");
    assertThat(revealed.status()).as(revealed.toString()).isEqualTo(200);
  }
}
