package org.radcase.dicom.codec.j2k;

import java.util.Arrays;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;

/**
 * Decodes code-blocks, bitplane by bitplane ("tier 1"). Source: T.800 annex D.
 *
 * <p>Coefficients are scanned in stripes of four rows, column by column. Each such column of four has
 * one word of flags, in a frame of empty ones. Its bits:
 *
 * <ul>
 *   <li>0 to 17: what is significant in the three columns and six rows around it, row by row: the
 *       neighbourhood of row <i>r</i> are the nine bits from 3<i>r</i> on, with its own in bit 4
 *   <li>18 to 23: what is negative in its own column, from the row above to the row below
 *   <li>24 to 27: what has been refined; 28 to 31: what has been visited in this bitplane
 * </ul>
 *
 * <p>A value has its sign in bit 31. Its magnitude has one more bit below the lowest bitplane, since
 * what has not been decoded is taken to be half of its range (E.1.1.2, r = 1/2). For one thread.
 */
final class BlockDecoder {
  /** Magnitudes have 31 bits, and one is for the half. */
  static final int MOST_BITPLANES = 30;

  private static final int STRIPE = 4;
  private static final int NEIGHBOURHOOD = 0x3FFFF;
  private static final int SELF = 0x10;
  private static final int AROUND = 0x1EF;
  private static final int ALL_SELVES = SELF | SELF << 3 | SELF << 6 | SELF << 9;
  private static final int CROSS = 0xAA;
  private static final int NEGATIVE = 19;
  private static final int REFINED = 24;
  private static final int VISITED = 28;
  private static final int ALL_VISITED = 0xF << VISITED;
  private static final int SEGMENTATION_SYMBOL = 0b1010;

