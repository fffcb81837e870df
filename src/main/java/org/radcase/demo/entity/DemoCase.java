package org.radcase.demo.entity;

import java.util.List;
import org.radcase.demo.entity.phantom.Phantom;

/**
 * One teaching case that comes with RadCase. The fields are those of a case in the contract;
 * patient, sex and age are invented.
 *
 * @param number from 1, in the order of the file
 * @param modality DICOM code; {@code bodyPart} is a DICOM defined term
 * @param sex M or F
 * @param age in years
 * @param published whether it is published or still a draft
 */
public record DemoCase(
    int number,
    Phantom phantom,
    String title,
    String presentation,
    String sex,
    int age,
    String modality,
    String bodyPart,
    String category,
    int difficulty,
    String clinicalHistory,
    String findings,
    String diagnosis,
    List<String> differential,
    List<String> teachingPoints,
    String studentNotes,
    String fellowNotes,
    List<String> acgmeDomains,
    List<String> tags,
    List<String> references,
    boolean published) {

  /** A copy of all lists. */
  public DemoCase {
    differential = List.copyOf(differential);
    teachingPoints = List.copyOf(teachingPoints);
    acgmeDomains = List.copyOf(acgmeDomains);
    tags = List.copyOf(tags);
    references = List.copyOf(references);
  }
}
