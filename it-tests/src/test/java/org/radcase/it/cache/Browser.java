package org.radcase.it.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.radcase.it.Answer;
import org.radcase.it.RadCase;

/**
 * Somebody's browser: asks again with the tag it has, and never again for pixels, which do not
 * change. For one thread at a time.
 */
final class Browser {
  private static final List<String> LISTS = List.of(
      "api/cases?limit=24",
      "api/cases?limit=24",
      "api/cases?limit=24",
      "api/cases?limit=24&page=2",
      "api/cases?limit=24&modality=CT",
      "api/cases?limit=24&modality=MR",
      "api/cases?limit=24&category=chest",
      "api/cases?limit=24&sort=difficulty",
      "api/cases?limit=24&q=pain");
  private static final List<String> FACETS =
      List.of("api/cases/facets", "api/cases/facets", "api/cases/facets?modality=CT");

  private final RadCase person;
  private final String role;
  private final Map<String, String> tags = new HashMap<>();
  private final Map<String, List<String>> pixelsOf = new HashMap<>();
  private final Deque<String> pixelsToCome = new ArrayDeque<>();
  private final Set<String> pixelsHere = new HashSet<>();
  private final Set<String> revealed = new HashSet<>();

  Browser(RadCase person, String role) {
    this.person = person;
    this.role = role;
  }

  boolean isLearners() {
    return role.equals("learner");
  }

  void list(Random random, Tally tally) {
    get(LISTS.get(random.nextInt(LISTS.size())), role, tally);
  }

  void facets(Random random, Tally tally) {
    get(FACETS.get(random.nextInt(FACETS.size())), role, tally);
  }

  void teachingCase(String id, Tally tally) {
    get("api/cases/" + id, audienceOf(id), tally);
  }

  /** Opens a case's images: what is to be shown, and then some of it. */
  void manifest(String id, Tally tally) {
    var address = "api/cases/" + id + "/dicom";
    var answer = get(address, audienceOf(id), tally);
    if (answer.status() == 200) pixelsOf.put(address, pixels(answer.json()));
    pixelsToCome.clear();
    for (var pixels : pixelsOf.get(address)) {
      if (!pixelsHere.contains(pixels)) pixelsToCome.add(pixels);
    }
  }

  private static List<String> pixels(JsonNode manifest) {
    var pixels = new ArrayList<String>();
    for (var series : manifest.path("series")) {
      var rendered = series.at("/frames/0/rendered").asText("");
      if (!rendered.isEmpty()) pixels.add(rendered);
      for (var frame : series.path("frames")) pixels.add(frame.path("href").asText());
    }
    return pixels;
  }

  boolean hasPixelsToCome() {
    return !pixelsToCome.isEmpty();
  }

  void pixels(Tally tally) {
    var address = pixelsToCome.remove();
    pixelsHere.add(address);
    expect(person.get(address), 200);
    tally.count();
  }

  void me(Tally tally) {
    expect(person.get("api/auth/me"), 200);
    tally.count();
  }

  void revealed(Tally tally) {
    expect(person.get("api/cases/revealed?limit=24"), 200);
    tally.count();
  }

  boolean hasRevealed(String id) {
    return revealed.contains(id);
  }

  void reveal(String id, Tally tally) {
    var body = "{\"differential\": [\"Stone\"], \"confidence\": 3}";
    expect(person.postJson("api/cases/" + id + "/reveal", body), 200);
    revealed.add(id);
    tally.count();
  }

  private String audienceOf(String id) {
    return role + (isLearners() && !hasRevealed(id) ? " study" : " full");
  }

  private Answer get(String address, String audience, Tally tally) {
    var tag = tags.get(address);
    var answer = tag == null ? person.get(address) : person.get(address, "If-None-Match", tag);
    if (answer.status() != 304) expect(answer, 200);
    tags.put(address, answer.header("ETag"));
    tally.count(answer, address + " " + audience);
    return answer;
  }

  private static void expect(Answer answer, int status) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
  }
}
