package org.radcase.dicom.codec.j2k;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** The headers and the packets of one tile, of all its parts. For one thread. */
final class CodedTile {
  private final Parameters parameters;
  private final PackedHeaders packedHeaders = new PackedHeaders();
  private final ByteArrayOutputStream mainHeaders = new ByteArrayOutputStream();
  private final List<ByteReader> bodies = new ArrayList<>();

  CodedTile(Parameters parameters) {
    this.parameters = parameters;
  }

  Parameters parameters() {
    return parameters;
  }

  PackedHeaders packedHeaders() {
    return packedHeaders;
  }

  /** @param packed the headers of this part's packets in the main header, or nothing */
  void add(ByteReader body, byte[] packed) {
    bodies.add(body);
    mainHeaders.writeBytes(packed);
  }

  /** The packets' bytes; not of the headers that {@link #headers} gives. */
  Queue<ByteReader> bodies() {
    return new ArrayDeque<>(bodies);
  }

  /** Packed headers; empty where the packets have their own. */
  byte[] headers() {
    return mainHeaders.size() > 0 ? mainHeaders.toByteArray() : packedHeaders.joined();
  }

  /** A place in the stream to name in faults. */
  ByteReader anywhere() {
    return bodies.get(0);
  }

  long bytes() {
    return headers().length + bodies.stream().mapToLong(ByteReader::left).sum();
  }
}
