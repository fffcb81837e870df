package org.radcase.cases.entity.search;

import java.util.Locale;
import java.util.Optional;
import org.radcase.accounts.entity.PersonId;
import org.radcase.cases.entity.BodyPart;
import org.radcase.cases.entity.Category;
import org.radcase.cases.entity.Modality;
import org.radcase.cases.entity.Status;
import org.radcase.cases.entity.Visibility;

/** By what a list of cases can be narrowed, and which values each filter takes. */
public enum CaseFilter {
  MODALITY("modality"),
  BODY_PART("bodyPart"),
  CATEGORY("category"),
  DIFFICULTY("difficulty"),
  STATUS("status"),
  VISIBILITY("visibility"),
  AUTHOR("author"),
  TAG("tag");

  private final String parameter;

  CaseFilter(String parameter) {
    this.parameter = parameter;
  }

  /** Its name in a query string. */
  public String parameter() {
    return parameter;
  }

  /** The value in the form in which it is compared, or nothing if it cannot be one. */
  public Optional<String> read(String given) {
    return switch (this) {
      case MODALITY -> Modality.of(given).map(Modality::term);
      case BODY_PART -> BodyPart.of(given).map(BodyPart::term);
      case CATEGORY -> Category.of(given).map(Category::term);
      case DIFFICULTY -> Optional.of(given).filter(text -> text.matches("[1-5]"));
      case STATUS -> Status.of(given).map(Status::term);
      case VISIBILITY -> Visibility.of(given).map(Visibility::term);
      case AUTHOR -> PersonId.parse(given).map(PersonId::toString);
      case TAG -> Optional.of(tagKey(given)).filter(key -> !key.isEmpty());
    };
  }

  /** Tags that differ in case and in the space around them are the same tag. */
  public static String tagKey(String tag) {
    return tag.strip().toLowerCase(Locale.ROOT);
  }
}
