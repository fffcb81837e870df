package org.radcase.dicom.codec.j2k;

/** The MQ decoder word by word as the standard draws it. Source: T.800 figures C.14 to C.20. */
final class FlowChartMqDecoder {
  /** Qe, NMPS, NLPS, SWITCH. Source: table C.2. */
  static final int[][] TABLE = {
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

  private final byte[] bytes;
  private final int end;
  private final int[] index = new int[MqDecoder.CONTEXTS];
  private final int[] mps = new int[MqDecoder.CONTEXTS];
  private int bp;
  private long c;
  private int a;
  private int ct;

  /** INITDEC, figure C.20. */
  FlowChartMqDecoder(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.end = end;
    bp = start;
    c = (long) byteAt(bp) << 16;
    byteIn();
    c <<= 7;
    ct -= 7;
    a = 0x8000;
  }

  void setContext(int context, int to) {
    index[context] = to;
    mps[context] = 0;
  }

  /** DECODE, figure C.15. */
  int decode(int context) {
    var qe = TABLE[index[context]][0];
    a -= qe;
    int decision;
    if ((c >> 16) < qe) {
      decision = exchange(context, a < qe);
      a = qe;
      renormalise();
    } else {
      c -= (long) qe << 16;
      if ((a & 0x8000) != 0) {
        return mps[context];
      }
      decision = exchange(context, a >= qe);
      renormalise();
    }
    return decision;
  }

  /** LPS_EXCHANGE and MPS_EXCHANGE, figures C.16 and C.17, after their comparison. */
  private int exchange(int context, boolean isLikely) {
    var row = TABLE[index[context]];
    if (isLikely) {
      index[context] = row[1];
      return mps[context];
    }
    var decision = 1 - mps[context];
    if (row[3] == 1) {
      mps[context] = decision;
    }
    index[context] = row[2];
    return decision;
  }

  /** RENORMD, figure C.18. */
  private void renormalise() {
    do {
      if (ct == 0) {
        byteIn();
      }
      a <<= 1;
      c <<= 1;
      ct--;
    } while ((a & 0x8000) == 0);
  }

  /** BYTEIN, figure C.19. */
  private void byteIn() {
    if (byteAt(bp) == 0xFF) {
      if (byteAt(bp + 1) > 0x8F) {
        c += 0xFF00;
        ct = 8;
      } else {
        bp++;
        c += (long) byteAt(bp) << 9;
        ct = 7;
      }
    } else {
      bp++;
      c += (long) byteAt(bp) << 8;
      ct = 8;
    }
  }

  private int byteAt(int at) {
    return at < end ? bytes[at] & 0xFF : 0xFF;
  }
}
