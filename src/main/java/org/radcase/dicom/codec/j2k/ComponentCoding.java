package org.radcase.dicom.codec.j2k;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.radcase.dicom.data.DicomException;

/**
 * How one component of a tile is coded: the SPcod or SPcoc parameters. Source: T.800 table A.15.
 *
 * @param levels of decomposition, 0 to 32
 * @param blockWidth exponent of two, as are all sizes here
 * @param blockStyle bits of table A.19
 * @param isReversible 5/3, else 9/7
 * @param precincts of each resolution, the smallest image first
 */
record ComponentCoding(
    int levels,
    int blockWidth,
    int blockHeight,
    int blockStyle,
    boolean isReversible,
    List<Precincts> precincts) {

  /** Exponents of two of a precinct's width and height. */
  record Precincts(int width, int height) {
    static final Precincts LARGEST = new Precincts(15, 15);
  }

  /** Raw bits in the lower bitplanes ("lazy"). */
  static final int BYPASS = 1;

  static final int RESET = 2;
  static final int TERMINATE_ALL = 4;
  static final int VERTICALLY_CAUSAL = 8;
  static final int SEGMENTATION_SYMBOLS = 32;
  private static final int PART_15 = 64;

  private static final int MOST_LEVELS = 32;
  private static final int LARGEST_BLOCK_SIDE = 10;
  private static final int LARGEST_BLOCK = 12;

  ComponentCoding {
    precincts = List.copyOf(precincts);
  }

  static ComponentCoding read(ByteReader in, boolean namesPrecincts) throws DicomException {
    var levels = in.u8();
    var blockWidth = in.u8() + 2;
    var blockHeight = in.u8() + 2;
    var blockStyle = in.u8();
    var transform = in.u8();
    if (levels > MOST_LEVELS
        || Math.max(blockWidth, blockHeight) > LARGEST_BLOCK_SIDE
        || blockWidth + blockHeight > LARGEST_BLOCK) {
      throw in.malformed("More levels or larger code-blocks than there can be");
    }
    if (blockStyle >= PART_15) {
      throw in.notDecodable("Code-blocks of another part of JPEG 2000");
    }
    if (transform > 1) {
      throw in.notDecodable("A wavelet of Part 2");
    }
    return new ComponentCoding(
        levels,
        blockWidth,
        blockHeight,
        blockStyle,
        transform == 1,
        namesPrecincts
            ? precincts(in, levels)
            : Collections.nCopies(levels + 1, Precincts.LARGEST));
  }

  private static List<Precincts> precincts(ByteReader in, int levels) throws DicomException {
    var precincts = new ArrayList<Precincts>();
    for (var resolution = 0; resolution <= levels; resolution++) {
      var sides = in.u8();
      if (resolution > 0 && (sides & 0x0F) * (sides >> 4) == 0) {
        throw in.malformed("Precincts too small to be halved");
      }
      precincts.add(new Precincts(sides & 0x0F, sides >> 4));
    }
    return precincts;
  }

  boolean has(int style) {
    return (blockStyle & style) != 0;
  }
}
