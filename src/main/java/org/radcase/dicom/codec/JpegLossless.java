package org.radcase.dicom.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;

/**
 * The scans of a lossless image: the differences of a row of MCUs are read, then each line is
 * restored from them and from the line above. Source: ITU-T T.81 annex H. For one thread.
 */
final class JpegLossless {
  /** A component in its scan. */
  private static final class Channel {
    private final JpegPlane plane;
    private final int across;
    private final int down;
    /** Index in an MCU of its first sample. */
    private final int first;

    private int[] line;
    private int[] above;

    Channel(JpegScan.Part part, JpegPlane plane, int first, int mcusAcross) {
      this.plane = plane;
      this.first = first;
      across = part.across();
      down = part.down();
      line = new int[mcusAcross * across];
      above = new int[mcusAcross * across];
    }
  }

  private final JpegBits bits;
  private final JpegScan scan;
  private final int firstPrediction;
  private final List<Channel> channels = new ArrayList<>();
  /** The tables of an MCU's samples. */
  private final JpegHuffman[] tables;
  /** Those of a row of MCUs, in their order. */
  private final int[] differences;

  private JpegLossless(
      JpegScan scan, int sampleBits, JpegTables tables, JpegBits bits, List<JpegPlane> planes)
      throws DicomException {
    this.bits = bits;
    this.scan = scan;
    this.firstPrediction = 1 << (sampleBits - scan.pointTransform() - 1);
    var units = new ArrayList<JpegHuffman>();
    for (var i = 0; i < planes.size(); i++) {
      var part = scan.parts().get(i);
      var table = tables.huffman(JpegHuffman.Use.LOSSLESS, part.dcTable(), scan.offset());
      channels.add(new Channel(part, planes.get(i), units.size(), scan.mcusAcross()));
      units.addAll(Collections.nCopies(part.across() * part.down(), table));
    }
    this.tables = units.toArray(new JpegHuffman[0]);
    this.differences = new int[scan.mcusAcross() * units.size()];
  }

  /** @param planes of the scan's parts, in their order */
  static void decode(
      JpegScan scan, int sampleBits, JpegTables tables, JpegBits bits, List<JpegPlane> planes)
      throws DicomException {
    if (scan.selection() < 1 || scan.selection() > 7 || scan.pointTransform() >= sampleBits) {
      throw DicomException.at(
          scan.offset(), Kind.MALFORMED, "No such predictor or point transform of lossless JPEG");
    }
    var interval = tables.restartInterval();
    if (interval % scan.mcusAcross() != 0) {
      throw DicomException.at(
          scan.offset(), Kind.MALFORMED, "A JPEG restart interval that ends within a line");
    }
    new JpegLossless(scan, sampleBits, tables, bits, planes).decode(interval / scan.mcusAcross());
  }

  private void decode(int intervalRows) throws DicomException {
    for (var y = 0; y < scan.mcusDown(); y++) {
      var isFirst = y == 0;
      if (intervalRows > 0 && y > 0 && y % intervalRows == 0) {
        bits.restart(y / intervalRows - 1);
        isFirst = true;
      }
      readDifferences();
      bits.requireRead();
      bits.takeWork(differences.length);
      for (var channel : channels) {
        restore(channel, y, isFirst);
      }
    }
  }

  private void readDifferences() throws DicomException {
    if (Arrays.stream(tables).allMatch(table -> table == tables[0])) {
      bits.differences(tables[0], differences);
      return;
    }
    for (var i = 0; i < differences.length; ) {
      for (var table : tables) {
        differences[i++] = JpegHuffman.value(bits.entry(table));
      }
    }
  }

  private void restore(Channel channel, int mcuRow, boolean isFirstRow) {
    for (var v = 0; v < channel.down; v++) {
      gather(channel, v);
      if (isFirstRow && v == 0) {
        restoreFrom(channel.line, firstPrediction);
      } else {
        restore(channel.line, channel.above);
      }
      put(channel, channel.line, mcuRow * channel.down + v);
      var done = channel.line;
      channel.line = channel.above;
      channel.above = done;
    }
  }

  /** Takes a line's differences out of those of the row of MCUs. */
  private void gather(Channel channel, int v) {
    var line = channel.line;
    var step = tables.length;
    for (var h = 0; h < channel.across; h++) {
      var from = channel.first + v * channel.across + h;
      for (var x = h; x < line.length; x += channel.across) {
        line[x] = differences[from];
        from += step;
      }
    }
  }

  private void put(Channel channel, int[] line, int y) {
    if (!channel.plane.contains(0, y)) {
      return; // padding of the last row of MCUs
    }
    channel.plane.putLine(line, y, scan.pointTransform());
  }

  /** The first line, of the left neighbours alone. All counts modulo 65,536. */
  private static void restoreFrom(int[] line, int firstPrediction) {
    var left = firstPrediction;
    for (var x = 0; x < line.length; x++) {
      left = (left + line[x]) & 0xFFFF;
      line[x] = left;
    }
  }

  /** Another line. Source: T.81 table H.1. */
  private void restore(int[] line, int[] above) {
    var left = (above[0] + line[0]) & 0xFFFF;
    line[0] = left;
    if (scan.selection() == 1) { // all but a few files have it
      for (var x = 1; x < line.length; x++) {
        left = (left + line[x]) & 0xFFFF;
        line[x] = left;
      }
      return;
    }
    for (var x = 1; x < line.length; x++) {
      left = (line[x] + predicted(left, above[x], above[x - 1])) & 0xFFFF;
      line[x] = left;
    }
  }

  private int predicted(int left, int upper, int upperLeft) {
    return switch (scan.selection()) {
      case 2 -> upper;
      case 3 -> upperLeft;
      case 4 -> left + upper - upperLeft;
      case 5 -> left + ((upper - upperLeft) >> 1);
      case 6 -> upper + ((left - upperLeft) >> 1);
      default -> (left + upper) >> 1;
    };
  }
}
