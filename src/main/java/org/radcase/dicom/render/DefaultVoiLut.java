package org.radcase.dicom.render;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoublePredicate;
import org.radcase.dicom.lut.Rescale;
import org.radcase.dicom.lut.VoiLut;
import org.radcase.dicom.lut.Window;

/**
 * The VOI LUT of a frame for which nobody has chosen one: the file's first window, else its first
 * table, else the modality's window, else one that spans the values. Which, is a choice of ours; PS3.3
 * C.11.2 leaves it to the viewer.
 */
final class DefaultVoiLut {
  private static final Window SOFT_TISSUE = Window.linear(40, 400);

  /** A marker or a hot pixel must not set the grey. */
  private static final double TAIL = 0.005;

  private static final int MOST_SORTED = 1 << 16;

  private DefaultVoiLut() {}

  static VoiLut of(GreyValues values, FrameDisplay display) {
    var description = display.description();
    if (!description.windows().isEmpty()) {
      return description.windows().get(0).window();
    }
    if (!display.voiTables().isEmpty()) {
      return display.voiTables().get(0);
    }
    var modality = description.modality();
    if (modality.equals("CT") && isHounsfield(display)) {
      return SOFT_TISSUE;
    }
    var layout = description.layout();
    if (layout.bitsStored() <= 8 && !layout.isSigned() && !modality.equals("SEG")) {
      return spanning(new Range(0, (1 << layout.bitsStored()) - 1), display); // made for the screen
    }
    DoublePredicate counted = value -> Double.isFinite(value)
        && description.padding().filter(p -> p.contains(value)).isEmpty();
    var range = values instanceof GreyValues.Tabular tabular
        ? range(tabular, counted)
        : range(((GreyValues.Wide) values).values(), counted);
    return spanning(fromZero(range.orElse(new Range(0, 1)), modality), display);
  }

  private static boolean isHounsfield(FrameDisplay display) {
    var modalityLut = display.modalityLut();
    return modalityLut.type().equals("HU")
        || (modalityLut instanceof Rescale rescale && rescale.intercept() < 0);
  }

  /** Stored values. */
  private record Range(double low, double high) {}

  /** Where no count means nothing there, black is no count. */
  private static Range fromZero(Range range, String modality) {
    return switch (modality) {
      case "PT", "NM", "RTDOSE" -> new Range(Math.min(0, range.low), range.high);
      default -> range;
    };
  }

  private static Optional<Range> range(GreyValues.Tabular grey, DoublePredicate counted) {
    var histogram = new int[grey.span()];
    for (var value : grey.values()) {
      histogram[value - grey.lowest()]++;
    }
    var total = 0L;
    for (var i = 0; i < histogram.length; i++) {
      if (histogram[i] > 0 && !counted.test(grey.lowest() + i)) {
        histogram[i] = 0;
      }
      total += histogram[i];
    }
    if (total == 0) {
      return Optional.empty();
    }
    var low = at(histogram, (long) (TAIL * (total - 1)));
    var high = at(histogram, (long) Math.ceil((1 - TAIL) * (total - 1)));
    if (low == high) {
      low = at(histogram, 0);
      high = at(histogram, total - 1);
    }
    return Optional.of(new Range((double) grey.lowest() + low, (double) grey.lowest() + high));
  }

  /** The bin of the {@code rank}th value, from 0. */
  private static int at(int[] histogram, long rank) {
    var bin = 0;
    for (var before = (long) histogram[0]; before <= rank; before += histogram[bin]) {
      bin++;
    }
    return bin;
  }

  /** Of an even sample of the values. */
  private static Optional<Range> range(double[] values, DoublePredicate counted) {
    var step = Math.max(1, values.length / MOST_SORTED);
    var some = new double[values.length / step + 1];
    var count = 0;
    for (var i = 0; i < values.length; i += step) {
      if (counted.test(values[i])) {
        some[count++] = values[i];
      }
    }
    if (count == 0) {
      return Optional.empty();
    }
    Arrays.sort(some, 0, count);
    var low = some[(int) (TAIL * (count - 1))];
    var high = some[(int) Math.ceil((1 - TAIL) * (count - 1))];
    return Optional.of(low < high ? new Range(low, high) : new Range(some[0], some[count - 1]));
  }

  private static Window spanning(Range stored, FrameDisplay display) {
    var a = display.modalityLut().modalityValueOf(stored.low);
    var b = display.modalityLut().modalityValueOf(stored.high);
    return Window.spanning(Math.min(a, b), Math.max(a, b));
  }
}
