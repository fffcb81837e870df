package org.radcase.dicom.pixel;

import java.util.Arrays;
import org.radcase.dicom.data.DicomException;

/**
 * The window of a frame that nobody has windowed yet: the file's first, else the modality's, else one
 * that spans the values. Which values, is a choice of ours.
 */
final class DefaultWindow {
  private static final Window SOFT_TISSUE = Window.linear(40, 400);
  private static final double TAIL = 0.005;

  private DefaultWindow() {}

  static Window of(FrameDecoder.Samples samples, ImageDescription description)
      throws DicomException {
    if (!description.windows().isEmpty()) {
      return description.windows().get(0).window();
    }
    if (description.modality().equals("CT") && description.rescale().intercept() < 0) {
      return SOFT_TISSUE;
    }
    var layout = description.layout();
    if (layout.bitsStored() <= 8 && !layout.isSigned()) {
      return spanning(0, (1 << layout.bitsStored()) - 1, description); // made for the screen
    }
    return spanningMost(StoredValues.of(samples), description);
  }

  /** All but the lowest and highest half per cent: a marker or a hot pixel must not set the grey. */
  private static Window spanningMost(int[] storedValues, ImageDescription description) {
    var padding = description.pixelPaddingValue();
    var counted = padding.isEmpty()
        ? storedValues.clone()
        : Arrays.stream(storedValues)
            .filter(value -> value != padding.getAsLong())
            .toArray();
    if (counted.length == 0) {
      return spanning(0, 1, description);
    }
    Arrays.sort(counted);
    var low = counted[(int) (TAIL * (counted.length - 1))];
    var high = counted[(int) Math.ceil((1 - TAIL) * (counted.length - 1))];
    return low < high
        ? spanning(low, high, description)
        : spanning(counted[0], counted[counted.length - 1], description);
  }

  private static Window spanning(double low, double high, ImageDescription description) {
    var a = description.rescale().modalityValueOf(low);
    var b = description.rescale().modalityValueOf(high);
    return Window.spanning(Math.min(a, b), Math.max(a, b));
  }
}
