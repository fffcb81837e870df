package org.radcase.it.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.radcase.it.Answer;
import org.radcase.it.Given;
import org.radcase.it.ImagedCase;
import org.radcase.it.People;
import org.radcase.it.RadCase;

/**
 * A published case, the only one of its author, and those who read it.
 *
 * @param learner who has revealed nothing
 * @param colleague another educator of the institution
 * @param tag that no other case has
 */
record CaseScene(
    RadCase radcase,
    RadCase author,
    RadCase learner,
    RadCase colleague,
    ImagedCase imaged,
    String tag) {
  static final String DIAGNOSIS = "Obstructive pyelonephritis";

  static CaseScene at(RadCase radcase) {
    var author = People.aNew(radcase, "educator");
    var scene = new CaseScene(
        radcase,
        author,
        radcase.as("learner"),
        radcase.as("educator2"),
        ImagedCase.madeBy(author),
        Given.aTag());
    // Long enough to travel compressed, in both views.
    var fields = Given.json()
        .put("clinicalHistory", "Three days of pain. ".repeat(80))
        .put("findings", "Hydronephrosis. ".repeat(80));
    fields.putArray("tags").add(scene.tag);
    scene.patch(fields.toString());
    return scene;
  }

  String address(Route route) {
    return switch (route) {
      case CASE -> imaged.address();
      case LIST -> "api/cases?author=" + idOf(author);
      case FACETS -> "api/cases/facets?author=" + idOf(author);
      case MANIFEST -> imaged.manifest();
    };
  }

  static String idOf(RadCase person) {
    return person.get("api/auth/me").json().path("id").asText();
  }

  /** Everybody asks for everything of the case. */
  List<Question> questions() {
    var addresses = new ArrayList<>(List.of("api/cases?tag=" + tag, "api/cases/facets?tag=" + tag));
    for (var route : Route.values()) addresses.add(address(route));
    var people = new LinkedHashMap<String, RadCase>();
    people.put("the author", author);
    people.put("the learner", learner);
    people.put("the colleague", colleague);
    for (var who : List.of("learner2", "director", "admin", "learner-elsewhere"))
      people.put(who, radcase.as(who));
    var questions = new ArrayList<Question>();
    people.forEach((who, person) -> addresses.forEach(
        address -> questions.add(new Question(who, person, address, "identity"))));
    return questions;
  }

  void patch(String patch) {
    accepted(author.patch(imaged.address(), patch, "If-Match", "*"));
  }

  void patchPerson(RadCase person, String patch) {
    var admin = radcase.as("admin");
    accepted(admin.patch("api/admin/users/" + idOf(person), patch, "If-Match", "*"));
  }

  static Answer accepted(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
    return answer;
  }
}
