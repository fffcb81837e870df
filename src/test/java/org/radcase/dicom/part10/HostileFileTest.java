package org.radcase.dicom.part10;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.radcase.dicom.Corpus;
import org.radcase.dicom.Generated;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;
import org.radcase.dicom.data.TransferSyntax;

/** What a liar sends gets a typed answer, in memory bounded by what he sent. */
class HostileFileTest {
  /** Memory a byte of the file: an empty element of eight bytes becomes an object or two. */
  private static final int ALLOCATED_PER_BYTE = 40;

  private static final int ALLOCATED_ANYWAY = 256 * 1024;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @BeforeAll
  static void load_the_tables() throws IOException {
    for (var file : files()) {
      parse(file);
    }
  }

  @Test
  void a_file_cut_at_any_byte_is_refused_or_is_a_shorter_data_set() {
    for (var file : files()) {
      for (var length = 0; length < file.length; length++) {
        parseWithinBounds(Arrays.copyOf(file, length));
      }
    }
  }

  @Test
  void a_file_cut_within_its_pixel_data_is_truncated() {
    for (var syntax : Generated.NATIVE) {
      var file = Generated.file(Generated.slice(), syntax);
      for (var cut = 1; cut <= (syntax.isDeflated() ? 8 : 96); cut++) {
        var shorter = Arrays.copyOf(file, file.length - cut);
        if (!isPaddingOnly(file, cut)) {
          assertThatThrownBy(() -> parse(shorter))
              .isInstanceOfSatisfying(DicomException.class, fault -> {
                assertThat(fault.kind()).isEqualTo(Kind.TRUNCATED);
                assertThat(fault.offset()).isPresent();
              });
        }
      }
    }
  }

  @Test
  void lengths_that_lie_are_refused_and_cost_nothing() {
    var lies = new int[] {-1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0xFFFFFFFE, 0x00FFFFFF, 3};
    for (var file : files()) {
      for (var at = 128; at + 4 <= file.length; at++) {
        for (var lie : lies) {
          var lying = ByteBuffer.wrap(file.clone()).order(ByteOrder.LITTLE_ENDIAN);
          lying.putInt(at, lie);
          parseWithinBounds(lying.array());
        }
      }
    }
  }

  @Test
  void sequences_without_an_end_stop_at_the_limit() {
    // PS3.5 7.5: a sequence of undefined length whose one item has the same sequence, and so on
    var level = new byte[] {
      0x08,
      0,
      0x40,
      0x11,
      'S',
      'Q',
      0,
      0,
      -1,
      -1,
      -1,
      -1,
      (byte) 0xFE,
      -1,
      0,
      (byte) 0xE0,
      -1,
      -1,
      -1,
      -1
    };
    var file = withDataSet(repeated(level, 200_000));

    assertThatThrownBy(() -> parse(file)).satisfies(fault -> assertKind(fault, Kind.LIMIT));
    parseWithinBounds(file);
  }

  @Test
  void more_elements_than_the_limit_are_refused() {
    var empty = new byte[] {0x09, 0, 0x01, 0x10, 'L', 'O', 0, 0};
    var file = withDataSet(repeated(empty, 1001));

    assertThatThrownBy(() -> read(file, ReadLimits.DEFAULT.withElements(1000)))
        .satisfies(fault -> assertKind(fault, Kind.LIMIT));
    parseWithinBounds(withDataSet(repeated(empty, 500_000)));
  }

