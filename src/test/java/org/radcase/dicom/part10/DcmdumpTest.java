package org.radcase.dicom.part10;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.radcase.dicom.Corpus;
import org.radcase.dicom.Corpus.Sample;
import org.radcase.dicom.WithSampleFiles;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.Element;
import org.radcase.dicom.data.VR;
import org.radcase.dicom.data.Value;

/** Headers are what DCMTK's dcmdump prints: the same tags, lengths and texts at the same depths. */
@WithSampleFiles
class DcmdumpTest {
  private static final String ITEM = "(FFFE,E000)";

  /** Implicit VR in a JPEG transfer syntax. */
  private static final String BEYOND_DCMTK = "pydicom/test_files/SC_rgb_jpeg.dcm";

  private static Map<String, List<String>> printed = Map.of();

  static Stream<Sample> samples() {
    return CorpusHeadersTest.readable().filter(sample -> !sample.fact("path").equals(BEYOND_DCMTK));
  }

  /** One process for all files: to start one costs more than to read one. */
  @BeforeAll
  static void dump_all_files() throws Exception {
    var command = new ArrayList<>(List.of("dcmdump", "-q", "-Un", "+F", "-M", "+uc"));
    samples().forEach(sample -> command.add(sample.file().toString()));
    var text = output(command);
    printed = new HashMap<>();
    for (var dump : text.split("(?m)^# dcmdump \\([0-9/]+\\): ", -1)) {
      var lines = dump.lines().toList();
      var name = lines.isEmpty() ? "" : lines.get(0);
      printed.put(
          name, lines.stream().map(DcmdumpTest::line).filter(l -> !l.isEmpty()).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void the_elements_are_those_that_dcmdump_prints(Sample sample) throws IOException {
    if (printed.size() < 2) {
      throw Corpus.absent("dcmdump (Debian: dcmtk)");
    }
    var theirs = printed.getOrDefault(sample.file().toString(), List.of());
    var ours = new ArrayList<String>();

    append(Part10Reader.read(sample.file()).dataSet(), 0, ours);

    assertThat(differences(ours, theirs)).isEmpty();
  }

  /**
   * The pairs of lines that differ, at most ten. A value that dcmdump cuts short counts so far; one
   * that only one side reads as text (private dictionaries, public attributes in UN) does not count.
   */
  private static List<String> differences(List<String> ours, List<String> theirs) {
    var differences = new ArrayList<String>();
    for (var i = 0; i < Math.max(ours.size(), theirs.size()) && differences.size() < 10; i++) {
      var our = i < ours.size() ? ours.get(i) : "nothing";
      var their = i < theirs.size() ? theirs.get(i) : "nothing";
      var isCut = their.endsWith("(not loaded)")
          || (their.endsWith("...") && our.startsWith(their.substring(0, their.length() - 3)));
      var isOneSided = our.startsWith(their + " ") || their.startsWith(our + " ");
      if (!our.equals(their) && !isCut && !isOneSided) {
        differences.add(our + " is not dcmdump's " + their);
      }
    }
    return differences;
  }

  /** A line an element: depth, tag, length; text too, where its VR has only ASCII. */
  private static void append(DataSet dataSet, int depth, List<String> lines) {
    for (var element : dataSet) {
      lines.add(depth + " " + element.tag() + text(element, dataSet));
      if (element.value() instanceof Value.Items items) {
        for (var item : items.items()) {
          lines.add(depth + 1 + " " + ITEM);
          append(item, depth + 2, lines);
        }
      } else if (element.value() instanceof Value.Fragments fragments) {
        fragments.parts().forEach(part -> lines.add(depth + 1 + " " + ITEM));
      }
    }
  }

  private static String text(Element element, DataSet dataSet) {
    if (!isCompared(element.vr())) {
      return "";
    }
    return " " + String.join("\\", dataSet.strings(element.tag()));
  }

  private static boolean isCompared(VR vr) {
    return vr == VR.UI || vr == VR.DS || vr == VR.IS || vr == VR.US || vr == VR.SS || vr == VR.CS;
  }

  /** Nothing if there is no such program. */
  private static String output(List<String> command) throws InterruptedException {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      process.waitFor();
      return text;
    } catch (IOException e) {
      return "";
    }
  }

  /** "  (0008,0060) CS [MR]   #   2, 1 Modality" becomes "0 (0008,0060) MR". */
  private static String line(String printed) {
    var begin = printed.indexOf('(');
    if (begin < 0 || !printed.substring(0, begin).isBlank() || printed.length() < begin + 15) {
      return "";
    }
    var tag = printed.substring(begin, begin + 11).toUpperCase(Locale.ROOT);
    var vr = printed.substring(begin + 12, begin + 14);
    if (tag.startsWith("(0002,") || tag.equals("(FFFE,E00D)") || tag.equals("(FFFE,E0DD)")) {
      return "";
    }
    return begin / 2 + " " + tag
        + (tag.equals(ITEM) ? "" : text(printed.substring(begin + 15), vr));
  }

  private static String text(String rest, String vr) {
    var known =
        Stream.of(VR.values()).filter(candidate -> candidate.name().equals(vr)).findFirst();
    if (known.isEmpty() || !isCompared(known.get())) {
      return "";
    }
    if (rest.startsWith("[")) {
      return " " + normal(rest.substring(1, end(rest)));
    }
    return rest.startsWith("(no value") ? " " : " " + normal(rest.substring(0, rest.indexOf(" #")));
  }

  /** Long values have three points instead of the bracket. */
  private static int end(String rest) {
    var bracket = rest.lastIndexOf("] ");
    return bracket > 0 ? bracket : rest.indexOf("... ") + 3;
  }

  /** Padding of single values is not text. */
  private static String normal(String text) {
    return Stream.of(text.split("\\\\", -1)).map(String::strip).collect(joining("\\"));
  }
}
