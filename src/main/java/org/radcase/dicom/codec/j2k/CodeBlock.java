package org.radcase.dicom.codec.j2k;

import java.util.Arrays;

/** What packets have brought for one code-block. Source: T.800 B.7, B.10. For one thread. */
final class CodeBlock {
  private static final int PIECE = 3; // offset, length and passes

  private final Subband band;
  private final Area area;
  private final int zeroBitplanes;
  private int lengthBits = 3;
  private int passes;
  private int[] pieces = new int[PIECE];
  private int count;
  private int placed;

  /** @param area on the grid of its subband */
  CodeBlock(Subband band, Area area, int zeroBitplanes) {
    this.band = band;
    this.area = area;
    this.zeroBitplanes = zeroBitplanes;
  }

  Subband band() {
    return band;
  }

  Area area() {
    return area;
  }

  /** Bitplanes that are coded; of no sense (negative) where the header lies. */
  int bitplanes() {
    return band.bitplanes() - zeroBitplanes;
  }

  int passes() {
    return passes;
  }

  int lengthBits() {
    return lengthBits;
  }

  void widenLengths() {
    lengthBits++;
  }

  /** Notes a piece of a codeword segment, whose place is not known before the header ends. */
  void add(int length, int ofPasses) {
    if ((count + 1) * PIECE > pieces.length) {
      pieces = Arrays.copyOf(pieces, pieces.length * 2);
    }
    pieces[count * PIECE + 1] = length;
    pieces[count * PIECE + 2] = ofPasses;
    passes += ofPasses;
    count++;
  }

  /** Gives the new pieces their places in the stream, one behind the other. */
  void place(int offset) {
    var next = offset;
    for (; placed < count; placed++) {
      pieces[placed * PIECE] = next;
      next += length(placed);
    }
  }

  /** The length of the pieces that have no place yet. */
  long unplacedBytes() {
    var bytes = 0L;
    for (var piece = placed; piece < count; piece++) {
      bytes += length(piece);
    }
    return bytes;
  }

  int pieces() {
    return count;
  }

  int offset(int piece) {
    return pieces[piece * PIECE];
  }

  int length(int piece) {
    return pieces[piece * PIECE + 1];
  }

  int passes(int piece) {
    return pieces[piece * PIECE + 2];
  }
}
