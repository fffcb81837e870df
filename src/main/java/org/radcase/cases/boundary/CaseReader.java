package org.radcase.cases.boundary;

import static org.radcase.cases.boundary.CaseBody.ENTRIES;
import static org.radcase.cases.boundary.CaseBody.LINE;
import static org.radcase.cases.boundary.CaseBody.TEXT;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.cases.entity.AcgmeDomain;
import org.radcase.cases.entity.Answer;
import org.radcase.cases.entity.BodyPart;
import org.radcase.cases.entity.CaseContent;
import org.radcase.cases.entity.Category;
import org.radcase.cases.entity.Classification;
import org.radcase.cases.entity.Difficulty;
import org.radcase.cases.entity.Modality;
import org.radcase.cases.entity.Question;
import org.radcase.cases.entity.Sharing;
import org.radcase.cases.entity.Status;
import org.radcase.cases.entity.Teaching;
import org.radcase.cases.entity.TeachingCase;
import org.radcase.cases.entity.Visibility;
import org.radcase.cases.entity.search.CaseFilter;
import org.radcase.platform.json.Fields;
import org.radcase.platform.json.Json;

/** Makes the content of a case from what a client sent, or refuses it with every fault. */
final class CaseReader {
  private static final List<String> READ_ONLY = List.of(
      "id",
      "revision",
      "view",
      "rights",
      "derivedPresentation",
      "author",
      "createdAt",
      "updatedAt",
      "publishedAt",
      "imageCount",
      "thumbnail");

  private final Fields fields;

  private CaseReader(Fields fields) {
    this.fields = fields;
  }

  /** Reads the whole content; what is absent is as in a new case. */
  static CaseContent whole(JsonNode body, int imageCount) {
    return new CaseReader(new Fields(body)).read(imageCount);
  }

  /** Reads what a merge patch makes of the stored case. Source: RFC 7396. */
  static CaseContent patched(TeachingCase stored, JsonNode patch) {
    var before = Json.MAPPER.<JsonNode>valueToTree(CaseBody.of(stored.content()));
    return new CaseReader(Fields.patched(before, patch)).read(stored.pictures().count());
  }

  private CaseContent read(int imageCount) {
    fields.readOnly(READ_ONLY);
    var content = new CaseContent(question(), classification(), answer(), teaching(), sharing());
    if (content.isPublished()) {
      for (var gap : content.gaps(imageCount)) {
        if (!fields.hasFault(gap.field())) {
          fields.fault("/" + gap.field(), gap.code(), gap.detail());
        }
      }
    }
    fields.check();
    return content;
  }

  private Question question() {
    return new Question(fields.line("presentation", LINE), fields.text("clinicalHistory", TEXT));
  }

  private Classification classification() {
    var difficulty = fields.wholeNumber("difficulty", Difficulty.EASIEST, Difficulty.HARDEST);
    return new Classification(
        fields.value("modality", Modality::of, "a DICOM modality such as CT").orElse(null),
        fields
            .value("bodyPart", BodyPart::of, "a DICOM body part examined such as CHEST")
            .orElse(null),
        fields
            .value("category", Category::of, oneOf(Category.values(), Category::term))
            .orElse(null),
        difficulty.isEmpty() ? null : new Difficulty(difficulty.getAsInt()));
  }

  private Answer answer() {
    return new Answer(
        fields.line("title", LINE),
        fields.text("findings", TEXT),
        fields.line("diagnosis", LINE),
        fields.lines("differential", ENTRIES, LINE),
        fields.lines("teachingPoints", ENTRIES, LINE));
  }

  private Teaching teaching() {
    return new Teaching(
        fields.text("studentNotes", TEXT),
        fields.text("fellowNotes", TEXT),
        fields.values(
            "acgmeDomains",
            ENTRIES,
            AcgmeDomain::of,
            oneOf(AcgmeDomain.values(), AcgmeDomain::term)),
        tags(),
        fields.lines("references", ENTRIES, LINE));
  }

  private List<String> tags() {
    var tags = fields.lines("tags", ENTRIES, LINE);
    var keys = new HashSet<String>();
    for (var i = 0; i < tags.size(); i++) {
      if (!tags.get(i).isEmpty() && !keys.add(CaseFilter.tagKey(tags.get(i)))) {
        fields.fault("/tags/" + i, "list.duplicate", "Is in the list already");
      }
    }
    return tags;
  }

  private Sharing sharing() {
    var status = fields
        .value("status", Status::of, oneOf(Status.values(), Status::term))
        .orElse(Sharing.INITIAL.status());
    var visibility = fields
        .value("visibility", Visibility::of, oneOf(Visibility.values(), Visibility::term))
        .orElse(Sharing.INITIAL.visibility());
    var sharedWith =
        fields.values("sharedWith", ENTRIES, InstitutionId::parse, "the id of an institution");
    if (visibility == Visibility.SHARED) return new Sharing(status, visibility, sharedWith);
    if (!sharedWith.isEmpty() && !fields.hasFault("visibility")) {
      fields.fault("/sharedWith", "shared-with.not-shared", "Only with visibility shared");
    }
    return new Sharing(status, visibility, List.of());
  }

  private static <T> String oneOf(T[] values, Function<T, String> term) {
    return Stream.of(values).map(term).collect(Collectors.joining(", ", "one of ", ""));
  }
}
