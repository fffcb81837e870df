package org.radcase.dicom.part10;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.radcase.dicom.Generated;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.Element;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.TransferSyntax;
import org.radcase.dicom.data.VR;
import org.radcase.dicom.data.Value;

/** Headers are read, and files copied, in memory that does not grow with the pixels. */
class StreamingTest {
  private static final long PIXEL_BYTES = 3L << 30;
  private static final long ALLOWED_BYTES = 1 << 20;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** So that no class is loaded for the first time while memory is measured. */
  @BeforeAll
  static void readOne() throws IOException {
    var file = Generated.file(Generated.slice(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    Part10Reader.read(new ByteArrayInputStream(file), ReadLimits.DEFAULT);
  }

  @Test
  void a_header_before_gigabytes_of_pixels_is_read_in_constant_memory() throws IOException {
    var pixels = new Zeros(PIXEL_BYTES);
    var before = allocated();

    var header = Part10Reader.read(hugeFile(pixels), ReadLimits.DEFAULT);

    assertThat(allocated() - before).isLessThan(ALLOWED_BYTES);
    assertThat(pixels.read).as("bytes read, not skipped").isLessThan(64 * 1024);
    assertThat(header.pixelData()).hasValueSatisfying(data -> assertThat(data)
        .isInstanceOfSatisfying(PixelData.Native.class, range -> {
          assertThat(range.range().lengthBytes()).isEqualTo(PIXEL_BYTES);
          assertThat(range.range().offset()).isEqualTo(hugeStart().length);
        }));
    assertThat(header.dataSet().contains(Tag.DATA_SET_TRAILING_PADDING)).isTrue();
  }

  @Test
  void a_source_that_cannot_skip_is_read_through_the_same_buffer() throws IOException {
    var pixels = new Zeros(256 << 20) {
      @Override
      public long skip(long bytes) {
        return 0;
      }
    };
    var start = hugeStart();
    ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).putInt(start.length - 4, 256 << 20);
    var before = allocated();

    Part10Reader.read(
        new SequenceInputStream(new ByteArrayInputStream(start), pixels), ReadLimits.DEFAULT);

    assertThat(allocated() - before).isLessThan(ALLOWED_BYTES);
    assertThat(pixels.read).isEqualTo(256 << 20);
  }

  @Test
  void a_file_is_copied_in_constant_memory() throws IOException {
    var bytes = 512L << 20;
    var left = new Value.InFile(5, bytes, ByteOrder.LITTLE_ENDIAN);
    var dataSet = Generated.slice().toBuilder()
        .put(new Element(Tag.PIXEL_DATA, VR.OW, left))
        .build();
    var counted = new Counted();
    BulkSource source = offset -> new Zeros(bytes);
    Part10Writer.write(Generated.slice(), TransferSyntax.EXPLICIT_BIG_ENDIAN, new Counted());
    var before = allocated();

    Part10Writer.write(dataSet, TransferSyntax.EXPLICIT_BIG_ENDIAN, source, counted);

    assertThat(allocated() - before).isLessThan(ALLOWED_BYTES);
    assertThat(counted.written).isBetween(bytes, bytes + 4096);
  }

  @Test
  void fragments_are_copied_with_one_pass_over_their_file() throws IOException {
    var file = Generated.file(
        Generated.slice().toBuilder()
            .putFragments(Tag.PIXEL_DATA, Collections.nCopies(500, Generated.bytes(40, 3)))
            .build(),
        TransferSyntax.JPEG_BASELINE);
    var header = Part10Reader.read(new ByteArrayInputStream(file), ReadLimits.DEFAULT);
    var opened = new int[1];
    BulkSource source = offset -> {
      opened[0]++;
      return new ByteArrayInputStream(file, (int) offset, file.length - (int) offset);
    };
    var copy = new ByteArrayOutputStream();

    Part10Writer.copy(header, TransferSyntax.JPEG_BASELINE, source, copy);

    assertThat(copy.toByteArray()).isEqualTo(file);
    assertThat(opened[0]).isEqualTo(1);
  }

  @Test
  void the_bytes_at_a_frames_offset_are_the_frames() throws IOException {
    var frames = List.of(Generated.bytes(40, 1), Generated.bytes(60, 2), Generated.bytes(20, 3));
    var dataSet = Generated.slice().toBuilder()
        .putInts(Tag.NUMBER_OF_FRAMES, VR.IS, 3)
        .putFragments(Tag.PIXEL_DATA, frames)
        .build();
    var file = Generated.file(dataSet, TransferSyntax.JPEG_BASELINE);

    var pixels = Part10Reader.read(new ByteArrayInputStream(file), ReadLimits.DEFAULT)
        .pixelData()
        .orElseThrow();

    assertThat(pixels).isInstanceOfSatisfying(PixelData.Encapsulated.class, found -> {
      for (var i = 0; i < 3; i++) {
        var range = found.frames().get(i).get(0);
        var end = range.offset() + range.lengthBytes();
        assertThat(Arrays.copyOfRange(file, (int) range.offset(), (int) end))
            .isEqualTo(frames.get(i));
      }
    });
  }

  /** Zeros as long as they last, none of them kept. */
  private static class Zeros extends InputStream {
    private long left;
    long read;

    Zeros(long bytes) {
      left = bytes;
    }

    @Override
    public int read() {
      read++;
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      var some = (int) Math.min(left, length);
      Arrays.fill(into, from, from + some, (byte) 0);
      left -= some;
      read += some;
      return some == 0 && length > 0 ? -1 : some;
    }

    @Override
    public long skip(long bytes) {
      var skipped = Math.min(left, bytes);
      left -= skipped;
      return skipped;
    }
  }

  /** Counts what is written. */
  private static final class Counted extends OutputStream {
    long written;

    @Override
    public void write(int b) {
      written++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      written += length;
    }
  }

  private static long allocated() {
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  /** A file with an element behind its pixels, so that they have to be passed. */
  private static InputStream hugeFile(InputStream pixels) {
    var behind = new byte[] {-4, -1, -4, -1, 'O', 'B', 0, 0, 0, 0, 0, 0};
    var parts =
        List.of(new ByteArrayInputStream(hugeStart()), pixels, new ByteArrayInputStream(behind));
    return new SkippingSequence(parts);
  }

  /** A file of one image up to the first byte of its pixels. */
  private static byte[] hugeStart() {
    var dataSet = DataSet.builder()
        .putString(Tag.MODALITY, "CT")
        .putBytes(Tag.PIXEL_DATA, VR.OW, new byte[0])
        .build();
    var file = Generated.file(dataSet, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(file.length - 4, (int) PIXEL_BYTES);
    return file;
  }

  /** One stream after the other, as a file on disk that can skip; SequenceInputStream cannot. */
  private static final class SkippingSequence extends InputStream {
    private final List<InputStream> parts;
    private int at;

    SkippingSequence(List<InputStream> parts) {
      this.parts = parts;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      while (at < parts.size()) {
        var read = parts.get(at).read(into, from, length);
        if (read >= 0) {
          return read;
        }
        at++;
      }
      return -1;
    }

    @Override
    public long skip(long bytes) throws IOException {
      return at < parts.size() ? parts.get(at).skip(bytes) : 0;
    }
  }
}
