package org.radcase.studies.boundary;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.radcase.studies.entity.WindowLevels;
import org.radcase.studies.entity.WindowLevels.Level;

/** The windows of a series, as they travel. */
public record WindowLevelsView(@Nullable Level standard, List<Level> named) {
  static WindowLevelsView of(WindowLevels levels) {
    return new WindowLevelsView(levels.standard().orElse(null), levels.named());
  }
}
