package org.radcase.dicom.geometry;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.Tag;

/**
 * The letters at the four edges of an image: R L (right, left), A P (anterior, posterior), H F (head,
 * feet), the strongest direction first. Source: PS3.3 C.7.6.1.1.1.
 */
public record PatientOrientation(String left, String right, String top, String bottom) {
  /** A direction whose cosine is smaller (under about 6 degrees) gets no letter; a choice of ours. */
  private static final double WORTH_A_LETTER = 0.1;

  private static final Pattern LETTERS = Pattern.compile("[RLAPHF]{1,3}");

  public static PatientOrientation of(Plane plane) {
    return new PatientOrientation(
        letters(plane.rowCosines().opposite()),
        letters(plane.rowCosines()),
        letters(plane.columnCosines().opposite()),
        letters(plane.columnCosines()));
  }

  /** From the frame's plane, else from Patient Orientation (0020,0020), as radiographs have it. */
  public static Optional<PatientOrientation> of(DataSet image, int frameIndex) {
    var plane = Plane.ofFrame(image, frameIndex);
    if (plane.isPresent()) {
      return plane.map(PatientOrientation::of);
    }
    var letters = image.strings(Tag.PATIENT_ORIENTATION);
    if (letters.size() != 2
        || !letters.stream().allMatch(s -> LETTERS.matcher(s).matches())) {
      return Optional.empty();
    }
    return Optional.of(new PatientOrientation(
        opposite(letters.get(0)), letters.get(0), opposite(letters.get(1)), letters.get(1)));
  }

  /** The letters of a direction, such as "AL". */
  public static String letters(Vector3 direction) {
    var x = Math.abs(direction.x());
    var y = Math.abs(direction.y());
    var z = Math.abs(direction.z());
    var letters = new StringBuilder();
    for (var rest = 3; rest > 0; rest--) {
      var strongest = Math.max(x, Math.max(y, z));
      if (strongest < WORTH_A_LETTER) {
        break;
      }
      if (strongest == x) {
        letters.append(direction.x() > 0 ? 'L' : 'R');
        x = 0;
      } else if (strongest == y) {
        letters.append(direction.y() > 0 ? 'P' : 'A');
        y = 0;
      } else {
        letters.append(direction.z() > 0 ? 'H' : 'F');
        z = 0;
      }
    }
    return letters.toString();
  }

  private static String opposite(String letters) {
    return letters.chars().mapToObj(PatientOrientation::opposite).collect(Collectors.joining());
  }

  private static String opposite(int letter) {
    return switch (letter) {
      case 'R' -> "L";
      case 'L' -> "R";
      case 'A' -> "P";
      case 'P' -> "A";
      case 'H' -> "F";
      default -> "H";
    };
  }
}
