package org.radcase.cases.control.synonyms;

import java.util.List;

/**
 * All synonyms, as their editor reads and writes them.
 *
 * @param groups terms that stand for each other, at least two in each group
 */
public record SynonymList(int revision, List<List<String>> groups) {
  public SynonymList {
    groups = groups.stream().map(List::copyOf).toList();
  }
}
