package org.radcase.dicom.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.radcase.dicom.Corpus;
import org.radcase.dicom.Generated;
import org.radcase.dicom.WithSampleFiles;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.TransferSyntax;
import org.radcase.dicom.part10.BulkSource;
import org.radcase.dicom.part10.Part10File;
import org.radcase.dicom.part10.Part10Reader;
import org.radcase.dicom.part10.ReadLimits;
import org.radcase.dicom.pixel.FrameDecoder;
import org.radcase.dicom.pixel.FrameReader;
import org.radcase.dicom.render.FrameDisplay;
import org.radcase.dicom.render.FrameRenderer;
import org.radcase.dicom.render.RenderOptions;

/**
 * Files of the field, broken by chance and by malice, are data sets or typed faults: nothing else is
 * thrown, and memory stays within what was sent and declared. At full size: {@code mvn test
 * -Dtest=FuzzTest -Dradcase.fuzz.parses=2000000 -Dradcase.fuzz.decodes=200000}; other files by
 * {@code -Dradcase.fuzz.seed=…}.
 */
@WithSampleFiles
class FuzzTest {
  private static final long SEED = Long.getLong("radcase.fuzz.seed", 20_261_121);
  private static final int PARSES = Integer.getInteger("radcase.fuzz.parses", 20_000);
  private static final int DECODES = Integer.getInteger("radcase.fuzz.decodes", 2_000);

  private static final int SMALL_FILE_BYTES = 40_000;
  private static final int SMALL_IMAGE_BYTES = 300_000;
  private static final int SMALL_FRAME_PIXELS = 300_000;

  /** An empty element of eight bytes becomes an object or two. */
  private static final int ALLOCATED_PER_BYTE = 48;

  /** Samples as integers, their picture, and a table or two. */
  private static final int ALLOCATED_PER_PIXEL = 64;

  private static final int ALLOCATED_ANYWAY = 4 << 20;

  /** What deflate makes of a byte at most. Source: RFC 1951. */
  private static final int INFLATED_PER_BYTE = 1032;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final List<byte[]> FILES = new ArrayList<>();
  private static final List<byte[]> IMAGES = new ArrayList<>();

  @BeforeAll
  static void load() {
    Corpus.samples().filter(it -> it.number("bytes", 0) <= SMALL_IMAGE_BYTES).forEach(sample -> {
      var bytes = read(sample);
      if (bytes.length <= SMALL_FILE_BYTES) FILES.add(bytes);
      if (sample.isRender() && isSmall(sample) && !isDeflated(bytes)) IMAGES.add(bytes);
    });
    Stream.of(
            TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
            TransferSyntax.IMPLICIT_LITTLE_ENDIAN,
            TransferSyntax.EXPLICIT_BIG_ENDIAN)
        .forEach(syntax -> FILES.add(Generated.file(Generated.slice(), syntax)));
    Assertions.assertThat(FILES.size()).isGreaterThan(100);
    Assertions.assertThat(IMAGES.size()).isGreaterThan(50);
  }

  private static boolean isSmall(Corpus.Sample sample) {
    return sample.number("rows", 0) * sample.number("columns", 0) <= SMALL_FRAME_PIXELS;
  }

  private static byte[] read(Corpus.Sample sample) {
    try {
      return Files.readAllBytes(sample.file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void broken_files_are_data_sets_or_typed_faults() {
    var mutator = new Mutator(SEED, FILES);
    var random = new Random(SEED);
    for (var round = 0; round < PARSES; round++) {
      var file = mutator.mutate(FILES.get(random.nextInt(FILES.size())));
      guarded(file, 0, () -> parse(file));
    }
  }

  @Test
  void broken_images_are_pictures_or_typed_faults() {
    var mutator = new Mutator(SEED, FILES);
    var random = new Random(SEED);
    for (var decodes = 0; decodes < DECODES; ) {
      var image = IMAGES.get(random.nextInt(IMAGES.size()));
      if (random.nextBoolean()) {
        if (renderFrame(mutator.mutate(image), frame -> frame)) decodes++;
      } else {
        if (renderFrame(image, mutator::mutate)) decodes++;
      }
    }
  }

  private interface Change {
    byte[] of(byte[] frame);
  }

  /** Whether there was a frame to render. */
  private static boolean renderFrame(byte[] file, Change change) {
    Part10File header;
    FrameDisplay display;
    byte[] frame;
    try {
      header = parse(file);
      display = FrameDisplay.of(header.dataSet(), 0, sourceOf(file));
      frame = change.of(new FrameReader(sourceOf(file), header).bytes(1));
    } catch (DicomException expected) {
      return false;
    } catch (IOException | RuntimeException | Error e) {
      throw failed(file, e);
    }
    var layout = display.description().layout();
    var pixels = (long) layout.rows() * layout.columns();
    if (pixels > SMALL_FRAME_PIXELS) return false;
    guarded(frame, pixels * layout.samplesPerPixel(), () -> {
      var samples = FrameDecoder.decode(frame, layout, header.transferSyntax());
      return FrameRenderer.render(samples, display, RenderOptions.DEFAULT);
    });
    return true;
  }

  private interface Work {
    Object done() throws IOException;
  }

  private static void guarded(byte[] bytes, long samples, Work work) {
    var before = THREADS.getCurrentThreadAllocatedBytes();
    try {
      var unused = work.done();
    } catch (DicomException expected) {
      Assertions.assertThat(expected.getMessage()).isNotBlank();
    } catch (IOException | RuntimeException | Error e) {
      throw failed(bytes, e);
    }
    var allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
    var most = ALLOCATED_ANYWAY
        + (isDeflated(bytes) ? INFLATED_PER_BYTE : 1L) * ALLOCATED_PER_BYTE * bytes.length
        + ALLOCATED_PER_PIXEL * samples;
    if (allocated > most) {
      throw failed(bytes, new AssertionError(allocated + " bytes allocated, not " + most));
    }
  }

  private static Part10File parse(byte[] file) throws IOException {
    return Part10Reader.read(new ByteArrayInputStream(file), ReadLimits.DEFAULT);
  }

  private static BulkSource sourceOf(byte[] file) {
    return offset -> new ByteArrayInputStream(file, (int) offset, file.length - (int) offset);
  }

  private static boolean isDeflated(byte[] file) {
    var header = new String(file, 0, Math.min(file.length, 4096), StandardCharsets.ISO_8859_1);
    return header.contains(TransferSyntax.DEFLATED.uid());
  }

  /** With the bytes, to make a test of them. */
  private static AssertionError failed(byte[] bytes, Throwable cause) {
    return new AssertionError(cause + " by " + Base64.getEncoder().encodeToString(bytes), cause);
  }
}
