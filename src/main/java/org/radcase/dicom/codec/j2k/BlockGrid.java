package org.radcase.dicom.codec.j2k;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The code-blocks of one subband in one precinct, row by row. Those that no packet includes do not
 * exist. Source: T.800 B.7, B.9. For one thread.
 */
final class BlockGrid {
  private final Subband band;
  private final Area area;
  private final int widthExponent;
  private final int heightExponent;
  private final int across;
  private final int down;
  private final TagTree inclusion;
  private final TagTree zeroBitplanes;
  private final @Nullable CodeBlock[] blocks;
  private final List<CodeBlock> included = new ArrayList<>();

  /** @param area of the precinct in the subband */
  BlockGrid(Subband band, Area area, int widthExponent, int heightExponent) {
    this.band = band;
    this.area = area;
    this.widthExponent = widthExponent;
    this.heightExponent = heightExponent;
    across = area.isEmpty() ? 0 : cells(area.x0(), area.x1(), widthExponent);
    down = area.isEmpty() ? 0 : cells(area.y0(), area.y1(), heightExponent);
    inclusion = new TagTree(across, down);
    zeroBitplanes = new TagTree(across, down);
    blocks = new CodeBlock[across * down];
  }

  private static int cells(int start, int end, int exponent) {
    return ((end - 1) >> exponent) - (start >> exponent) + 1;
  }

  int across() {
    return across;
  }

  int down() {
    return down;
  }

  TagTree inclusion() {
    return inclusion;
  }

  TagTree zeroBitplanes() {
    return zeroBitplanes;
  }

  @Nullable
  CodeBlock block(int x, int y) {
    return blocks[y * across + x];
  }

  CodeBlock include(int x, int y, int withZeroBitplanes) {
    var left = (long) ((area.x0() >> widthExponent) + x) << widthExponent;
    var top = (long) ((area.y0() >> heightExponent) + y) << heightExponent;
    var ofBlock =
        area.intersection(left, top, left + (1L << widthExponent), top + (1L << heightExponent));
    var block = new CodeBlock(band, ofBlock, withZeroBitplanes);
    blocks[y * across + x] = block;
    included.add(block);
    return block;
  }

  /** Those that packets include. */
  List<CodeBlock> included() {
    return included;
  }
}
