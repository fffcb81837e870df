package org.radcase.cases.entity;

import java.util.EnumSet;
import java.util.Set;

/** All that an author writes. */
public record CaseContent(
    Question question,
    Classification classification,
    Answer answer,
    Teaching teaching,
    Sharing sharing) {
  public static final CaseContent EMPTY = new CaseContent(
      Question.NONE, Classification.NONE, Answer.NONE, Teaching.NONE, Sharing.INITIAL);

  /** What a case with this content and so many images lacks to be published. */
  public Set<PublishingGap> gaps(int imageCount) {
    var gaps = EnumSet.noneOf(PublishingGap.class);
    if (question.presentation().isBlank() && question.clinicalHistory().isBlank()) {
      gaps.add(PublishingGap.QUESTION);
    }
    if (answer.diagnosis().isBlank()) gaps.add(PublishingGap.DIAGNOSIS);
    if (imageCount < 1) gaps.add(PublishingGap.IMAGES);
    return gaps;
  }

  public boolean isPublished() {
    return sharing.status() == Status.PUBLISHED;
  }

  /** Whether facets count it with the same cases, for the same people. */
  public boolean isCountedAs(CaseContent other) {
    return classification.equals(other.classification)
        && sharing.equals(other.sharing)
        && teaching.tags().equals(other.teaching.tags());
  }

  public CaseContent with(Sharing newSharing) {
    return new CaseContent(question, classification, answer, teaching, newSharing);
  }

  /** The line for lists: the author's, or one derived from the rest. */
  public String presentationLine() {
    return DerivedPresentation.line(question, classification);
  }
}
