package org.radcase.it.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.radcase.it.Answer;
import org.radcase.it.DicomFile;
import org.radcase.it.Given;
import org.radcase.it.ImagedCase;
import org.radcase.it.Multipart;
import org.radcase.it.People;
import org.radcase.it.RadCase;

/**
 * A published case, the only one of its author, that tells its version wherever it is read. Its
 * texts and its pictures count for themselves. Thread-safe: one write at a time.
 */
final class VersionedCase {
  private static final String PRESENTATION = "Version ";

  private static final List<String> CATEGORIES = List.of(
      "chest",
      "neuro",
      "msk",
      "abdominal",
      "breast",
      "cardiac",
      "paediatric",
      "vascular",
      "nuclear",
      "emergency",
      "other");
  private static final int DIFFICULTIES = 5;

  /** Facets have no room for a number: after so many versions they look the same again. */
  private static final int FACETS_REPEAT = CATEGORIES.size() * DIFFICULTIES;

  private final RadCase author;
  private final String authorId;
  private final String address;
  private final Versions texts = new Versions();
  private final Versions pictures = new Versions();
  private String series;
  private int revision;

  private VersionedCase(RadCase author, ImagedCase made) {
    this.author = author;
    authorId = author.get("api/auth/me").json().path("id").asText();
    address = made.address();
    series = made.series().path("uid").asText();
    revision = revisionNow(author);
  }

  /** In the first version of both. */
  static VersionedCase at(RadCase radcase) {
    var author = People.aNew(radcase, "educator");
    var made = new VersionedCase(author, ImagedCase.madeBy(author));
    var findings = new Findings();
    made.revise(author, findings);
    made.replacePictures(author, findings);
    assertThat(findings.faults()).isEmpty();
    return made;
  }

  /** At the server where it was made. */
  RadCase author() {
    return author;
  }

  String address(Route route) {
    return switch (route) {
      case CASE -> address;
      case LIST -> "api/cases?author=" + authorId;
      case FACETS -> "api/cases/facets?author=" + authorId;
      case MANIFEST -> address + "/dicom";
    };
  }

  Versions versions(Route route) {
    return route == Route.MANIFEST ? pictures : texts;
  }

  /** Writes the next version of its texts. */
  synchronized void revise(RadCase asAuthor, Findings findings) {
    var version = texts.begin();
    var patch = Given.json()
        .put("presentation", PRESENTATION + version)
        .put("category", CATEGORIES.get(version % CATEGORIES.size()))
        .put("difficulty", version % DIFFICULTIES + 1);
    findings
        .of(() -> asAuthor.patch(address, patch.toString(), "If-Match", "\"" + revision + "\""))
        .ifPresentOrElse(
            answer -> {
              revision = answer.json().path("revision").asInt();
              texts.acknowledge(version);
            },
            () -> revision = revisionNow(asAuthor));
  }

  /** Writes the next version of its pictures: a series with its number instead of the last. */
  synchronized void replacePictures(RadCase asAuthor, Findings findings) {
    var version = pictures.begin();
    var next = DicomFile.freshUid();
    var file = new DicomFile()
        .uid(DicomFile.SERIES_INSTANCE_UID, next)
        .text(DicomFile.SERIES_NUMBER, "IS", Integer.toString(version))
        .bytes();
    var upload = new Multipart().file("a.dcm", file);
    findings.of(() -> asAuthor.post(address + "/dicom", upload)).ifPresent(uploaded -> {
      pictures.acknowledge(version);
      var before = series;
      series = next;
      findings.of(() -> asAuthor.delete(address + "/series/" + before));
    });
    // An older one than now makes the next write fail, and that is a finding too.
    revision = revisionNow(asAuthor);
  }

  private int revisionNow(RadCase asAuthor) {
    return asAuthor.get(address).json().path("revision").asInt();
  }

  /** What an answer tells: the version, but of facets only what is left of it. */
  static int toldBy(Route route, Answer answer) {
    var json = answer.json();
    return switch (route) {
      case CASE -> number(json);
      case LIST -> number(json.at("/data/0"));
      case FACETS -> facets(json);
      case MANIFEST -> highestSeriesNumber(json);
    };
  }

  private static int number(JsonNode shown) {
    var presentation = shown.path("presentation").asText();
    if (!presentation.startsWith(PRESENTATION)) return -1;
    return Integer.parseInt(presentation.substring(PRESENTATION.length()));
  }

  private static int facets(JsonNode facets) {
    if (facets.path("total").asInt() != 1) return -1;
    var category = CATEGORIES.indexOf(facets.at("/category/0/value").asText());
    var difficulty = facets.at("/difficulty/0/value").asInt() - 1;
    for (var version = 0; version < FACETS_REPEAT; version++) {
      if (version % CATEGORIES.size() == category && version % DIFFICULTIES == difficulty)
        return version;
    }
    return -1;
  }

  private static int highestSeriesNumber(JsonNode manifest) {
    var highest = -1;
    for (var one : manifest.path("series"))
      highest = Math.max(highest, one.path("number").asInt());
    return highest;
  }

  /**
   * The version that an answer may tell at the earliest.
   *
   * @param told by the answer
   * @param least what was acknowledged before
   */
  static int version(Route route, int told, int least) {
    if (route != Route.FACETS || told < 0) return told;
    return least + Math.floorMod(told - least, FACETS_REPEAT);
  }
}