  private final byte[] stream;
  private final MqDecoder mq = new MqDecoder();
  private final RawBits raw = new RawBits();
  private byte[] bytes = {};
  private int[] flags = {};
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
    }
    Arrays.fill(flags, 0, words, 0);
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
      bytes = new byte[2 * length];
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

  private void decodePass(int pass, CodeBlock block, ComponentCoding coding)
      throws DicomException {
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
      var rows = Math.min(STRIPE, height - top);
      var word = (top / STRIPE + 1) * stride + 1;
      for (var x = 0; x < width; x++, word++) {
        var flag = flags[word];
        if ((flag & NEIGHBOURHOOD) == 0) {
          continue;
        }
        for (var row = 0; row < rows; row++) {
          var around = flag >>> 3 * row & 0x1FF;
          if (around == 0 || (around & SELF) != 0) {
            continue;
          }
          int context = zeroCoding[around];
          var entry = contexts[context];
          var symbol = entry & 1;
          margin -= entry & MqDecoder.INTERVAL;
          if (margin < 0) {
            symbol = mq.settle(context, margin);
            margin = mq.margin();
          }
          if (symbol == 1) {
            mq.setMargin(margin);
            flag = becomeSignificant(word, flag, row, decodeSign(word, flag, row));
            margin = mq.margin();
            setFirst(top + row, x, bitplane, flag >>> NEGATIVE + row);
          }
          flag |= 1 << VISITED + row;
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
      var word = (top / STRIPE + 1) * stride + 1;
      for (var x = 0; x < width; x++, word++) {
        var flag = flags[word];
        if ((flag & ALL_SELVES) == 0) {
          continue;
        }
        for (var row = 0; row < STRIPE; row++) {
          if ((flag >>> 3 * row & SELF) == 0 || (flag >>> VISITED + row & 1) != 0) {
            continue;
          }
          var context = refinementContext(flag, row);
          var entry = contexts[context];
          var symbol = entry & 1;
          margin -= entry & MqDecoder.INTERVAL;
          if (margin < 0) {
            symbol = mq.settle(context, margin);
            margin = mq.margin();
          }
          values[(top + row) * width + x] += symbol == 1 ? half : -half;
          flag |= 1 << REFINED + row;
        }
        flags[word] = flag;
      }
    }
    mq.setMargin(margin);
  }

  private void cleanUp(int bitplane) {
    var contexts = mq.contexts();
    var margin = mq.margin();
    for (var top = 0; top < height; top += STRIPE) {
      var rows = Math.min(STRIPE, height - top);
      var word = (top / STRIPE + 1) * stride + 1;
      for (var x = 0; x < width; x++, word++) {
        var flag = flags[word];
        var first = -1; // the row that a run ended at
        if (rows == STRIPE && (flag & NEIGHBOURHOOD) == 0) {
          var entry = contexts[BlockContexts.RUN_LENGTH];
          var symbol = entry & 1;
          margin -= entry & MqDecoder.INTERVAL;
          if (margin < 0) {
            symbol = mq.settle(BlockContexts.RUN_LENGTH, margin);
            margin = mq.margin();
          }
          if (symbol == 0) {
            continue;
          }
          mq.setMargin(margin);
          first = mq.decode(BlockContexts.UNIFORM) << 1;
          first |= mq.decode(BlockContexts.UNIFORM);
          margin = mq.margin();
        }
        for (var row = Math.max(0, first); row < rows; row++) {
          var symbol = 1;
          if (row != first) {
            if ((flag & (SELF << 3 * row | 1 << VISITED + row)) != 0) {
              continue;
            }
            int context = zeroCoding[flag >>> 3 * row & AROUND];
            var entry = contexts[context];
            symbol = entry & 1;
            margin -= entry & MqDecoder.INTERVAL;
            if (margin < 0) {
              symbol = mq.settle(context, margin);
              margin = mq.margin();
            }
          }
          if (symbol == 1) {
            mq.setMargin(margin);
            flag = becomeSignificant(word, flag, row, decodeSign(word, flag, row));
            margin = mq.margin();
            setFirst(top + row, x, bitplane, flag >>> NEGATIVE + row);
          }
        }
        flags[word] = flag & ~ALL_VISITED;
      }
    }
    mq.setMargin(margin);
  }

  private void bypassSignificance(int bitplane) {
    for (var top = 0; top < height; top += STRIPE) {
      var rows = Math.min(STRIPE, height - top);
      var word = (top / STRIPE + 1) * stride + 1;
      for (var x = 0; x < width; x++, word++) {
        var flag = flags[word];
        for (var row = 0; row < rows; row++) {
          var around = flag >>> 3 * row & 0x1FF;
          if (around == 0 || (around & SELF) != 0) {
            continue;
          }
          if (raw.bit() == 1) {
            flag = becomeSignificant(word, flag, row, raw.bit());
            setFirst(top + row, x, bitplane, flag >>> NEGATIVE + row);
          }
          flag |= 1 << VISITED + row;
        }
        flags[word] = flag;
      }
    }
  }

  private void bypassRefinement(int bitplane) {
    var half = 1 << bitplane;
    for (var top = 0; top < height; top += STRIPE) {
      var word = (top / STRIPE + 1) * stride + 1;
      for (var x = 0; x < width; x++, word++) {
        for (var row = 0; row < STRIPE; row++) {
          var flag = flags[word];
          if ((flag >>> 3 * row & SELF) != 0 && (flag >>> VISITED + row & 1) == 0) {
            values[(top + row) * width + x] += raw.bit() == 1 ? half : -half;
            flags[word] = flag | 1 << REFINED + row;
          }
        }
      }
    }
  }

  /** Table D.4. */
  private static int refinementContext(int flag, int row) {
    if ((flag >>> REFINED + row & 1) != 0) {
      return BlockContexts.REFINED;
    }
    return (flag >>> 3 * row & AROUND) == 0
        ? BlockContexts.NEVER_REFINED
        : BlockContexts.NEVER_REFINED_WITH_NEIGHBOURS;
  }

  /** 1 if negative. */
  private int decodeSign(int word, int flag, int row) {
    var negative = NEGATIVE + row;
    var neighbours = flag >>> 3 * row & CROSS
        | flag >>> negative - 1 & 1
        | (flags[word - 1] >>> negative & 1) << 2
        | (flags[word + 1] >>> negative & 1) << 4
        | (flag >>> negative + 1 & 1) << 6;
    var context = BlockContexts.sign()[neighbours];
    return mq.decode(context & 0x1F) ^ context >>> 7 & 1;
  }

  /** Tells the words around, and returns that of the coefficient's own column. */
  private int becomeSignificant(int word, int flag, int row, int sign) {
    flags[word - 1] |= 1 << 3 * row + 5;
    flags[word + 1] |= 1 << 3 * row + 3;
    if (row == 0 && !isCausal) {
      flags[word - stride - 1] |= 1 << 17;
      flags[word - stride] |= 1 << 16 | sign << 23;
      flags[word - stride + 1] |= 1 << 15;
    } else if (row == STRIPE - 1) {
      flags[word + stride - 1] |= 1 << 2;
      flags[word + stride] |= 1 << 1 | sign << 18;
      flags[word + stride + 1] |= 1;
    }
    return flag | SELF << 3 * row | sign << NEGATIVE + row;
  }

  private void setFirst(int y, int x, int bitplane, int sign) {
    values[y * width + x] = 3 << bitplane | sign << 31;
  }
}
