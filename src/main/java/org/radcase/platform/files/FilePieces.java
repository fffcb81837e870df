package org.radcase.platform.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bytes to send: pieces of a file, one after the other, or a few bytes in memory. */
public final class FilePieces {
  /** A run of bytes of the file. */
  public record Piece(long offset, long lengthBytes) {}

  /** A run of bytes of a file, and which. */
  public record Run(Path path, long offset, long lengthBytes) {}

  private static final String SHORTER = "The file is shorter than it was";
  private static final int BUFFER_BYTES = 64 << 10;

  private final @Nullable Path path;
  private final byte[] bytes;
  private final List<Piece> pieces;

  private FilePieces(@Nullable Path path, byte[] bytes, List<Piece> pieces) {
    this.path = path;
    this.bytes = bytes;
    this.pieces = pieces;
  }

  public static FilePieces of(Path path, List<Piece> pieces) {
    return new FilePieces(path, new byte[0], List.copyOf(pieces));
  }

  public static FilePieces whole(Path path, long lengthBytes) {
    return of(path, List.of(new Piece(0, lengthBytes)));
  }

  public static FilePieces inMemory(byte[] bytes) {
    return new FilePieces(null, bytes, List.of(new Piece(0, bytes.length)));
  }

  public long lengthBytes() {
    return pieces.stream().mapToLong(Piece::lengthBytes).sum();
  }

  /** Where a run of them lies, if that is one run of a file. */
  public Optional<Run> run(long from, long lengthBytes) {
    if (path == null) return Optional.empty();
    var skip = from;
    for (var piece : pieces) {
      if (skip < piece.lengthBytes) {
        return skip + lengthBytes <= piece.lengthBytes
            ? Optional.of(new Run(path, piece.offset + skip, lengthBytes))
            : Optional.empty();
      }
      skip -= piece.lengthBytes;
    }
    return Optional.empty();
  }

  /** @throws IOException if the file is gone, or has not all of them */
  public void check() throws IOException {
    if (path == null) return;
    var end = 0L;
    for (var piece : pieces) end = Math.max(end, piece.offset + piece.lengthBytes);
    if (Files.size(path) < end) throw new EOFException(SHORTER);
  }

  /** Writes a run of them, with no more than a buffer in memory. */
  public void copy(long from, long lengthBytes, OutputStream out) throws IOException {
    if (path == null) {
      out.write(bytes, (int) from, (int) lengthBytes);
      return;
    }
    try (var file = FileChannel.open(path, StandardOpenOption.READ)) {
      var skip = from;
      var left = lengthBytes;
      for (var piece : pieces) {
        var begin = Math.min(skip, piece.lengthBytes);
        var length = Math.min(left, piece.lengthBytes - begin);
        copy(file, piece.offset + begin, length, out);
        skip -= begin;
        left -= length;
      }
    }
  }

  private static void copy(FileChannel file, long offset, long length, OutputStream out)
      throws IOException {
    var buffer = new byte[(int) Math.min(BUFFER_BYTES, length)];
    for (var done = 0L; done < length; ) {
      var room = ByteBuffer.wrap(buffer, 0, (int) Math.min(buffer.length, length - done));
      var read = file.read(room, offset + done);
      if (read < 0) throw new EOFException(SHORTER);
      out.write(buffer, 0, read);
      done += read;
    }
  }
}
