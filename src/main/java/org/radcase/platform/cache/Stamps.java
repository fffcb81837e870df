package org.radcase.platform.cache;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When what was changed last, by tags: each has a stamp that no other time of it has. Who keeps
 * something takes the stamps before she reads it; as long as they are the same, it holds.
 */
interface Stamps {
  /** The stamps of tags, in order; null if one is changing now, or nobody can tell. */
  long @Nullable [] of(List<String> tags);

  /** Whether the tags still have these stamps. */
  boolean hold(List<String> tags, long[] stamps);

  /** Somebody is about to commit a change of them; until {@link #changed} nothing of them holds. */
  void changing(Collection<String> tags, long mark);

  /** They have changed, or would have; new stamps. */
  void changed(Collection<String> tags, long mark);
}
