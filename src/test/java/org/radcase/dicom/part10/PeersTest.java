package org.radcase.dicom.part10;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.radcase.dicom.Corpus;
import org.radcase.dicom.Generated;
import org.radcase.dicom.RandomDataSets;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.TransferSyntax;

/** DCMTK reads what we write, and what it writes of that is the same data set to us. */
class PeersTest {
  private static final BulkSource NO_BULK = offset -> {
    throw new AssertionError("All values are in memory");
  };

  @ParameterizedTest
  @EnumSource
  void dcmconv_turns_our_files_into_the_same_data_set(
      SequenceLength sequences, @TempDir Path folder) throws Exception {
    var targets = List.of("+ti", "+te", "+tb", "+td");
    for (var from : Generated.NATIVE) {
      for (var target : targets) {
        var original = original(targets.indexOf(target) + 7);
        var ours = folder.resolve("ours.dcm");
        var theirs = folder.resolve("theirs.dcm");
        write(original, from, sequences, ours);

        var said = run(List.of("dcmconv", target, "+e", ours.toString(), theirs.toString()));

        assertThat(said).as("%s %s", from.keyword(), target).doesNotContain("E: ", "W: ");
        assertThat(read(theirs)).as("%s %s", from.keyword(), target).isEqualTo(original);
      }
    }
  }

  @Test
  void dump2dcm_makes_the_same_data_set_of_what_dcmdump_says_of_ours(@TempDir Path folder)
      throws Exception {
    for (var from : Generated.NATIVE) {
      var ours = folder.resolve("ours.dcm");
      var dump = folder.resolve("dump.txt");
      var theirs = folder.resolve("theirs.dcm");
      write(Generated.slice(), from, SequenceLength.DEFINED, ours);

      var dumped = run(List.of("dcmdump", "+L", "-Un", ours.toString()));
      Files.writeString(dump, dumped, StandardCharsets.ISO_8859_1);
      run(List.of("dump2dcm", "+te", dump.toString(), theirs.toString()));

      assertThat(read(theirs)).as(from.keyword()).isEqualTo(Generated.slice());
    }
  }

  @Test
  void dcmdump_finds_nothing_wrong_with_any_encoding_of_ours(@TempDir Path folder)
      throws Exception {
    var command = new ArrayList<>(List.of("dcmdump", "-M"));
    for (var seed = 0; seed < 40; seed++) {
      for (var syntax : Generated.NATIVE) {
        for (var sequences : SequenceLength.values()) {
          var file = folder.resolve(seed + syntax.keyword() + sequences);
          write(original(seed), syntax, sequences, file);
          command.add(file.toString());
        }
      }
    }
    var frames = folder.resolve("frames");
    Files.write(frames, Generated.file(Generated.encapsulated(), TransferSyntax.JPEG_BASELINE));
    command.add(frames.toString());

    var said = run(command);

    assertThat(said.lines().filter(line -> line.startsWith("E: ") || line.startsWith("W: ")))
        .isEmpty();
  }

  private static DataSet original(int seed) {
    return RandomDataSets.of(new Random(seed), 3).toBuilder()
        .putString(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.7")
        .putString(Tag.SOP_INSTANCE_UID, "2.25." + (seed + 1))
        .build();
  }

  private static void write(
      DataSet dataSet, TransferSyntax syntax, SequenceLength sequences, Path file)
      throws IOException {
    var out = new ByteArrayOutputStream();
    Part10Writer.write(dataSet, syntax, sequences, NO_BULK, out);
    Files.write(file, out.toByteArray());
  }

  private static DataSet read(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return Part10Reader.readAll(in, ReadLimits.DEFAULT).dataSet();
    }
  }

  private static String run(List<String> command) throws InterruptedException {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(process.waitFor()).as("%s: %s", command.get(0), text).isZero();
      return text;
    } catch (IOException e) {
      throw Corpus.absent(command.get(0) + " (Debian: dcmtk)");
    }
  }
}
