package org.radcase.dicom.codec.j2k;

import java.util.Arrays;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;

/**
 * Decodes code-blocks, bitplane by bitplane ("tier 1"). Source: T.800 annex D.
 *
 * <p>Coefficients are scanned in stripes of four rows, column by column. Each such column of four
 * has one word of flags, in a frame of empty ones. Its bits:
 *
 * <ul>
 *   <li>0 to 17: what is significant in the three columns and six rows around it, row by row: the
 *       neighbourhood of row <i>r</i> are the nine bits from 3<i>r</i> on, with its own in the
 *       middle
 *   <li>18 + 3<i>r</i>: what has been refined; 19 + 3<i>r</i>: what has been visited in this
 *       bitplane
 * </ul>
 *
 * <p>So a row is a shift by 0, 3, 6 or 9 bits, and the rows that a pass is to code are a mask of
 * these bits. A second word has the signs of the column's six rows.
 *
 * <p>A value has its sign in bit 31. Its magnitude has one more bit below the lowest bitplane,
 * since what has not been decoded is taken to be half of its range (E.1.1.2, r = 1/2). For one
 * thread.
 */
final class BlockDecoder {
  /** Magnitudes have 31 bits, and one is for the half. */
  static final int MOST_BITPLANES = 30;

  private static final int STRIPE = 4;
  private static final int ROWS = 0b1001001001;
  private static final int NEIGHBOURHOOD = 0x3FFFF;
  private static final int AROUND = 0x1FF;
  private static final int CROSS = 0b10101010;
  private static final int SELF = 4;
  private static final int REFINED = 18;
  private static final int VISITED = 19;
  private static final int SEGMENTATION_SYMBOL = 0b1010;

  private final byte[] stream;
  private final MqDecoder mq = new MqDecoder();
  private final RawBits raw = new RawBits();
  private byte[] bytes = {};
  private int[] flags = {};
  private int[] signs = {};
  private int[] values = {};
  private byte[] zeroCoding = {};
  private int width;
  private int height;
  private int stride;
  private boolean isCausal;

  BlockDecoder(byte[] stream) {
    this.stream = stream;
  }

  /** The values of the block, row by row; overwritten by the next. */
  int[] decode(CodeBlock block, ComponentCoding coding) throws DicomException {
    prepare(block, coding);
    resetContexts();
    var piece = 0;
    var start = 0;
    for (var pass = 0; pass < block.passes(); ) {
      var segmentEnd = Math.min(Passes.segmentEnd(pass, coding), block.passes());
      var end = start;
      for (var covered = pass; covered < segmentEnd; piece++) {
        covered += block.passes(piece);
        end += block.length(piece);
      }
      if (Passes.isRaw(pass, coding)) {
        raw.start(bytes, start, end);
      } else {
        mq.start(bytes, start, end);
      }
      for (; pass < segmentEnd; pass++) {
        decodePass(pass, block, coding);
      }
      start = end;
    }
    return values;
  }

  private void prepare(CodeBlock block, ComponentCoding coding) {
    width = block.area().width();
    height = block.area().height();
    stride = width + 2;
    isCausal = coding.has(ComponentCoding.VERTICALLY_CAUSAL);
    zeroCoding = BlockContexts.zeroCoding(block.band().orientation());
    var words = stride * ((height + STRIPE - 1) / STRIPE + 2);
    if (words > flags.length) {
      flags = new int[words];
      signs = new int[words];
    }
    Arrays.fill(flags, 0, words, 0);
    Arrays.fill(signs, 0, words, 0);
    if (width * height > values.length) {
      values = new int[width * height];
    }
    Arrays.fill(values, 0, width * height, 0);
    gather(block);
  }

  /** Puts the pieces of all packets behind one another. */
  private void gather(CodeBlock block) {
    var length = 0;
    for (var piece = 0; piece < block.pieces(); piece++) {
      length += block.length(piece);
    }
    if (length > bytes.length) {
      bytes = new byte[length];
    }
    var to = 0;
    for (var piece = 0; piece < block.pieces(); piece++) {
      System.arraycopy(stream, block.offset(piece), bytes, to, block.length(piece));
      to += block.length(piece);
    }
  }

  /** Table D.7. */
  private void resetContexts() {
    for (var context = 0; context < MqDecoder.CONTEXTS; context++) {
      mq.setContext(context, 0);
    }
    mq.setContext(0, 4);
    mq.setContext(BlockContexts.RUN_LENGTH, 3);
    mq.setContext(BlockContexts.UNIFORM, 46);
  }

