package org.radcase.cases.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.entity.InstitutionId;

/** Contents of cases for tests: one that could be published, and seeded ones of every shape. */
public final class Contents {
  private static final String LETTERS = "aZ 9é%_!\\'\"\n日𝔸ß<&";

  private Contents() {}

  /** A draft that lacks nothing but images, for the institution of its author. */
  public static CaseContent ofDiagnosis(String diagnosis) {
    return new CaseContent(
        new Question("Flank pain and fever, woman, 58", "Pain on the left side for three days."),
        new Classification(Modality.CT, BodyPart.ABDOMEN, Category.ABDOMINAL, new Difficulty(3)),
        new Answer(diagnosis, "A stone.", diagnosis, List.of("Abscess"), List.of("Drain first.")),
        new Teaching("", "", List.of(AcgmeDomain.PATIENT_CARE), List.of("Stone"), List.of()),
        Sharing.INITIAL);
  }

  /** The same as this, with another status and visibility. */
  public static CaseContent with(Status status, Visibility visibility, CaseContent content) {
    return content.with(new Sharing(status, visibility, List.of()));
  }

  /** A content of any shape; who is named to share it comes from {@code institutions}. */
  public static CaseContent random(Random random, List<InstitutionId> institutions) {
    var visibility = one(random, Visibility.values());
    var sharedWith = visibility == Visibility.SHARED
        ? institutions.stream().filter(it -> random.nextBoolean()).toList()
        : List.<InstitutionId>of();
    return new CaseContent(
        new Question(text(random), text(random)),
        new Classification(
            orNull(random, () -> one(random, Modality.values())),
            orNull(random, () -> one(random, BodyPart.values())),
            orNull(random, () -> one(random, Category.values())),
            orNull(random, () -> new Difficulty(1 + random.nextInt(5)))),
        new Answer(text(random), text(random), text(random), lines(random), lines(random)),
        new Teaching(
            text(random),
            text(random),
            List.of(one(random, AcgmeDomain.values())),
            lines(random),
            lines(random)),
        new Sharing(one(random, Status.values()), visibility, sharedWith));
  }

  private static <T> @Nullable T orNull(Random random, Supplier<T> value) {
    return Optional.of(random)
        .filter(Random::nextBoolean)
        .map(it -> value.get())
        .orElse(null);
  }

  private static <T> T one(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }

  private static List<String> lines(Random random) {
    var lines = new ArrayList<String>();
    for (var i = random.nextInt(4); i > 0; i--) lines.add(i + text(random));
    return lines;
  }

  private static String text(Random random) {
    var text = new StringBuilder();
    var points = LETTERS.codePoints().toArray();
    for (var i = random.nextInt(8); i > 0; i--) {
      text.appendCodePoint(points[random.nextInt(points.length)]);
    }
    return text.toString();
  }
}
