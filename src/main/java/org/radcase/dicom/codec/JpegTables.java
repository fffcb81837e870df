package org.radcase.dicom.codec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;

/**
 * The tables in force while a JPEG is read; each may be replaced between scans. Source: ITU-T T.81
 * B.2.4. For one thread.
 */
final class JpegTables {
  private static final int MOST = 4;
  private static final int AC = 1;

  /** Counts by length and symbols by code, as a DHT segment has them. */
  private static final class HuffmanCodes {
    private final byte[] counts;
    private final byte[] symbols;

    HuffmanCodes(byte[] counts, byte[] symbols) {
      this.counts = counts;
      this.symbols = symbols;
    }
  }

  private final Map<Integer, int[]> quantisers = new HashMap<>();
  private final Map<Integer, HuffmanCodes> huffman = new HashMap<>();
  /** Those that a scan has asked for, by use and number. */
  private final Map<List<Object>, JpegHuffman> ready = new HashMap<>();

  private int restartInterval;

  /** MCUs from one restart marker to the next; 0 for none. */
  int restartInterval() {
    return restartInterval;
  }

  /**
   * The 64 steps of a quantisation table, in zigzag order.
   *
   * @param offset of the scan that wants it
   */
  int[] quantiser(int id, int offset) throws DicomException {
    return found(quantisers.get(id), "quantisation table " + id, offset);
  }

  /** A Huffman table, ready for decoding; the same object until it is replaced. */
  JpegHuffman huffman(JpegHuffman.Use use, int id, int offset) throws DicomException {
    var known = ready.get(List.of(use, id));
    if (known != null) {
      return known;
    }
    var tableClass = use == JpegHuffman.Use.AC ? AC : 0;
    var codes = found(huffman.get(MOST * tableClass + id), use + " table " + id, offset);
    var table = JpegHuffman.of(codes.counts, codes.symbols, use)
        .orElseThrow(() ->
            DicomException.at(offset, Kind.MALFORMED, "A JPEG Huffman table of too many codes"));
    ready.put(List.of(use, id), table);
    return table;
  }

  /** DQT. */
  void readQuantisers(JpegCursor segment) throws DicomException {
    while (segment.remaining() > 0) {
      var head = segment.u8();
      if (head >> 4 > 1 || (head & 15) >= MOST) {
        throw segment.malformed("No JPEG quantisation table has such a precision or number");
      }
      var steps = new int[64];
      for (var k = 0; k < steps.length; k++) {
        steps[k] = head >> 4 == 0 ? segment.u8() : segment.u16();
        if (steps[k] == 0) {
          throw segment.malformed("A JPEG quantisation step of 0");
        }
      }
      quantisers.put(head & 15, steps);
    }
  }

  /** DHT. */
  void readHuffman(JpegCursor segment) throws DicomException {
    ready.clear();
    while (segment.remaining() > 0) {
      var head = segment.u8();
      if (head >> 4 > AC || (head & 15) >= MOST) {
        throw segment.malformed("No JPEG Huffman table has such a class or number");
      }
      var counts = segment.take(16);
      var total = 0;
      for (var count : counts) {
        total += count & 0xFF;
      }
      huffman.put(MOST * (head >> 4) + (head & 15), new HuffmanCodes(counts, segment.take(total)));
    }
  }

  /** DRI. */
  void readRestartInterval(JpegCursor segment) throws DicomException {
    restartInterval = segment.u16();
  }

  private static <T> T found(@Nullable T table, String what, int offset) throws DicomException {
    if (table == null) {
      throw DicomException.at(offset, Kind.MALFORMED, "The JPEG has no " + what);
    }
    return table;
  }
}
