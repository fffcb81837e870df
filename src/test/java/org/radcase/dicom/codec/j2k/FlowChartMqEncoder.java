package org.radcase.dicom.codec.j2k;

import java.io.ByteArrayOutputStream;

/** The MQ encoder word by word as the standard draws it. Source: T.800 figures C.4 to C.13. */
final class FlowChartMqEncoder {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final int[] index = new int[MqDecoder.CONTEXTS];
  private final int[] mps = new int[MqDecoder.CONTEXTS];
  // INITENC: the byte before the first is none.
  private int b = -1;
  private int c;
  private int a = 0x8000;
  private int ct = 12;

  void setContext(int context, int to) {
    index[context] = to;
    mps[context] = 0;
  }

  void encode(int context, int decision) {
    var row = FlowChartMqDecoder.TABLE[index[context]];
    var qe = row[0];
    a -= qe;
    if (decision == mps[context]) {
      if ((a & 0x8000) != 0) {
        c += qe;
        return;
      }
      if (a < qe) {
        a = qe;
      } else {
        c += qe;
      }
      index[context] = row[1];
    } else {
      if (a < qe) {
        c += qe;
      } else {
        a = qe;
      }
      mps[context] ^= row[3];
      index[context] = row[2];
    }
    renormalise();
  }

  private void renormalise() {
    do {
      a <<= 1;
      c <<= 1;
      ct--;
      if (ct == 0) {
        byteOut();
      }
    } while ((a & 0x8000) == 0);
  }

  private void byteOut() {
    if (b != 0xFF && c >= 0x8000000) {
      b++;
      c &= 0x7FFFFFF;
    }
    if (b >= 0) {
      bytes.write(b);
    }
    var isStuffed = b == 0xFF;
    var bits = isStuffed ? 20 : 19;
    b = c >> bits;
    c &= (1 << bits) - 1;
    ct = isStuffed ? 7 : 8;
  }

  /** FLUSH: ends the codeword, and gives its bytes. */
  byte[] flush() {
    var top = c + a;
    c |= 0xFFFF;
    if (c >= top) {
      c -= 0x8000;
    }
    c <<= ct;
    byteOut();
    c <<= ct;
    byteOut();
    if (b != 0xFF) {
      bytes.write(b);
    }
    return bytes.toByteArray();
  }
}
