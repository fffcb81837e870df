package org.radcase.cases.entity;

import org.jspecify.annotations.Nullable;

/**
 * What a case knows of its images.
 *
 * @param count of frames' files, 0 or more
 * @param thumbnail an address relative to the context path, or null if there is none
 */
public record Pictures(int count, @Nullable String thumbnail) {
  public static final Pictures NONE = new Pictures(0, null);

  public Pictures {
    if (count < 0) throw new IllegalArgumentException("Image count is " + count);
  }
}
