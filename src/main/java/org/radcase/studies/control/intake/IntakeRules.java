package org.radcase.studies.control.intake;

import java.util.Set;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.part10.Part10File;
import org.radcase.studies.entity.Refusal;

/**
 * Which objects may come in, until RadCase de-identifies by itself: those that say that somebody
 * did. Source of the attributes: PS3.15 Annex E.
 */
final class IntakeRules {
  private static final String DICOMDIR = "1.2.840.10008.1.3.10";
  private static final String SECONDARY_CAPTURES = "1.2.840.10008.5.1.4.1.1.7";

  /** Scanners of these write into the picture, so that silence is not enough. */
  private static final Set<String> WRITTEN_ON = Set.of("US", "IVUS", "OT", "SC", "XC", "ES");

  private IntakeRules() {}

  /** @throws RefusedException if the object may not come in */
  static void check(Part10File file, boolean acceptIdentified) throws RefusedException {
    var dataSet = file.dataSet();
    if (isDicomdir(file)) {
      throw new RefusedException(
          Refusal.DICOMDIR, "An index of files; the files themselves are taken without it");
    }
    if (file.pixelData().isEmpty()) {
      throw new RefusedException(Refusal.NO_PIXEL_DATA, "The object has no image");
    }
    if (acceptIdentified) return;
    if (!says(dataSet, Tag.PATIENT_IDENTITY_REMOVED, "YES")) {
      throw new RefusedException(
          Refusal.NOT_DEIDENTIFIED,
          "Patient Identity Removed (0012,0062) is not YES; de-identify the file first");
    }
    if (says(dataSet, Tag.BURNED_IN_ANNOTATION, "YES")
        || (isWrittenOn(dataSet) && !says(dataSet, Tag.BURNED_IN_ANNOTATION, "NO"))) {
      throw new RefusedException(
          Refusal.BURNED_IN,
          "Burned In Annotation (0028,0301) is not NO; names may be in the image");
    }
  }

  private static boolean isDicomdir(Part10File file) {
    return file.meta()
        .uid(Tag.MEDIA_STORAGE_SOP_CLASS_UID)
        .filter(DICOMDIR::equals)
        .isPresent();
  }

  private static boolean isWrittenOn(DataSet dataSet) {
    return WRITTEN_ON.contains(dataSet.string(Tag.MODALITY).orElse(""))
        || dataSet.uid(Tag.SOP_CLASS_UID).orElse("").startsWith(SECONDARY_CAPTURES);
  }

  private static boolean says(DataSet dataSet, Tag tag, String value) {
    return dataSet.string(tag).filter(value::equals).isPresent();
  }
}