  @Test
  void more_memory_than_the_limit_is_refused() {
    var file = Generated.file(Generated.slice(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN);

    assertThatThrownBy(() -> read(file, ReadLimits.DEFAULT.withTotalInMemoryBytes(100)))
        .satisfies(fault -> assertKind(fault, Kind.LIMIT));
  }

  @Test
  void a_deflated_bomb_stops_at_the_limit() throws IOException {
    var limits = ReadLimits.DEFAULT.withInflatedBytes(1 << 20);
    var pixels = Arrays.copyOf(new byte[] {(byte) 0xE0, 0x7F, 0x10, 0, 'O', 'W', 0, 0}, 64 << 20);
    ByteBuffer.wrap(pixels).order(ByteOrder.LITTLE_ENDIAN).putInt(8, pixels.length - 12);
    var deflated = new ByteArrayOutputStream();
    deflated.write(meta(TransferSyntax.DEFLATED));
    try (var out =
        new DeflaterOutputStream(deflated, new Deflater(Deflater.BEST_COMPRESSION, true))) {
      out.write(pixels);
    }

    assertThatThrownBy(() -> read(deflated.toByteArray(), limits))
        .satisfies(fault -> assertKind(fault, Kind.LIMIT));
  }

  @Test
  void elements_in_any_order_make_the_same_data_set() throws IOException {
    var slice = Generated.slice();
    var single = new ArrayList<byte[]>();
    for (var element : slice) {
      var alone = DataSet.builder().put(element).build();
      var file = Generated.file(alone, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
      var meta = Part10Reader.read(new ByteArrayInputStream(file), ReadLimits.DEFAULT);
      single.add(Arrays.copyOfRange(file, (int) meta.dataSetOffset(), file.length));
    }
    var ordered = readAll(withDataSet(joined(single)));
    var first = single.remove(0); // a character set rules only what comes after it
    Collections.shuffle(single, new Random(5));
    single.add(0, first);

    assertThat(readAll(withDataSet(joined(single))).dataSet()).isEqualTo(ordered.dataSet());
  }

  @Test
  void flipped_bits_give_a_data_set_or_a_typed_fault() {
    var random = new Random(20261120);
    for (var file : files()) {
      for (var round = 0; round < 500; round++) {
        var flipped = file.clone();
        for (var flips = 1 + random.nextInt(8); flips > 0; flips--) {
          flipped[128 + random.nextInt(file.length - 128)] ^= (byte) (1 << random.nextInt(8));
        }
        parseWithinBounds(flipped);
      }
    }
  }

  @Test
  void flipped_bits_of_real_files_give_a_data_set_or_a_typed_fault() throws IOException {
    var random = new Random(7);
    var small =
        Corpus.samples().filter(sample -> sample.number("bytes", 0) < 12_000).toList();
    for (var round = 0; round < 3000; round++) {
      var file = Files.readAllBytes(small.get(random.nextInt(small.size())).file());
      for (var flips = 1 + random.nextInt(6); flips > 0 && file.length > 0; flips--) {
        file[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
      }
      parseWithinBounds(
          round % 3 == 0 ? Arrays.copyOf(file, random.nextInt(file.length + 1)) : file);
    }
  }

  @Test
  void noise_is_not_a_dicom_file() {
    for (var seed = 0; seed < 500; seed++) {
      var noise = Generated.bytes(seed * 3, seed);
      assertThatThrownBy(() -> parse(noise)).satisfies(f -> assertKind(f, Kind.NOT_PART10));
    }
    assertThatThrownBy(() -> parse(new byte[4096]))
        .satisfies(fault -> assertKind(fault, Kind.NOT_PART10));
  }

  @Test
  void an_unknown_transfer_syntax_is_named_without_its_strange_characters() {
    var file = Generated.file(Generated.slice(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    var at = indexOf(file, "1.2.840.10008.1.2.1\0");
    file[at] = '\n';

    assertThatThrownBy(() -> parse(file))
        .satisfies(fault -> assertKind(fault, Kind.UNSUPPORTED_TRANSFER_SYNTAX))
        .hasMessageContaining("?.2.840");
  }

  private static List<byte[]> files() {
    var files = new ArrayList<byte[]>();
    for (var syntax : Generated.NATIVE) {
      files.add(Generated.file(Generated.slice(), syntax));
    }
    files.add(Generated.file(Generated.encapsulated(), TransferSyntax.JPEG_BASELINE));
    return files;
  }

  private static void parseWithinBounds(byte[] file) {
    var thread = Thread.currentThread().getId();
    var before = THREADS.getThreadAllocatedBytes(thread);
    try {
      parse(file);
    } catch (DicomException expected) {
      assertThat(expected.getMessage()).isNotBlank();
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw new AssertionError("Not a DicomException, for " + file.length + " bytes", e);
    }
    var allocated = THREADS.getThreadAllocatedBytes(thread) - before;
    if (allocated > (long) ALLOCATED_PER_BYTE * file.length + ALLOCATED_ANYWAY) {
      throw new AssertionError(allocated + " bytes allocated for " + file.length);
    }
  }

  private static Part10File parse(byte[] file) throws IOException {
    return read(file, ReadLimits.DEFAULT);
  }

  private static Part10File read(byte[] file, ReadLimits limits) throws IOException {
    return Part10Reader.read(new ByteArrayInputStream(file), limits);
  }

  private static Part10File readAll(byte[] file) throws IOException {
    return Part10Reader.readAll(new ByteArrayInputStream(file), ReadLimits.DEFAULT);
  }

  private static void assertKind(Throwable fault, Kind kind) {
    assertThat(Optional.of(fault))
        .get()
        .isInstanceOfSatisfying(
            DicomException.class, dicom -> assertThat(dicom.kind()).isEqualTo(kind));
  }

  private static boolean isPaddingOnly(byte[] file, int cut) {
    for (var i = file.length - cut; i < file.length; i++) {
      if (file[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private static byte[] withDataSet(byte[] dataSet) {
    return joined(List.of(meta(TransferSyntax.EXPLICIT_LITTLE_ENDIAN), dataSet));
  }

  private static byte[] meta(TransferSyntax syntax) {
    var file = Generated.file(DataSet.EMPTY, syntax);
    if (!syntax.isDeflated()) {
      return file;
    }
    try {
      return Arrays.copyOf(file, (int) parse(file).dataSetOffset());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] repeated(byte[] piece, int times) {
    var all = new byte[piece.length * times];
    for (var i = 0; i < times; i++) {
      System.arraycopy(piece, 0, all, i * piece.length, piece.length);
    }
    return all;
  }

  private static byte[] joined(List<byte[]> pieces) {
    var all = new ByteArrayOutputStream();
    pieces.forEach(all::writeBytes);
    return all.toByteArray();
  }

  private static int indexOf(byte[] file, String text) {
    return new String(file, StandardCharsets.ISO_8859_1).indexOf(text);
  }
}
