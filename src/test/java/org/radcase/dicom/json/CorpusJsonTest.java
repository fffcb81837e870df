package org.radcase.dicom.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.radcase.dicom.Corpus;
import org.radcase.dicom.Corpus.Sample;
import org.radcase.dicom.WithSampleFiles;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.Element;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.TransferSyntax;
import org.radcase.dicom.data.VR;
import org.radcase.dicom.data.Value;
import org.radcase.dicom.part10.Part10Reader;
import org.radcase.dicom.part10.ReadLimits;

/** Real files as JSON: the same data set back, and the same JSON as DCMTK's dcm2json writes. */
@WithSampleFiles
class CorpusJsonTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A process a file: enough of them to meet every VR and character set. */
  private static final int LARGEST_FOR_PEER = 20_000;

  /** Japanese, which dcm2json turns into no UTF-8; it has no JSON of encapsulated pixel data either. */
  private static final Pattern BEYOND_DCMTK = Pattern.compile("chrH3|chrJap|chrSQ");

  static Stream<Sample> readable() {
    return Corpus.samples().filter(CorpusJsonTest::isReadable);
  }

  static Stream<Sample> small() {
    return readable()
        .filter(sample -> sample.number("bytes", 0) < LARGEST_FOR_PEER)
        .filter(sample -> sample.fact("path").startsWith("pydicom/"))
        .filter(sample -> !sample.fact("path").contains("TINY_ALPHA"))
        .filter(sample -> !BEYOND_DCMTK.matcher(sample.fact("path")).find())
        .filter(sample -> TransferSyntax.find(sample.fact("transferSyntaxUID"))
            .filter(TransferSyntax::isEncapsulated)
            .isEmpty());
  }

  @ParameterizedTest
  @MethodSource("readable")
  void a_real_file_comes_back_from_json(Sample sample) throws IOException {
    var original = Part10Reader.read(sample.file()).dataSet();

    var copy = read(json(original));

    assertThat(lines(copy)).isEqualTo(lines(original));
  }

  @ParameterizedTest
  @MethodSource("small")
  void a_real_file_has_the_json_that_dcm2json_writes(Sample sample) throws Exception {
    var theirs = dcm2json(sample);
    try (var in = Files.newInputStream(sample.file())) {
      var ours = JSON.readTree(json(Part10Reader.readAll(in, ReadLimits.DEFAULT).dataSet()));

      assertThat(differences("", ours, theirs)).isEmpty();
    }
  }

  @Test
  void json_of_pydicom_is_read() throws IOException {
    for (var name : List.of("test1.json", "test_PN.json")) {
      var bytes = Files.readAllBytes(Corpus.file("pydicom/test_files/" + name));
      var dataSet = read(bytes);

      assertThat(dataSet.size()).isEqualTo(JSON.readTree(bytes).size());
    }
  }

  private static boolean isReadable(Sample sample) {
    try {
      Part10Reader.read(sample.file());
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static byte[] json(DataSet dataSet) throws IOException {
    var out = new ByteArrayOutputStream();
    DicomJsonWriter.write(dataSet, CorpusJsonTest::uri, out);
    return out.toByteArray();
  }

  private static Optional<String> uri(String path, Element element) {
    if (element.value() instanceof Value.InFile left) {
      return Optional.of("at:" + left.offset() + ":" + left.lengthBytes() + ":" + left.order());
    }
    return element.value() instanceof Value.Fragments ? Optional.of("frames:") : Optional.empty();
  }

  private static Value value(String path, VR vr, String uri) {
    var parts = uri.split(":", -1);
    if (!parts[0].equals("at")) {
      return new Value.Fragments(List.of());
    }
    var order = parts[3].startsWith("LITTLE") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    return new Value.InFile(Long.parseLong(parts[1]), Long.parseLong(parts[2]), order);
  }

  private static DataSet read(byte[] json) throws IOException {
    return DicomJsonReader.read(
        new ByteArrayInputStream(json), ReadLimits.DEFAULT, CorpusJsonTest::value);
  }

  /** What JSON keeps: text without padding, whole binary numbers, bytes, where others are. */
  private static List<String> lines(DataSet dataSet) {
    var lines = new ArrayList<String>();
    for (var element : dataSet) {
      if (element.tag().element() == 0 || element.tag().equals(Tag.SPECIFIC_CHARACTER_SET)) {
        continue;
      }
      lines.add(element.tag() + " " + element.vr() + " " + text(dataSet, element));
      dataSet.sequence(element.tag()).forEach(item -> lines.addAll(lines(item)));
    }
    return lines;
  }

  private static String text(DataSet dataSet, Element element) {
    if (element.vr().isText() && element.value() instanceof Value.Bytes) {
      var texts = dataSet.strings(element.tag());
      var names = texts.stream().map(text -> text.replaceAll("=+$", "")).toList();
      return names.equals(List.of("")) ? "[]" : names.toString();
    }
    if (element.value() instanceof Value.Bytes bytes) {
      var unit = Math.max(2, element.vr().valueBytes());
      var even = bytes.lengthBytes() + bytes.lengthBytes() % 2;
      return even + " bytes " + Arrays.hashCode(Arrays.copyOf(bytes.copy(), even / unit * unit));
    }
    return element.value() instanceof Value.InFile left ? left.toString() : "";
  }

  private static JsonNode dcm2json(Sample sample) throws Exception {
    Process process;
    try {
      process = new ProcessBuilder("dcm2json", "-q", "-fc", sample.file().toString())
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw Corpus.absent("dcm2json (Debian: dcmtk)");
    }
    var json = JSON.readTree(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).isZero();
    return json;
  }

  /** At most ten; inline bytes do not count, nor the character set, which dcm2json keeps in items. */
  private static List<String> differences(String path, JsonNode ours, JsonNode theirs) {
    var all = new ArrayList<String>();
    var names = new TreeSet<String>();
    ours.fieldNames().forEachRemaining(names::add);
    theirs.fieldNames().forEachRemaining(names::add);
    for (var name : names) {
      var our = ours.path(name);
      var their = theirs.path(name);
      if (our.path("Value").path(0).isObject() && our.path("vr").asText().equals("SQ")) {
        for (var i = 0;
            i < Math.max(our.path("Value").size(), their.path("Value").size());
            i++) {
          all.addAll(differences(
              path + name + "/" + i + "/",
              our.path("Value").path(i),
              their.path("Value").path(i)));
        }
      } else if (!name.equals("00080005") && !same(our, their)) {
        all.add(path + name + ": " + our + " is not dcm2json's " + their);
      }
    }
    return all.subList(0, Math.min(10, all.size()));
  }

  private static boolean same(JsonNode ours, JsonNode theirs) {
    var vrs = new HashSet<>(List.of(ours.path("vr").asText(), theirs.path("vr").asText()));
    if (vrs.contains("UN") || ours.has("InlineBinary") || ours.has("BulkDataURI")) {
      return !ours.isMissingNode() && !theirs.isMissingNode();
    }
    if (theirs.path("vr").asText().equals("PN") && !theirs.has("Value")) {
      return ours.path("Value").toString().matches("|\\[\\{\"Alphabetic\":\"\\^+\"}]");
    }
    if (vrs.size() > 1 || ours.path("Value").size() != theirs.path("Value").size()) {
      return false;
    }
    for (var i = 0; i < ours.path("Value").size(); i++) {
      if (!normal(ours.path("Value").get(i)).equals(normal(theirs.path("Value").get(i)))) {
        return false;
      }
    }
    return true;
  }

  /** Numbers by their value, as text or not; names without the separators that dcm2json drops. */
  private static String normal(JsonNode value) {
    if (value.isObject()) {
      return value.toString().replaceAll("\\^+\"", "\"");
    }
    var text = value.asText().strip();
    try {
      return Float.toString(new BigDecimal(text).floatValue());
    } catch (NumberFormatException e) {
      return text;
    }
  }
}
