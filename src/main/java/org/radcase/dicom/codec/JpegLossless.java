package org.radcase.dicom.codec;

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
    private final JpegHuffman table;
    private final JpegPlane plane;
    private final int across;
    /** The lines of a row of MCUs, padded to whole ones. */
    private final int[][] lines;

    private int[] above;

    Channel(JpegScan scan, JpegScan.Part part, JpegPlane plane, JpegTables tables)
        throws DicomException {
      table = tables.huffman(JpegHuffman.Use.LOSSLESS, part.dcTable(), scan.offset());
      this.plane = plane;
      across = part.across();
      lines = new int[part.down()][scan.mcusAcross() * across];
      above = new int[scan.mcusAcross() * across];
    }
  }

  private final JpegBits bits;
  private final JpegScan scan;
  private final int firstPrediction;
  private final Channel[] channels;

  private JpegLossless(JpegBits bits, JpegScan scan, int sampleBits, Channel[] channels) {
    this.bits = bits;
    this.scan = scan;
    this.firstPrediction = 1 << (sampleBits - scan.pointTransform() - 1);
    this.channels = channels;
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
    var channels = new Channel[planes.size()];
    for (var i = 0; i < channels.length; i++) {
      channels[i] = new Channel(scan, scan.parts().get(i), planes.get(i), tables);
    }
    new JpegLossless(bits, scan, sampleBits, channels).decode(interval / scan.mcusAcross());
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
      for (var channel : channels) {
        restore(channel, y, isFirst);
      }
    }
  }

  private void readDifferences() throws DicomException {
    if (channels.length == 1) {
      var only = channels[0];
      for (var i = 0; i < only.lines[0].length; i++) {
        only.lines[0][i] = JpegHuffman.value(bits.entry(only.table));
      }
      return;
    }
    for (var mcu = 0; mcu < scan.mcusAcross(); mcu++) {
      for (var channel : channels) {
        for (var line : channel.lines) {
          for (var h = 0; h < channel.across; h++) {
            line[mcu * channel.across + h] = JpegHuffman.value(bits.entry(channel.table));
          }
        }
      }
    }
  }

  private void restore(Channel channel, int mcuRow, boolean isFirstRow) {
    for (var v = 0; v < channel.lines.length; v++) {
      var line = channel.lines[v];
      if (isFirstRow && v == 0) {
        restoreFrom(line, firstPrediction);
      } else {
        restore(line, channel.above);
      }
      put(channel, line, mcuRow * channel.lines.length + v);
      // The line is the next one's upper neighbour; the array above is free for other differences.
      channel.lines[v] = channel.above;
      channel.above = line;
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
