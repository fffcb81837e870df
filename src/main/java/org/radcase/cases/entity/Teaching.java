package org.radcase.cases.entity;

import java.util.List;

/** What goes along with a case, for those who learn and for those who look for it. */
public record Teaching(
    String studentNotes,
    String fellowNotes,
    List<AcgmeDomain> acgmeDomains,
    List<String> tags,
    List<String> references) {
  public static final Teaching NONE = new Teaching("", "", List.of(), List.of(), List.of());

  public Teaching {
    acgmeDomains = List.copyOf(acgmeDomains);
    tags = List.copyOf(tags);
    references = List.copyOf(references);
  }
}
