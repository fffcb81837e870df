package org.radcase.dicom.codec.j2k;

/**
 * The MQ arithmetic decoder. Source: T.800 annex C.
 *
 * <p>The standard keeps the interval A and the code register C, and compares and shifts both at
 * each decision. Most decisions are the likelier symbol without a shift, and lower both by the same
 * amount; so here only <i>margin</i>, the smaller of A − 0x8000 and C (in the scale of the high
 * half of C), is lowered: as long as it is not negative, nothing else needs be looked at. A and C
 * are kept as their distances from it. Taubman and Marcellin, "JPEG2000" (2002), section 17.1.1,
 * describe this.
 *
 * <p>A caller with a tight loop keeps the margin in a variable of its own: it takes the entry of
 * the context, subtracts its {@link #INTERVAL}, and calls {@link #settle} if that becomes negative.
 * All others call {@link #decode}. For one thread.
 */
final class MqDecoder {
  static final int CONTEXTS = 19;

  /** The bits of an entry that hold Qe; its lowest bit is the likelier symbol. */
  static final long INTERVAL = -1L << 47;

  private static final int SCALE = 47; // of A and C: below it are the bits to come
  private static final long HALF = 0x8000L << SCALE;
  private static final int STATE = 0x7F;
  private static final int ENOUGH_BITS = SCALE - 8;

  /** Qe, next index if the symbol was likelier, if less likely, whether to switch. Table C.2. */
  private static final int[][] PROBABILITIES = {
    {0x5601, 1, 1, 1}, {0x3401, 2, 6, 0}, {0x1801, 3, 9, 0}, {0x0AC1, 4, 12, 0},
    {0x0521, 5, 29, 0}, {0x0221, 38, 33, 0}, {0x5601, 7, 6, 1}, {0x5401, 8, 14, 0},
    {0x4801, 9, 14, 0}, {0x3801, 10, 14, 0}, {0x3001, 11, 17, 0}, {0x2401, 12, 18, 0},
    {0x1C01, 13, 20, 0}, {0x1601, 29, 21, 0}, {0x5601, 15, 14, 1}, {0x5401, 16, 14, 0},
    {0x5101, 17, 15, 0}, {0x4801, 18, 16, 0}, {0x3801, 19, 17, 0}, {0x3401, 20, 18, 0},
    {0x3001, 21, 19, 0}, {0x2801, 22, 19, 0}, {0x2401, 23, 20, 0}, {0x2201, 24, 21, 0},
    {0x1C01, 25, 22, 0}, {0x1801, 26, 23, 0}, {0x1601, 27, 24, 0}, {0x1401, 28, 25, 0},
    {0x1201, 29, 26, 0}, {0x1101, 30, 27, 0}, {0x0AC1, 31, 28, 0}, {0x09C1, 32, 29, 0},
    {0x08A1, 33, 30, 0}, {0x0521, 34, 31, 0}, {0x0441, 35, 32, 0}, {0x02A1, 36, 33, 0},
    {0x0221, 37, 34, 0}, {0x0141, 38, 35, 0}, {0x0111, 39, 36, 0}, {0x0085, 40, 37, 0},
    {0x0049, 41, 38, 0}, {0x0025, 42, 39, 0}, {0x0015, 43, 40, 0}, {0x0009, 44, 41, 0},
    {0x0005, 45, 42, 0}, {0x0001, 45, 43, 0}, {0x5601, 46, 46, 0}
  };

  /** The entry after a decision: by twice the state, plus one if the symbol was the less likely. */
  private static final long[] NEXT = new long[4 * PROBABILITIES.length];

  static {
    for (var index = 0; index < PROBABILITIES.length; index++) {
      var row = PROBABILITIES[index];
      for (var likelier = 0; likelier <= 1; likelier++) {
        var state = 2 * index + likelier;
        NEXT[2 * state] = entry(row[1], likelier);
        NEXT[2 * state + 1] = entry(row[2], likelier ^ row[3]);
      }
    }
  }

  private final long[] contexts = new long[CONTEXTS];
  private byte[] bytes = {};
  private int at;
  private int end;
  private int bitsToCome;
  private long margin;
  private long intervalAbove;
  private long codeAbove;

  /** Qe with a state: twice the index of the table, and the likelier symbol. */
  private static long entry(int index, int likelier) {
    return (long) PROBABILITIES[index][0] << SCALE | 2 * index + likelier;
  }

  /** The entries themselves, to read. */
  long[] contexts() {
    return contexts;
  }

  void setContext(int context, int index) {
    contexts[context] = entry(index, 0);
  }

  long margin() {
    return margin;
  }

  void setMargin(long margin) {
    this.margin = margin;
  }

  /** Begins a codeword segment. Source: C.3.5. */
  void start(byte[] in, int start, int stop) {
    bytes = in;
    at = start;
    end = stop;
    bitsToCome = 0;
    var code = filled((long) byteAt(at) << SCALE) << 7;
    bitsToCome -= 7;
    keep(HALF, code);
  }

  int decode(int context) {
    var entry = contexts[context];
    margin -= entry & INTERVAL;
    return margin < 0 ? settle(context, margin) : (int) entry & 1;
  }

  /**
   * Decides where the interval must be widened or the less likely symbol may be meant, and gives
   * the symbol; afterwards {@link #margin} is new. Source: C.3.2, C.3.3.
   *
   * <p>Without branches, since these go either way about as often.
   */
  int settle(int context, long negativeMargin) {
    var entry = contexts[context];
    var probability = entry & INTERVAL;
    var interval = intervalAbove + negativeMargin;
    var code = codeAbove + negativeMargin;
    var isBelow = code >> 63; // all bits, or none
    var isUnlikely = isBelow ^ (interval - probability) >> 63;
    contexts[context] = NEXT[((int) entry & STATE) << 1 | ((int) isUnlikely & 1)];
    code += probability & isBelow;
    interval += probability - interval & isBelow;
    var shifts = Long.numberOfLeadingZeros(interval) - 1;
    if (shifts > bitsToCome) {
      code = filled(code);
    }
    bitsToCome -= shifts;
    keep(interval << shifts, code << shifts);
    return (int) (entry ^ isUnlikely) & 1;
  }

  private void keep(long interval, long code) {
    margin = Math.min(interval - HALF, code);
    intervalAbove = interval - margin;
    codeAbove = code - margin;
  }

  /**
   * Puts the next bytes below C. One after FF overlaps it by the bit that takes a carry; behind a
   * marker or the end there are ones. Source: C.3.4.
   */
  private long filled(long code) {
    var filled = code;
    while (bitsToCome <= ENOUGH_BITS) {
      var isStuffed = byteAt(at) == 0xFF;
      var next = (long) byteAt(at + 1);
      if (isStuffed && next > 0x8F) {
        next = 0xFF;
        isStuffed = false;
      } else {
        at++;
      }
      bitsToCome += isStuffed ? 7 : 8;
      filled += next << (SCALE - bitsToCome);
    }
    return filled;
  }

  private int byteAt(int offset) {
    return offset < end ? bytes[offset] & 0xFF : 0xFF;
  }
}
