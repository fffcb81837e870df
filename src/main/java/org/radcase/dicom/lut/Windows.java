package org.radcase.dicom.lut;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.Tag;

/** Reads the windows of a header. Source: PS3.3 C.11.2. */
public final class Windows {
  static final int MOST = 32;

  private Windows() {}

  /** Those that make sense; a linear width below 1 is taken as an exact one, as its writer meant. */
  public static List<NamedWindow> of(DataSet voi) {
    var centers = voi.decimals(Tag.WINDOW_CENTER);
    var widths = voi.decimals(Tag.WINDOW_WIDTH);
    var explanations = voi.strings(Tag.WINDOW_CENTER_WIDTH_EXPLANATION);
    var function = function(voi);
    var windows = new ArrayList<NamedWindow>();
    for (var i = 0; i < Math.min(MOST, Math.min(centers.length, widths.length)); i++) {
      if (widths[i] > 0) {
        var exact = function == Window.Function.LINEAR && widths[i] < 1;
        var window =
            new Window(centers[i], widths[i], exact ? Window.Function.LINEAR_EXACT : function);
        windows.add(new NamedWindow(window, i < explanations.size() ? explanations.get(i) : ""));
      }
    }
    return windows;
  }

  private static Window.Function function(DataSet voi) {
    return switch (voi.string(Tag.VOI_LUT_FUNCTION).orElse("").toUpperCase(Locale.ROOT)) {
      case "SIGMOID" -> Window.Function.SIGMOID;
      case "LINEAR_EXACT" -> Window.Function.LINEAR_EXACT;
      default -> Window.Function.LINEAR;
    };
  }
}
