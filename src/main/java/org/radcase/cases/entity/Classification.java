package org.radcase.cases.entity;

import org.jspecify.annotations.Nullable;

/** Where a case belongs in the library. */
public record Classification(
    @Nullable Modality modality,
    @Nullable BodyPart bodyPart,
    @Nullable Category category,
    @Nullable Difficulty difficulty) {
  public static final Classification NONE = new Classification(null, null, null, null);
}
