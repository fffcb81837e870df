package org.radcase.studies.control.packing;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.radcase.platform.files.FilePieces;

/**
 * The file of an instance's packed frames: a head of 20 bytes (mark, coding, number of frames, and
 * the length of the file), where each frame begins and the last one ends, then the frames.
 */
final class PackedFile {
  /** Its last digit is the form's version: a file of another one is made anew. */
  private static final int MARK = 0x52434631; // RCF1

  private static final int HEAD_BYTES = 20;

  private PackedFile() {}

  /** Packed frames, one after the other. */
  interface Frames {
    byte[] frame(int frameNumber) throws IOException;
  }

  static void write(Path path, FrameCoding coding, int frames, Frames packed) throws IOException {
    try (var file =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      var head = ByteBuffer.allocate(HEAD_BYTES + (frames + 1) * Long.BYTES);
      head.putInt(MARK).putInt(coding.letter()).putInt(frames).position(HEAD_BYTES);
      var end = (long) head.capacity();
      head.putLong(end);
      for (var number = 1; number <= frames; number++) {
        end += writeAll(file, ByteBuffer.wrap(packed.frame(number)), end);
        head.putLong(end);
      }
      head.putLong(HEAD_BYTES - Long.BYTES, end);
      writeAll(file, head.flip(), 0);
    }
  }

  private static int writeAll(FileChannel file, ByteBuffer bytes, long offset) throws IOException {
    var length = bytes.remaining();
    for (var at = offset; bytes.hasRemaining(); ) at += file.write(bytes, at);
    return length;
  }

  /** Finds a frame; nothing if there is no such file, or none that this version made whole. */
  static Optional<PackedFrame> find(Path path, int frameNumber) throws IOException {
    try (var file = FileChannel.open(path, StandardOpenOption.READ)) {
      var head = read(file, 0, HEAD_BYTES);
      var isOurs = head.getInt() == MARK;
      var coding = FrameCoding.of(head.getInt());
      var frames = head.getInt();
      var isWhole = head.getLong() == file.size();
      if (!isOurs || coding.isEmpty() || !isWhole) return Optional.empty();
      if (coding.get() == FrameCoding.NONE) {
        return Optional.of(new PackedFrame(FrameCoding.NONE, FilePieces.of(path, List.of())));
      }
      if (frameNumber > frames) return Optional.empty();
      var bounds = read(file, HEAD_BYTES + (frameNumber - 1L) * Long.BYTES, 2 * Long.BYTES);
      var begin = bounds.getLong();
      var piece = new FilePieces.Piece(begin, bounds.getLong() - begin);
      return Optional.of(new PackedFrame(coding.get(), FilePieces.of(path, List.of(piece))));
    } catch (NoSuchFileException | EOFException e) {
      return Optional.empty();
    }
  }

  private static ByteBuffer read(FileChannel file, long offset, int length) throws IOException {
    var bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, offset + bytes.position()) < 0) throw new EOFException();
    }
    return bytes.flip();
  }
}
