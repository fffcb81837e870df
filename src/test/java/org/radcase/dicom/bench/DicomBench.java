package org.radcase.dicom.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.VR;
import org.radcase.dicom.data.Value;
import org.radcase.dicom.part10.BulkSource;
import org.radcase.dicom.part10.Encapsulation;
import org.radcase.dicom.part10.OffsetTable;
import org.radcase.dicom.part10.Part10Writer;

/**
 * Headers, codecs and pictures: a method by JMH, other programs by the clock around them. {@code mvn
 * -Pbench -Dbench=Dicom}; with DCMTK and GDCM's tools beside it.
 */
class DicomBench {
  private static final int FRAMES = 101;
  private static final int FILES = 1001;
  private static final int ROUNDS = 5;
  private static final double SLICE_MEGABYTES = 512 * 512 * 2 / 1e6;

  private final StringBuilder lines = new StringBuilder("| what | figure |\n|---|---|\n");

  @TempDir
  Path folder;

  @Test
  void headers_codecs_and_pictures() throws Exception {
    methods();
    for (var slice : CtSlice.values()) {
      if (slice != CtSlice.NATIVE) program(slice);
    }
    headersOfDcmtk();
    var file = Path.of("target/bench/dicom.md");
    Files.createDirectories(file.getParent());
    Files.writeString(file, lines);
    System.out.println(lines);
  }

  private void methods() throws RunnerException {
    var options = new OptionsBuilder()
        .include("org\\.radcase\\.dicom\\.bench\\..*Benchmark\\.")
        .forks(1)
        .warmupIterations(5)
        .warmupTime(TimeValue.seconds(2))
        .measurementIterations(5)
        .measurementTime(TimeValue.seconds(2))
        .shouldFailOnError(false) // a library that cannot read a syntax has no figure
        .build();
    Map<String, Double> micros = new TreeMap<>();
    for (var result : new Runner(options).run()) {
      var of = result.getParams();
      var method = of.getBenchmark().replaceAll(".*\\.", "");
      var slice = of.getParam("slice");
      micros.put(
          slice == null ? method : slice + " by " + method,
          result.getPrimaryResult().getScore());
    }
    micros.forEach((what, score) ->
        add(what, "%.0f µs%s", score, what.contains(" by ") ? megabytes(score) : ""));
  }

  private static String megabytes(double micros) {
    return String.format(Locale.ROOT, ", %.0f MB/s", SLICE_MEGABYTES / micros * 1e6);
  }

  private void add(String what, String format, Object... values) {
    lines
        .append("| ")
        .append(what)
        .append(" | ")
        .append(String.format(Locale.ROOT, format, values))
        .append(" |\n");
  }

  /** A frame costs what many frames cost more than one: the start of the program is not counted. */
  private void program(CtSlice slice) throws Exception {
    var one = multiFrame(slice, 1);
    var many = multiFrame(slice, FRAMES);
    var out = folder.resolve("out.dcm");
    for (var program : programsFor(slice)) {
      var command = new ArrayList<>(program);
      command.add(one.toString());
      command.add(out.toString());
      var start = median(command);
      command.set(command.size() - 2, many.toString());
      var micros = (median(command) - start) / (FRAMES - 1);
      add(slice + " by " + program.get(0), "%.0f µs%s", micros, megabytes(micros));
    }
  }

  private static List<List<String>> programsFor(CtSlice slice) {
    var gdcm = List.of("gdcmconv", "--raw");
    return switch (slice) {
      case NATIVE -> List.of();
      case RLE -> List.of(List.of("dcmdrle"), gdcm);
      case JPEG_BASELINE, JPEG_EXTENDED, JPEG_LOSSLESS -> List.of(List.of("dcmdjpeg"), gdcm);
      case JPEG_LS, JPEG_LS_NEAR -> List.of(List.of("dcmdjpls"), gdcm);
      case JPEG_2000, JPEG_2000_LOSSY -> List.of(gdcm);
    };
  }

  /** The slice's frame so many times. */
  private Path multiFrame(CtSlice slice, int frames) throws IOException {
    var file = slice.file();
    var builder = file.dataSet().toBuilder();
    builder.putInts(Tag.NUMBER_OF_FRAMES, VR.IS, frames);
    Encapsulation.put(
        builder, Collections.nCopies(frames, List.of(Value.of(slice.frame()))), OffsetTable.BASIC);
    var path = folder.resolve(slice + "-" + frames + ".dcm");
    try (var out = Files.newOutputStream(path)) {
      Part10Writer.write(
          builder.build(), file.transferSyntax(), BulkSource.of(slice.path(), file), out);
    }
    return path;
  }

  private void headersOfDcmtk() throws Exception {
    var files = Files.createDirectory(folder.resolve("files"));
    var command = new ArrayList<>(List.of("dcmdump", "-q", "+P", "0010,0020"));
    for (var i = 0; i < FILES; i++) {
      var copy = files.resolve(i + ".dcm");
      Files.copy(CtSlice.NATIVE.path(), copy);
      command.add(copy.toString());
    }
    var all = median(command);
    var one = median(command.subList(0, 5));
    add("header by dcmdump, one element printed", "%.0f µs", (all - one) / (FILES - 1));
  }

  /** Microseconds of the wall's clock. */
  private static double median(List<String> command) throws IOException, InterruptedException {
    var times = new ArrayList<Double>();
    for (var round = 0; round < ROUNDS; round++) {
      var start = System.nanoTime();
      var process = new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
      assertThat(process.waitFor()).as(command.get(0)).isZero();
      times.add((System.nanoTime() - start) / 1e3);
    }
    Collections.sort(times);
    return times.get(ROUNDS / 2);
  }
}
