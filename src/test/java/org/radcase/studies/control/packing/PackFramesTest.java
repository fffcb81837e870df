package org.radcase.studies.control.packing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcase.dicom.Corpus;
import org.radcase.dicom.Generated;
import org.radcase.dicom.WithSampleFiles;
import org.radcase.dicom.codec.FrameShape;
import org.radcase.dicom.codec.JpegLs;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.TransferSyntax;
import org.radcase.dicom.data.VR;
import org.radcase.dicom.part10.BulkSource;
import org.radcase.dicom.part10.Part10Reader;
import org.radcase.dicom.pixel.FrameDecoder;
import org.radcase.dicom.pixel.FrameReader;
import org.radcase.dicom.pixel.PixelLayout;
import org.radcase.dicom.pixel.StoredValues;
import org.radcase.platform.files.BlobStore;
import org.radcase.platform.files.Home;
import org.radcase.studies.control.BlobLocks;
import org.radcase.testing.Awaited;

class PackFramesTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final int SIZE = 64;

  @TempDir
  Path folder;

  private BlobStore blobs;
  private PackFrames packing;

  @BeforeEach
  void begin() {
    var home = new Home(folder);
    home.prepare();
    blobs = new BlobStore(home);
    packing = new PackFrames(home, blobs, new BlobLocks());
  }

  @AfterEach
  void end() {
    packing.end();
  }

  @Test
  @WithSampleFiles
  void each_uncompressed_frame_comes_out_as_its_file_has_it() throws IOException {
    var used = EnumSet.noneOf(FrameCoding.class);
    var compared = new ArrayList<Path>();
    for (var sample : Corpus.samples().filter(Corpus.Sample::isRender).toList()) {
      var part10 = Part10Reader.read(sample.file());
      if (part10.transferSyntax().isEncapsulated()) continue;
      var layout = PixelLayout.of(part10.dataSet());
      var reader = new FrameReader(BulkSource.of(sample.file(), part10), part10);
      var sha256 = keep(Files.readAllBytes(sample.file()));
      for (var number : new int[] {1, (reader.frames() + 1) / 2, reader.frames()}) {
        var packed = awaitPacked(sha256, number);
        used.add(packed.coding());
        if (packed.coding() == FrameCoding.NONE) continue;
        assertSame(reader.bytes(number), packed, layout, sample + ", frame " + number);
        compared.add(sample.file());
      }
    }
    assertThat(used).contains(FrameCoding.JPEG_LS, FrameCoding.GZIP);
    assertThat(compared).hasSizeGreaterThan(100);
  }

  @Test
  void noise_around_zero_is_packed_as_well_as_elsewhere() throws IOException {
    var around = awaitPacked(keep(noise(0, 1)), 1);
    var above = awaitPacked(keep(noise(2000, 1)), 1);

    assertThat(around.coding()).isEqualTo(FrameCoding.JPEG_LS);
    assertThat(around.pieces().lengthBytes())
        .isCloseTo(above.pieces().lengthBytes(), Percentage.withPercentage(5));
  }

  @Test
  void every_frame_of_a_film_is_found() throws IOException {
    var film = noise(1000, 7);
    var sha256 = keep(film);
    var part10 = Part10Reader.read(blobs.path(sha256));
    var reader = new FrameReader(BulkSource.of(blobs.path(sha256), part10), part10);
    for (var number = 1; number <= 7; number++) {
      var packed = awaitPacked(sha256, number);
      assertSame(reader.bytes(number), packed, PixelLayout.of(part10.dataSet()), "frame " + number);
    }
    assertThat(packing.find(sha256, 8)).isEmpty();
  }

  @Test
  void what_does_not_get_smaller_stays_as_it_is() throws IOException {
    var random = new byte[SIZE * SIZE * 2];
    new Random(1).nextBytes(random);
    var sha256 = keep(file(16, 1, random));

    assertThat(awaitPacked(sha256, 1).coding()).isEqualTo(FrameCoding.NONE);
  }

  @Test
  void what_cannot_be_read_stays_as_it_is() throws IOException {
    var whole = noise(1000, 1);
    var sha256 = keep(Arrays.copyOf(whole, whole.length / 2));

    assertThat(awaitPacked(sha256, 1).coding()).isEqualTo(FrameCoding.NONE);
  }

  @Test
  void a_file_that_contradicts_itself_is_packed_as_what_it_has() throws IOException {
    // One sample a pixel, and yet every other chrominance left out: frames of two samples a pixel.
    var contradicting = slices(16, 1, new byte[SIZE * SIZE * 4]).toBuilder()
        .putString(Tag.PHOTOMETRIC_INTERPRETATION, "YBR_FULL_422")
        .build();
    var sha256 = keep(Generated.file(contradicting, TransferSyntax.EXPLICIT_LITTLE_ENDIAN));

    assertThat(awaitPacked(sha256, 1).coding()).isEqualTo(FrameCoding.GZIP);
  }

  @Test
  void a_file_that_a_crash_left_behind_or_another_version_made_is_made_anew() throws IOException {
    var sha256 = keep(noise(1000, 3));
    var length = awaitPacked(sha256, 3).pieces().lengthBytes();
    var file = folder.resolve("derived/" + sha256.substring(0, 2) + "/" + sha256 + "/frames");
    for (var damage : List.<Damage>of(
        channel -> channel.truncate(channel.size() - 1),
        channel -> channel.truncate(20),
        channel -> channel.truncate(0),
        channel -> channel.write(ByteBuffer.wrap(new byte[] {'R', 'C', 'F', '2'}), 0),
        channel -> channel.write(ByteBuffer.wrap(new byte[] {9}), 4))) {
      try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        damage.to(channel);
      }
      assertThat(packing.find(sha256, 3)).isEmpty();
      assertThat(awaitPacked(sha256, 3).pieces().lengthBytes()).isEqualTo(length);
    }
  }

  @Test
  void nothing_is_made_of_a_blob_that_was_removed() throws IOException {
    var sha256 = keep(noise(1000, 1));
    blobs.remove(sha256);
    var other = keep(noise(1000, 2));

    packing.want(sha256);
    packing.want(other);

    awaitPacked(other, 1); // it waited behind the first
    assertThat(packing.find(sha256, 1)).isEmpty();
  }

  private interface Damage {
    void to(FileChannel channel) throws IOException;
  }

  private PackedFrame awaitPacked(String sha256, int frameNumber) {
    var found = new ArrayList<PackedFrame>();
    assertThat(Awaited.within(LONG, () -> {
          find(sha256, frameNumber).ifPresent(found::add);
          return !found.isEmpty();
        }))
        .isTrue();
    return found.get(0);
  }

  private Optional<PackedFrame> find(String sha256, int frameNumber) {
    try {
      return packing.find(sha256, frameNumber);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertSame(
      byte[] original, PackedFrame packed, PixelLayout layout, String what) throws IOException {
    var sent = new ByteArrayOutputStream();
    packed.pieces().copy(0, packed.pieces().lengthBytes(), sent);
    if (packed.coding() == FrameCoding.GZIP) {
      var plain = new GZIPInputStream(new ByteArrayInputStream(sent.toByteArray())).readAllBytes();
      assertThat(plain).as(what).isEqualTo(original);
      return;
    }
    assertThat(values(unpacked(sent.toByteArray(), layout), layout))
        .as(what)
        .isEqualTo(values(original, layout));
  }

  private static byte[] unpacked(byte[] jls, PixelLayout layout) throws DicomException {
    var bytes = layout.bitsAllocated() / 8;
    var samples = JpegLs.decode(jls, new FrameShape(layout.rows(), layout.columns(), 1, bytes));
    var signBit = layout.bitsStored() - 1;
    if (layout.isSigned()) {
      for (var i = signBit / 8; i < samples.length; i += bytes)
        samples[i] ^= (byte) (1 << signBit % 8);
    }
    return samples;
  }

  private static int[] values(byte[] samples, PixelLayout layout) throws DicomException {
    return StoredValues.of(
        FrameDecoder.decode(samples, layout, TransferSyntax.EXPLICIT_LITTLE_ENDIAN));
  }

  private String keep(byte[] content) throws IOException {
    try (var file = blobs.spool(new ByteArrayInputStream(content), content.length)) {
      blobs.keep(file);
      return file.sha256();
    }
  }

  /** Signed samples of 16 bits, some 20 around a value. */
  private static byte[] noise(int around, int frames) {
    var random = new Random(around + frames);
    var samples = new byte[SIZE * SIZE * 2 * frames];
    for (var i = 0; i < samples.length; i += 2) {
      var value = around + random.nextInt(40) - 20;
      samples[i] = (byte) value;
      samples[i + 1] = (byte) (value >> 8);
    }
    return file(16, frames, samples);
  }

  private static byte[] file(int bitsStored, int frames, byte[] samples) {
    return Generated.file(
        slices(bitsStored, frames, samples), TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
  }

  private static DataSet slices(int bitsStored, int frames, byte[] samples) {
    return Generated.slice().toBuilder()
        .putInts(Tag.ROWS, VR.US, SIZE)
        .putInts(Tag.COLUMNS, VR.US, SIZE)
        .putInts(Tag.BITS_STORED, VR.US, bitsStored)
        .putInts(Tag.HIGH_BIT, VR.US, bitsStored - 1)
        .putInts(Tag.NUMBER_OF_FRAMES, VR.IS, frames)
        .putBytes(Tag.PIXEL_DATA, VR.OW, samples)
        .build();
  }
}
