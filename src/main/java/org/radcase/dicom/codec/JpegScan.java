package org.radcase.dicom.codec;

import java.util.ArrayList;
import java.util.List;
import org.radcase.dicom.data.DicomException;

/**
 * A scan header (SOS) and the MCUs that follow it. Source: ITU-T T.81 A.2, B.2.3.
 *
 * @param mcusAcross MCUs in a row of them
 * @param mcusDown rows of MCUs
 * @param selection start of the spectral selection; lossless, the predictor
 * @param pointTransform lossless, by how many bits the samples were shifted down
 * @param offset of the header, for faults
 */
record JpegScan(
    List<JpegScan.Part> parts,
    int mcusAcross,
    int mcusDown,
    int selection,
    int pointTransform,
    int offset) {

  /**
   * A component's part in each MCU: {@code across} × {@code down} data units.
   *
   * @param dcTable number of its Huffman table; lossless, of its only one
   */
  record Part(JpegFrame.Component component, int across, int down, int dcTable, int acTable) {}

  /** @throws DicomException MALFORMED, also if a component is named that the frame does not have */
  static JpegScan read(JpegCursor segment, JpegFrame frame) throws DicomException {
    var offset = segment.offset();
    var count = segment.u8();
    var parts = new ArrayList<Part>();
    for (var i = 0; i < count; i++) {
      var component = frame
          .component(segment.u8())
          .orElseThrow(() -> segment.malformed("A JPEG scan of a component that is not there"));
      var tables = segment.u8();
      var isAlone = count == 1; // its data units come in their own order then
      parts.add(new Part(
          component,
          isAlone ? 1 : component.across(),
          isAlone ? 1 : component.down(),
          tables >> 4,
          tables & 15));
    }
    if (parts.isEmpty() || parts.stream().map(Part::component).distinct().count() < count) {
      throw segment.malformed("A JPEG scan of no component, or of one twice");
    }
    var selection = segment.u8();
    segment.u8(); // the end of the spectral selection: 63, or nothing
    var pointTransform = segment.u8() & 15;
    return new JpegScan(
        List.copyOf(parts),
        mcusAcross(parts, frame),
        mcusDown(parts, frame),
        selection,
        pointTransform,
        offset);
  }

  private static int mcusAcross(List<Part> parts, JpegFrame frame) {
    var unit = frame.coding().unit();
    return parts.size() == 1
        ? JpegFrame.ceil(frame.width(parts.get(0).component()), unit)
        : JpegFrame.ceil(frame.columns(), unit * frame.mostAcross());
  }

  private static int mcusDown(List<Part> parts, JpegFrame frame) {
    var unit = frame.coding().unit();
    return parts.size() == 1
        ? JpegFrame.ceil(frame.height(parts.get(0).component()), unit)
        : JpegFrame.ceil(frame.rows(), unit * frame.mostDown());
  }
}
