package org.radcase.dicom.lut;

import java.util.List;
import java.util.stream.Stream;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.Tag;

/** From modality values to display values in [0, 1]. Source: PS3.3 C.11.2. */
public sealed interface VoiLut permits Window, VoiLut.Table {

  double displayOf(double modalityValue);

  /** One item of VOI LUT Sequence (0028,3010), with LUT Explanation (0028,3003) or nothing. */
  record Table(LookupTable table, String explanation) implements VoiLut {
    @Override
    public double displayOf(double modalityValue) {
      return table.partOf(modalityValue);
    }
  }

  /**
   * The tables of a header, as alternatives to its windows.
   *
   * @param voi the image, or a frame's Frame VOI LUT item
   * @param input by the modality LUT
   */
  static List<Table> tables(DataSet voi, LookupTable.Input input) {
    return voi.sequence(Tag.VOI_LUT_SEQUENCE).stream()
        .limit(Windows.MOST)
        .flatMap(item -> table(item, input))
        .toList();
  }

  private static Stream<Table> table(DataSet item, LookupTable.Input input) {
    return LookupTable.of(item, input).stream()
        .map(table -> new Table(table, item.string(Tag.LUT_EXPLANATION).orElse("")));
  }
}