  private void decodePass(int pass, CodeBlock block, ComponentCoding coding) throws DicomException {
    var bitplane = block.bitplanes() - 1 - Passes.bitplane(pass);
    var isRaw = Passes.isRaw(pass, coding);
    switch (Passes.kind(pass)) {
      case SIGNIFICANCE -> {
        if (isRaw) {
          bypassSignificance(bitplane);
        } else {
          decodeSignificance(bitplane);
        }
      }
      case REFINEMENT -> {
        if (isRaw) {
          bypassRefinement(bitplane);
        } else {
          decodeRefinement(bitplane);
        }
      }
      case CLEANUP -> {
        cleanUp(bitplane);
        if (coding.has(ComponentCoding.SEGMENTATION_SYMBOLS)) {
          requireSegmentationSymbol(block);
        }
      }
    }
    if (coding.has(ComponentCoding.RESET)) {
      resetContexts();
    }
  }

  private void requireSegmentationSymbol(CodeBlock block) throws DicomException {
    var symbol = 0;
    for (var i = 0; i < 4; i++) {
      symbol = symbol << 1 | mq.decode(BlockContexts.UNIFORM);
    }
    if (symbol != SEGMENTATION_SYMBOL) {
      throw DicomException.at(
          block.offset(0), Kind.MALFORMED, "A code-block without its segmentation symbol");
    }
  }

  private void decodeSignificance(int bitplane) {
    var contexts = mq.contexts();
    var margin = mq.margin();
    for (var top = 0; top < height; top += STRIPE) {
      var rows = rows(top);
      var word = word(top);
      for (var x = 0; x < width; x++, word++) {
        var flag = flags[word];
        if ((flag & NEIGHBOURHOOD) == 0) {
          continue;
        }
        var todo = insignificantWithNeighbours(flag) & rows;
        while (todo != 0) {
          var row = Integer.numberOfTrailingZeros(todo);
          todo &= todo - 1;
          int context = zeroCoding[flag >>> row & AROUND];
          var entry = contexts[context];
          var symbol = (int) entry & 1;
          margin -= entry & MqDecoder.INTERVAL;
          if (margin < 0) {
            symbol = mq.settle(context, margin);
            margin = mq.margin();
          }
          if (symbol == 1) {
            mq.setMargin(margin);
            flag = becomeSignificant(word, flag, row, decodeSign(word, flag, row));
            margin = mq.margin();
            values[index(top, row, x)] = first(bitplane, word, row);
            todo |= 8 << row & ~(flag >>> SELF) & rows; // the row below has a neighbour now
          }
          flag |= 1 << (VISITED + row);
        }
        flags[word] = flag;
      }
    }
    mq.setMargin(margin);
  }

  private void decodeRefinement(int bitplane) {
    var contexts = mq.contexts();
    var margin = mq.margin();
    var half = 1 << bitplane;
    for (var top = 0; top < height; top += STRIPE) {
      var word = word(top);
      for (var x = 0; x < width; x++, word++) {
        var flag = flags[word];
        var todo = flag >>> SELF & ~(flag >>> VISITED) & ROWS;
        if (todo == 0) {
          continue;
        }
        flags[word] = flag | todo << REFINED;
        while (todo != 0) {
          var row = Integer.numberOfTrailingZeros(todo);
          todo &= todo - 1;
          var context = refinementContext(flag, row);
          var entry = contexts[context];
          var symbol = (int) entry & 1;
          margin -= entry & MqDecoder.INTERVAL;
          if (margin < 0) {
            symbol = mq.settle(context, margin);
            margin = mq.margin();
          }
          values[index(top, row, x)] += (symbol << (bitplane + 1)) - half;
        }
      }
    }
    mq.setMargin(margin);
  }

  private void cleanUp(int bitplane) {
    var contexts = mq.contexts();
    var margin = mq.margin();
    for (var top = 0; top < height; top += STRIPE) {
      var rows = rows(top);
      var word = word(top);
      for (var x = 0; x < width; x++, word++) {
        var flag = flags[word];
        var todo = ~(flag >>> SELF | flag >>> VISITED) & rows;
        var isRun = rows == ROWS && (flag & NEIGHBOURHOOD) == 0;
        if (isRun) {
          var entry = contexts[BlockContexts.RUN_LENGTH];
          var symbol = (int) entry & 1;
          margin -= entry & MqDecoder.INTERVAL;
          if (margin < 0) {
            symbol = mq.settle(BlockContexts.RUN_LENGTH, margin);
            margin = mq.margin();
          }
          if (symbol == 0) {
            continue;
          }
          mq.setMargin(margin);
          var run = mq.decode(BlockContexts.UNIFORM) << 1 | mq.decode(BlockContexts.UNIFORM);
          margin = mq.margin();
          todo &= -1 << (3 * run); // beginning with the one that ends the run
        }
        while (todo != 0) {
          var row = Integer.numberOfTrailingZeros(todo);
          todo &= todo - 1;
          var symbol = 1;
          if (!isRun) {
            int context = zeroCoding[flag >>> row & AROUND];
            var entry = contexts[context];
            symbol = (int) entry & 1;
            margin -= entry & MqDecoder.INTERVAL;
            if (margin < 0) {
              symbol = mq.settle(context, margin);
              margin = mq.margin();
            }
          }
          isRun = false;
          if (symbol == 1) {
            mq.setMargin(margin);
            flag = becomeSignificant(word, flag, row, decodeSign(word, flag, row));
            margin = mq.margin();
            values[index(top, row, x)] = first(bitplane, word, row);
          }
        }
        flags[word] = flag & ~(ROWS << VISITED);
      }
    }
    mq.setMargin(margin);
  }

