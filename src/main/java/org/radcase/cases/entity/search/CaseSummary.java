package org.radcase.cases.entity.search;

import java.util.List;
import org.radcase.cases.entity.Author;
import org.radcase.cases.entity.CaseId;
import org.radcase.cases.entity.CaseTimes;
import org.radcase.cases.entity.Classification;
import org.radcase.cases.entity.Pictures;
import org.radcase.cases.entity.Status;
import org.radcase.cases.entity.Visibility;

/**
 * A case as lists show it.
 *
 * @param presentation the author's line, or empty
 * @param derivedPresentation the line to show, never empty
 */
public record CaseSummary(
    CaseId id,
    int revision,
    String title,
    String presentation,
    String derivedPresentation,
    Classification classification,
    List<String> tags,
    Status status,
    Visibility visibility,
    Author author,
    CaseTimes times,
    Pictures pictures) {
  public CaseSummary {
    tags = List.copyOf(tags);
  }
}
