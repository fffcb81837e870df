package org.radcase.cases.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.cases.entity.Answer;
import org.radcase.cases.entity.Author;
import org.radcase.cases.entity.BodyPart;
import org.radcase.cases.entity.CaseContent;
import org.radcase.cases.entity.CaseId;
import org.radcase.cases.entity.CaseTimes;
import org.radcase.cases.entity.Category;
import org.radcase.cases.entity.Classification;
import org.radcase.cases.entity.Difficulty;
import org.radcase.cases.entity.Modality;
import org.radcase.cases.entity.Pictures;
import org.radcase.cases.entity.Question;
import org.radcase.cases.entity.Sharing;
import org.radcase.cases.entity.Status;
import org.radcase.cases.entity.Teaching;
import org.radcase.cases.entity.TeachingCase;
import org.radcase.cases.entity.Visibility;
import org.radcase.platform.jdbc.Database;

/** Cases in their thousands, seeded: their words, filters and visibilities as in a real library. */
public final class ManyCases {
  private static final int IN_ONE_TRANSACTION = 500;
  private static final long FIRST_MILLIS = 1_700_000_000_000L;
  private static final List<Modality> MODALITIES = List.of(
      Modality.CT,
      Modality.CT,
      Modality.CT,
      Modality.MR,
      Modality.MR,
      Modality.DX,
      Modality.DX,
      Modality.US,
      Modality.MG,
      Modality.NM);

  private final Words words = new Words();
  private final Random random = new Random(17);
  private final List<Caller> authors;
  private final List<InstitutionId> institutions;

  private ManyCases(List<Caller> authors) {
    this.authors = authors;
    institutions = authors.stream().map(Caller::institution).distinct().toList();
  }

  /** Makes so many, the oldest first, and returns their ids. */
  public static List<CaseId> make(Database database, List<Caller> authors, int count) {
    var made = new ManyCases(authors);
    var dao = new CaseWritingDao(database);
    var ids = new ArrayList<CaseId>(count);
    for (var from = 0; from < count; from += IN_ONE_TRANSACTION) {
      var first = from;
      var last = Math.min(count, from + IN_ONE_TRANSACTION);
      database.transaction(() -> {
        for (var number = first; number < last; number++) {
          var one = made.one(number);
          dao.insert(one);
          ids.add(one.id());
        }
        return last;
      });
    }
    return ids;
  }

  private TeachingCase one(int number) {
    var author = authors.get(random.nextInt(authors.size()));
    var millis = FIRST_MILLIS + number * 10_000L;
    var made = Instant.ofEpochMilli(millis);
    var changed = Instant.ofEpochMilli(millis + random.nextInt(1_000_000_000));
    var sharing = sharing();
    @Nullable Instant published = sharing.status() == Status.DRAFT ? null : changed;
    return new TeachingCase(
        new CaseId(id(millis)),
        1,
        content(sharing),
        new Author(author.person(), author.name(), author.institution()),
        new CaseTimes(made, changed, published),
        new Pictures(0, null));
  }

  /** As those that RadCase makes: later ones sort later. Source: RFC 9562 §5.7. */
  private UUID id(long millis) {
    return new UUID(
        (millis << 16) | 0x7000 | random.nextInt(0x1000),
        (random.nextLong() >>> 2) | Long.MIN_VALUE);
  }

  private Sharing sharing() {
    var of = random.nextInt(100);
    var status = of < 85 ? Status.PUBLISHED : of < 95 ? Status.DRAFT : Status.ARCHIVED;
    var to = random.nextInt(100);
    if (to < 55) return new Sharing(status, Visibility.INSTITUTION, List.of());
    if (to < 80) return new Sharing(status, Visibility.PUBLIC, List.of());
    if (to < 90) return new Sharing(status, Visibility.PRIVATE, List.of());
    var one = institutions.get(random.nextInt(institutions.size()));
    return new Sharing(status, Visibility.SHARED, List.of(one));
  }

  private CaseContent content(Sharing sharing) {
    var modality = MODALITIES.get(random.nextInt(MODALITIES.size()));
    var bodyParts = BodyPart.values();
    var part = Math.min(bodyParts.length - 1, (int) (bodyParts.length * skewed()));
    var bodyPart = bodyParts[part];
    var categories = Category.values();
    // A part of the body belongs to one subspecialty.
    var category = categories[part % categories.length];
    var difficulty = random.nextInt(10) == 0 ? null : new Difficulty(1 + random.nextInt(5));
    return new CaseContent(
        new Question(words.some(8), words.some(30)),
        new Classification(modality, bodyPart, category, difficulty),
        new Answer(words.some(5), words.some(60), words.some(3), List.of(words.some(2)), List.of()),
        new Teaching(
            "", "", List.of(), List.of(words.some(1), "number " + random.nextInt(50)), List.of()),
        sharing);
  }

  /** The words by their frequency: the hundredth is in most cases, the ten-thousandth in few. */
  public static String word(int rank) {
    return Words.ofRank(rank);
  }

  private double skewed() {
    var even = random.nextDouble();
    return even * even;
  }

  /** A vocabulary in which few words are frequent and most are rare, as in every language. */
  private static final class Words {
    private static final int MANY = 20_000;
    private static final List<String> SYLLABLES = List.of(
        "ba", "cho", "de", "fi", "gra", "ho", "ja", "ki", "le", "mo", "ne", "pu", "ra", "sti", "to",
        "va", "we", "xe", "yo", "zu");
    private static final List<String> FREQUENT = List.of(
        "the",
        "of",
        "and",
        "with",
        "left",
        "right",
        "pain",
        "mass",
        "lesion",
        "normal",
        "acute",
        "chest",
        "lung",
        "liver",
        "kidney",
        "bone",
        "fracture",
        "oedema",
        "stone",
        "effusion");

    private final Random random = new Random(23);

    /** Of syllables, so that beginnings are as many as in a language. */
    private static String ofRank(int rank) {
      if (rank < FREQUENT.size()) return FREQUENT.get(rank);
      var word = new StringBuilder();
      for (var left = rank * 48_271L % 160_000; left > 0; left /= 20) {
        word.append(SYLLABLES.get((int) (left % 20)));
      }
      return word.toString();
    }

    String some(int count) {
      var text = new StringBuilder();
      for (var i = 0; i < count; i++) text.append(i == 0 ? "" : " ").append(one());
      return text.toString();
    }

    private String one() {
      return ofRank((int) Math.exp(random.nextDouble() * Math.log(MANY)));
    }
  }
}
