package org.radcase.studies.entity;

import org.radcase.accounts.entity.InstitutionId;

/**
 * One instance of an institution, and the series and study that it says it belongs to.
 *
 * @param series what is the same for all instances of its series
 * @param sha256 of the file, 64 lower-case hex digits
 * @param image what a viewer must know, as the JSON of {@code FrameAttributes}
 */
public record Instance(
    InstitutionId institution,
    StudyUid study,
    Series series,
    InstanceUid uid,
    String sopClassUid,
    String transferSyntaxUid,
    String sha256,
    long lengthBytes,
    int frameCount,
    String image,
    FrameMap frames) {

  /** Number 0 stands for none; the texts may be empty. */
  public record Series(
      SeriesUid uid, String modality, String bodyPart, String description, int number) {}
}
