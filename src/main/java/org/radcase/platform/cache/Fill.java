package org.radcase.platform.cache;

import java.util.List;

/** What was so when somebody began to read what she wants to keep. */
public final class Fill {
  private final List<String> tags;
  private final long[] stamps;

  Fill(List<String> tags, long[] stamps) {
    this.tags = List.copyOf(tags);
    this.stamps = stamps;
  }

  List<String> tags() {
    return tags;
  }

  long[] stamps() {
    return stamps;
  }
}
