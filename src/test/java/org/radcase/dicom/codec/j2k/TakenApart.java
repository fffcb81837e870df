package org.radcase.dicom.codec.j2k;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** A codestream taken apart, to be put together in another way. */
final class TakenApart {
  private final byte[] mainHeader;
  private final List<TilePart> tileParts;

  private TakenApart(byte[] mainHeader, List<TilePart> tileParts) {
    this.mainHeader = mainHeader;
    this.tileParts = tileParts;
  }

  /** A tile-part: the segments behind SOT, and the packets behind SOD. */
  static final class TilePart {
    private final int tile;
    private final byte[] header;
    private final byte[] packets;

    TilePart(int tile, byte[] header, byte[] packets) {
      this.tile = tile;
      this.header = header;
      this.packets = packets;
    }

    byte[] packets() {
      return packets;
    }
  }

  /** A packet, without a marker before it. */
  static final class Packet {
    private final byte[] header;
    private final byte[] body;

    Packet(byte[] header, byte[] body) {
      this.header = header;
      this.body = body;
    }

    byte[] header() {
      return header;
    }

    byte[] body() {
      return body;
    }
  }

  static TakenApart of(byte[] stream) {
    var in = ByteBuffer.wrap(stream);
    var at = 2;
    while (marker(in, at) != Marker.SOT) {
      at += 2 + marker(in, at + 2);
    }
    var mainHeader = Arrays.copyOf(stream, at);
    var tileParts = new ArrayList<TilePart>();
    while (marker(in, at) == Marker.SOT) {
      var tile = marker(in, at + 4);
      var end = at + in.getInt(at + 6);
      var header = at + 12;
      at = header;
      while (marker(in, at) != Marker.SOD) {
        at += 2 + marker(in, at + 2);
      }
      tileParts.add(new TilePart(
          tile, Arrays.copyOfRange(stream, header, at), Arrays.copyOfRange(stream, at + 2, end)));
      at = end;
    }
    return new TakenApart(mainHeader, tileParts);
  }

  private static int marker(ByteBuffer in, int at) {
    return in.getShort(at) & 0xFFFF;
  }

  /** All before the first tile-part. */
  byte[] mainHeader() {
    return mainHeader;
  }

  List<TilePart> tileParts() {
    return tileParts;
  }

  /** The segment of the main header that begins with a marker, marker included. */
  byte[] segment(int marker) {
    var in = ByteBuffer.wrap(mainHeader);
    var at = 2;
    while (marker(in, at) != marker) {
      at += 2 + marker(in, at + 2);
    }
    return Arrays.copyOfRange(mainHeader, at, at + 2 + marker(in, at + 2));
  }

  /** With another segment in place of one of the main header, or several. */
  TakenApart with(int marker, byte[] segments) {
    var old = HexFormat.of().formatHex(segment(marker));
    var header = HexFormat.of().formatHex(mainHeader);
    var changed = header.replaceFirst(old, HexFormat.of().formatHex(segments));
    return new TakenApart(HexFormat.of().parseHex(changed), tileParts);
  }

  /** With more behind the main header. */
  TakenApart plus(byte[] segments) {
    return new TakenApart(joined(mainHeader, segments), tileParts);
  }

  TakenApart with(List<TilePart> others) {
    return new TakenApart(mainHeader, others);
  }

  byte[] together() {
    var stream = new ByteArrayOutputStream();
    stream.writeBytes(mainHeader);
    for (var part : tileParts) {
      var length = 12 + part.header.length + 2 + part.packets.length;
      stream.writeBytes(ByteBuffer.allocate(12)
          .putShort((short) Marker.SOT)
          .putShort((short) 10)
          .putShort((short) part.tile)
          .putInt(length)
          .array());
      stream.writeBytes(part.header);
      stream.writeBytes(new byte[] {(byte) 0xFF, (byte) 0x93});
      stream.writeBytes(part.packets);
    }
    stream.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD9});
    return stream.toByteArray();
  }

  /** The packets of the first tile-part, which has markers before each and behind each header. */
  List<Packet> packets() {
    var bytes = tileParts.get(0).packets;
    var in = ByteBuffer.wrap(bytes);
    var packets = new ArrayList<Packet>();
    for (var at = 0; at < bytes.length; ) {
      var start = at + 6;
      var body = next(in, start, Marker.EPH) + 2;
      at = next(in, body, Marker.SOP);
      packets.add(
          new Packet(Arrays.copyOfRange(bytes, start, body), Arrays.copyOfRange(bytes, body, at)));
    }
    return packets;
  }

  /** No packet has such a marker within: codes above FF8F are kept out. */
  private static int next(ByteBuffer in, int from, int marker) {
    var at = from;
    while (at < in.limit() && (at + 2 > in.limit() || marker(in, at) != marker)) {
      at++;
    }
    return at;
  }

  static byte[] segment(int marker, byte[]... content) {
    var all = joined(content);
    return joined(
        ByteBuffer.allocate(4)
            .putShort((short) marker)
            .putShort((short) (2 + all.length))
            .array(),
        all);
  }

  static byte[] joined(byte[]... pieces) {
    var all = new ByteArrayOutputStream();
    for (var piece : pieces) {
      all.writeBytes(piece);
    }
    return all.toByteArray();
  }
}
