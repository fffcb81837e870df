package org.radcase.dicom.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** What an element holds. */
public sealed interface Value {

  /** Bytes in memory: little endian whatever the file was, padding included. */
  final class Bytes implements Value {
    static final Bytes NONE = new Bytes(new byte[0]);

    private final byte[] content;

    Bytes(byte[] content) {
      this.content = content;
    }

    /** The array itself, for this package, which never writes into it. */
    byte[] content() {
      return content;
    }

    public int lengthBytes() {
      return content.length;
    }

    /** Whether the first byte is this one. */
    public boolean startsWith(int unsignedByte) {
      return content.length > 0 && (content[0] & 0xFF) == unsignedByte;
    }

    public byte[] copy() {
      return content.clone();
    }

    public void writeTo(OutputStream out) throws IOException {
      out.write(content);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
      return content.length + " bytes";
    }
  }

  /** Items of a sequence. */
  record Items(List<DataSet> items) implements Value {
    public Items {
      items = List.copyOf(items);
    }
  }

  /**
   * Bytes that were left where they are.
   *
   * @param offset first byte in the file, or in the inflated stream of a deflated one
   * @param order byte order of the words there
   */
  record InFile(long offset, long lengthBytes, ByteOrder order) implements Value {}

  /**
   * Encapsulated pixel data: the basic offset table first (often empty), then the fragments.
   * Source: PS3.5 A.4.
   *
   * @param parts each {@link Bytes} or {@link InFile}
   */
  record Fragments(List<Value> parts) implements Value {
    public Fragments {
      parts = List.copyOf(parts);
    }
  }

  /** Bytes in memory; the array is the value's from now on and must not be written to. */
  static Bytes of(byte[] content) {
    return content.length == 0 ? Bytes.NONE : new Bytes(content);
  }
}
