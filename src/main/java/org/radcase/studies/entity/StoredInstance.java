package org.radcase.studies.entity;

import java.util.Set;
import org.radcase.dicom.data.Uids;

/** What is needed to send an instance. */
public record StoredInstance(
    InstanceUid uid,
    StudyUid study,
    String sopClassUid,
    String sha256,
    long lengthBytes,
    String transferSyntaxUid,
    int frameCount,
    FrameMap frames) {
  private static final Set<String> SEGMENTATIONS =
      Set.of(Uids.SEGMENTATION, Uids.LABEL_MAP_SEGMENTATION);

  /** Whether it draws what is to be found on other images. Source: PS3.3 A.51, A.94. */
  public boolean isSegmentation() {
    return SEGMENTATIONS.contains(sopClassUid);
  }
}
