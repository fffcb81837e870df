package org.radcase.dicom.codec.j2k;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.TreeMap;
import org.radcase.dicom.data.DicomException;

/**
 * Packet headers that stand apart from their packets: in the main header (PPM) or in those of a
 * tile's parts (PPT). Source: T.800 A.7.4, A.7.5. For one thread.
 */
final class PackedHeaders {
  private final TreeMap<Integer, byte[]> segments = new TreeMap<>();
  private final Queue<byte[]> ofTileParts = new ArrayDeque<>();

  /** Segments are numbered, and their content is one text in that order. */
  void add(ByteReader segment) throws DicomException {
    var number = segment.u8();
    if (segments.put(number, segment.rest()) != null) {
      throw segment.malformed("Two segments of packed headers with one number");
    }
  }

  /** Splits those of the main header into those of each tile-part, which may cross segments. */
  void split() throws DicomException {
    var all = joined();
    var in = new ByteReader(all, 0, all.length);
    while (in.left() > 0) {
      ofTileParts.add(in.take(in.u32()).rest());
    }
  }

  /** Those of the next tile-part of the stream; empty where its packets have their own. */
  byte[] next() {
    var next = ofTileParts.poll();
    return next == null ? new byte[0] : next;
  }

  byte[] joined() {
    var all = new ByteArrayOutputStream();
    segments.values().forEach(all::writeBytes);
    return all.toByteArray();
  }
}
