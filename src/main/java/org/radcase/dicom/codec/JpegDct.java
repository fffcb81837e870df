package org.radcase.dicom.codec;

import java.util.Arrays;
import java.util.List;
import org.radcase.dicom.data.DicomException;

/** The scans of a sequential DCT image. Source: ITU-T T.81 F.2. For one thread. */
final class JpegDct {
  private static final int LAST = 63;

  /** Where in a block, row by row, the coefficients stand that come one after another. */
  private static final int[] ZIGZAG = zigzag();

  /** A component in its scan. */
  private static final class Channel {
    private final JpegHuffman dc;
    private final JpegHuffman ac;
    private final int[] quantiser;
    private final JpegPlane plane;
    private final int across;
    private final int down;
    private int lastDc;

    Channel(JpegScan.Part part, JpegPlane plane, JpegTables tables, int offset)
        throws DicomException {
      dc = tables.huffman(JpegHuffman.Use.DC, part.dcTable(), offset);
      ac = tables.huffman(JpegHuffman.Use.AC, part.acTable(), offset);
      quantiser = tables.quantiser(part.component().quantiser(), offset);
      this.plane = plane;
      across = part.across();
      down = part.down();
    }
  }

  private final JpegBits bits;
  private final JpegIdct idct;
  private final Channel[] channels;
  private final int[] block = new int[64];

  private JpegDct(JpegBits bits, int sampleBits, Channel[] channels) {
    this.bits = bits;
    this.idct = new JpegIdct(sampleBits);
    this.channels = channels;
  }

  /** @param planes of the scan's parts, in their order */
  static void decode(
      JpegScan scan, int sampleBits, JpegTables tables, JpegBits bits, List<JpegPlane> planes)
      throws DicomException {
    var channels = new Channel[planes.size()];
    for (var i = 0; i < channels.length; i++) {
      channels[i] = new Channel(scan.parts().get(i), planes.get(i), tables, scan.offset());
    }
    new JpegDct(bits, sampleBits, channels).decode(scan, tables.restartInterval());
  }

  private void decode(JpegScan scan, int interval) throws DicomException {
    var left = interval;
    var restarts = 0;
    var steps = 0L;
    for (var channel : channels) {
      steps += 64L * channel.across * channel.down * scan.mcusAcross();
    }
    for (var y = 0; y < scan.mcusDown(); y++) {
      for (var x = 0; x < scan.mcusAcross(); x++) {
        if (interval > 0 && left == 0) {
          bits.restart(restarts++);
          forget();
          left = interval;
        }
        mcu(x, y);
        left--;
      }
      bits.requireRead();
      bits.takeWork(steps);
    }
  }

  private void forget() {
    for (var channel : channels) {
      channel.lastDc = 0;
    }
  }

  private void mcu(int x, int y) throws DicomException {
    for (var channel : channels) {
      for (var v = 0; v < channel.down; v++) {
        for (var h = 0; h < channel.across; h++) {
          block(channel, 8 * (x * channel.across + h), 8 * (y * channel.down + v));
        }
      }
    }
  }

  private void block(Channel channel, int x, int y) throws DicomException {
    Arrays.fill(block, 0);
    channel.lastDc += JpegHuffman.value(bits.entry(channel.dc));
    block[0] = channel.lastDc * channel.quantiser[0];
    var isFlat = coefficients(channel);
    if (!channel.plane.contains(x, y)) {
      return; // padding of an MCU at the edge
    }
    if (isFlat) {
      idct.transformFlat(block);
    } else {
      idct.transform(block);
    }
    channel.plane.putBlock(block, x, y);
  }

  /** Reads the AC coefficients; whether there are none but zeros. Source: T.81 F.2.2.2. */
  private boolean coefficients(Channel channel) throws DicomException {
    var isFlat = true;
    for (var k = 1; k <= LAST; k++) {
      var entry = bits.entry(channel.ac);
      var value = JpegHuffman.value(entry);
      var run = JpegHuffman.run(entry);
      if (value == 0 && run < 15) {
        break;
      }
      k += run;
      if (k > LAST) {
        throw bits.malformed("A JPEG block of more than 64 coefficients");
      }
      block[ZIGZAG[k]] = value * channel.quantiser[k];
      isFlat &= value == 0;
    }
    return isFlat;
  }

  /** Along the diagonals, to and fro. Source: T.81 figure A.6. */
  private static int[] zigzag() {
    var order = new int[64];
    var k = 0;
    for (var diagonal = 0; diagonal < 15; diagonal++) {
      for (var i = Math.max(0, diagonal - 7); i <= Math.min(7, diagonal); i++) {
        var row = diagonal % 2 == 0 ? diagonal - i : i;
        order[k++] = 8 * row + diagonal - row;
      }
    }
    return order;
  }
}