  private void bypassSignificance(int bitplane) {
    for (var top = 0; top < height; top += STRIPE) {
      var word = word(top);
      for (var x = 0; x < width; x++, word++) {
        var flag = flags[word];
        var todo = insignificantWithNeighbours(flag) & rows(top);
        while (todo != 0) {
          var row = Integer.numberOfTrailingZeros(todo);
          todo &= todo - 1;
          if (raw.bit() == 1) {
            flag = becomeSignificant(word, flag, row, raw.bit());
            values[index(top, row, x)] = first(bitplane, word, row);
            todo |= 8 << row & ~(flag >>> SELF) & rows(top);
          }
          flag |= 1 << (VISITED + row);
        }
        flags[word] = flag;
      }
    }
  }

  private void bypassRefinement(int bitplane) {
    var half = 1 << bitplane;
    for (var top = 0; top < height; top += STRIPE) {
      var word = word(top);
      for (var x = 0; x < width; x++, word++) {
        var flag = flags[word];
        var todo = flag >>> SELF & ~(flag >>> VISITED) & ROWS;
        flags[word] = flag | todo << REFINED;
        while (todo != 0) {
          var row = Integer.numberOfTrailingZeros(todo);
          todo &= todo - 1;
          values[index(top, row, x)] += raw.bit() == 1 ? half : -half;
        }
      }
    }
  }

  /** The rows of a stripe that the block has. */
  private int rows(int top) {
    return height - top >= STRIPE ? ROWS : ROWS & (1 << (3 * (height - top))) - 1;
  }

  private int word(int top) {
    return (top / STRIPE + 1) * stride + 1;
  }

  /** The place of a value; {@code row} is a shift. */
  private int index(int top, int row, int x) {
    return (top + ((row * 11) >> 5)) * width + x; // a third of 0, 3, 6 and 9
  }

  private static int insignificantWithNeighbours(int flag) {
    var significant = flag & NEIGHBOURHOOD;
    var inRow = significant | significant >>> 1 | significant >>> 2;
    return (inRow | inRow >>> 3 | inRow >>> 6) & ~(flag >>> SELF) & ROWS;
  }

  /** Table D.4. */
  private static int refinementContext(int flag, int row) {
    if ((flag >>> (REFINED + row) & 1) != 0) {
      return BlockContexts.REFINED;
    }
    return (flag >>> row & AROUND) == 1 << SELF
        ? BlockContexts.NEVER_REFINED
        : BlockContexts.NEVER_REFINED_WITH_NEIGHBOURS;
  }

  /** 1 if negative. */
  private int decodeSign(int word, int flag, int row) {
    var above = (row * 11) >> 5;
    var neighbours = (flag >>> row & CROSS)
        | (signs[word] >>> above & 1)
        | (signs[word - 1] >>> (above + 1) & 1) << 2
        | (signs[word + 1] >>> (above + 1) & 1) << 4
        | (signs[word] >>> (above + 2) & 1) << 6;
    var context = BlockContexts.sign()[neighbours];
    return mq.decode(context & 0x1F) ^ (context >>> 7 & 1);
  }

  /** Tells the words around, and returns that of the coefficient's own column. */
  private int becomeSignificant(int word, int flag, int row, int sign) {
    flags[word - 1] |= 1 << (SELF + 1 + row);
    flags[word + 1] |= 1 << (SELF - 1 + row);
    signs[word] |= sign << (1 + ((row * 11) >> 5));
    if (row == 0 && !isCausal) {
      var above = word - stride;
      flags[above - 1] |= 1 << 17;
      flags[above] |= 1 << 16;
      flags[above + 1] |= 1 << 15;
      signs[above] |= sign << (STRIPE + 1);
    } else if (row == 9) {
      var below = word + stride;
      flags[below - 1] |= 1 << 2;
      flags[below] |= 1 << 1;
      flags[below + 1] |= 1;
      signs[below] |= sign;
    }
    return flag | 1 << (SELF + row);
  }

  /** A magnitude of one and a half, with the sign. */
  private int first(int bitplane, int word, int row) {
    return 3 << bitplane | signs[word] >>> (1 + ((row * 11) >> 5)) << 31;
  }
}
