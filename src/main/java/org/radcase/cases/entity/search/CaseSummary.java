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
 * @param highlights where a search found something that the caller may see; empty without one
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
    Pictures pictures,
    List<Highlight> highlights) {
  public CaseSummary {
    tags = List.copyOf(tags);
    highlights = List.copyOf(highlights);
  }

  /** The same with what a search found in it. */
  public CaseSummary with(List<Highlight> found) {
    return new CaseSummary(
        id,
        revision,
        title,
        presentation,
        derivedPresentation,
        classification,
        tags,
        status,
        visibility,
        author,
        times,
        pictures,
        found);
  }
}
