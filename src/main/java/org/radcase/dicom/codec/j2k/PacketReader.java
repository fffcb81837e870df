package org.radcase.dicom.codec.j2k;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.radcase.dicom.codec.Work;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;

/**
 * Reads the packets of one tile: which code-blocks they hold, and where ("tier 2"). Source: T.800
 * B.9, B.10. For one thread.
 */
final class PacketReader {
  private static final int SOP_BYTES = 6;
  private static final int EPH_BYTES = 2;
  private static final int MOST_LENGTH_BITS = 31;

  private final byte[] stream;
  private final Work work;
  private final Queue<ByteReader> bodies;
  private final boolean hasPackedHeaders;
  private final HeaderBits header = new HeaderBits();
  private final List<CodeBlock> touched = new ArrayList<>();
  private int at;
  private int end;

  PacketReader(byte[] stream, CodedTile coded, Work work) {
    this.stream = stream;
    this.work = work;
    bodies = coded.bodies();
    at = coded.anywhere().at();
    end = at;
    var packed = coded.headers();
    hasPackedHeaders = packed.length > 0;
    header.seek(packed, 0, packed.length);
  }

  void readAll(Tile tile) throws DicomException {
    var layers = tile.coding().layers();
    for (var progression : tile.progressions()) {
      work.take(stepsToSort(tile.precincts().size()), at);
      for (var group : progression.groups(tile.precincts())) {
        readGroup(group, Math.min(layers, progression.layerEnd()));
      }
    }
    for (var precinct : tile.precincts()) {
      if (precinct.layers() < layers) {
        throw DicomException.at(at, Kind.MALFORMED, "The progression leaves packets out");
      }
    }
  }

  private static long stepsToSort(int size) {
    return (long) size * (Integer.SIZE - Integer.numberOfLeadingZeros(size));
  }

  private void readGroup(List<Precinct> group, int layerEnd) throws DicomException {
    for (var layer = 0; layer < layerEnd; layer++) {
      work.take(group.size(), at);
      for (var precinct : group) {
        if (precinct.layers() == layer) {
          read(precinct);
          precinct.countLayer();
        }
      }
    }
  }

  private void read(Precinct precinct) throws DicomException {
    while (at == end && !bodies.isEmpty()) {
      var body = bodies.remove();
      at = body.at();
      end = body.end();
    }
    skipStartOfPacket();
    if (!hasPackedHeaders) {
      header.seek(stream, at, end);
    }
    touched.clear();
    if (header.bit() == 1) {
      readHeader(precinct);
    }
    header.align();
    header.skip(Marker.EPH, EPH_BYTES);
    if (!hasPackedHeaders) {
      at = header.at();
    }
    for (var block : touched) {
      var length = block.unplacedBytes();
      if (length > end - at) {
        throw DicomException.at(at, Kind.TRUNCATED, "A packet longer than its tile-part");
      }
      block.place(at);
      at += (int) length;
    }
  }

  private void skipStartOfPacket() {
    if (end - at >= SOP_BYTES
        && ((stream[at] & 0xFF) << 8 | (stream[at + 1] & 0xFF)) == Marker.SOP) {
      at += SOP_BYTES;
    }
  }

  private void readHeader(Precinct precinct) throws DicomException {
    for (var grid : precinct.makeGrids()) {
      work.take((long) grid.across() * grid.down(), at);
      for (var y = 0; y < grid.down(); y++) {
        for (var x = 0; x < grid.across(); x++) {
          readBlock(grid, x, y, precinct);
        }
      }
    }
  }

  private void readBlock(BlockGrid grid, int x, int y, Precinct precinct) throws DicomException {
    var block = grid.block(x, y);
    if (block == null) {
      if (!grid.inclusion().isBelow(x, y, precinct.layers() + 1, header)) {
        return;
      }
      block = grid.include(x, y, grid.zeroBitplanes().value(x, y, header));
    } else if (header.bit() == 0) {
      return;
    }
    var passes = readPasses();
    requirePossible(block, passes);
    while (header.bit() == 1) {
      block.widenLengths();
    }
    while (passes > 0) {
      var untilEnd = Passes.segmentEnd(block.passes(), precinct.coding()) - block.passes();
      var ofSegment = Math.min(passes, untilEnd);
      var bits = block.lengthBits() + 31 - Integer.numberOfLeadingZeros(ofSegment);
      if (bits > MOST_LENGTH_BITS) {
        throw header.malformed("A code-block longer than any stream");
      }
      block.add(header.bits(bits), ofSegment);
      passes -= ofSegment;
    }
    touched.add(block);
  }

  private void requirePossible(CodeBlock block, int morePasses) throws DicomException {
    if (block.bitplanes() > BlockDecoder.MOST_BITPLANES) {
      throw DicomException.at(
          header.at(), Kind.NOT_DECODABLE, block.bitplanes() + " bitplanes in a code-block");
    }
    if (block.passes() + morePasses > Passes.most(block.bitplanes())) {
      throw header.malformed("More coding passes than bitplanes have");
    }
  }

  /** Source: table B.4. */
  private int readPasses() throws DicomException {
    if (header.bit() == 0) {
      return 1;
    }
    if (header.bit() == 0) {
      return 2;
    }
    var more = header.bits(2);
    if (more < 3) {
      return 3 + more;
    }
    more = header.bits(5);
    return more < 31 ? 6 + more : 37 + header.bits(7);
  }
}
