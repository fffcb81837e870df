package org.radcase.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.radcase.it.Given;
import org.radcase.it.Multipart;
import org.radcase.it.RadCase;
import org.radcase.it.RealDicom;

/**
 * All renderable sample files on cases of a RadCase, a case for each of their folders and one for
 * what is too large for a common window.
 */
final class SampleImages {
  /** The widest or highest image that a stage of a common window has room for at 1:1. */
  private static final int COMMON_SIZE = 640;

  /** Of the meta information and of the data set, in any native syntax: (0002,0003), (0008,0018). */
  private static final Pattern INSTANCE_UID = Pattern.compile(
      "(?:\\x02\\x00\\x03\\x00|\\x08\\x00\\x18\\x00|\\x00\\x08\\x00\\x18)(?:UI..|.\\x00\\x00\\x00)([0-9.]+)",
      Pattern.DOTALL);

  /** Comes first and keeps its UIDs: nobody can write others into it. */
  private static final String DEFLATED = "1.2.840.10008.1.2.1.99";

  private static final int UID_LENGTH = 32;

  /** The beginning of (0028,0002) in explicit VR little endian. */
  private static final String SAMPLES_PER_PIXEL = "(\0\2\0US";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final RadCase radcase;
  private int copies;

  /** A file and its line of the manifest, which the folder's README explains. */
  record Sample(Path file, JsonNode facts) {
    String path() {
      return facts.path("path").asText();
    }

    boolean isLarge() {
      return Math.max(facts.path("rows").asInt(), facts.path("columns").asInt()) > COMMON_SIZE;
    }
  }

  /**
   * Where a frame of a sample file is to be seen.
   *
   * @param seriesOfCase in the manifest's order
   * @param slice its place in the series, from 1
   * @param number of the frame in its file, from 1
   * @param image what the manifest says of the frame
   */
  record Place(
      Sample sample,
      String caseId,
      String seriesUid,
      List<String> seriesOfCase,
      int slice,
      int number,
      JsonNode image) {
    @Override
    public String toString() {
      return sample.path() + (number > 1 ? " frame " + number : "");
    }
  }

  SampleImages(RadCase radcase) {
    this.radcase = radcase;
  }

  /** Uploads them; of a file with many frames the places of the first and the last are told. */
  List<Place> upload() {
    var byCase = renderable()
        .collect(Collectors.groupingBy(
            sample -> sample.isLarge() ? "large" : sample.path().split("/")[0],
            TreeMap::new,
            Collectors.toList()));
    return byCase.values().stream().flatMap(samples -> upload(samples).stream()).toList();
  }

  private static Stream<Sample> renderable() {
    var manifest = RealDicom.files("", "manifest.jsonl").get(0);
    try {
      return Files.readAllLines(manifest).stream()
          .map(SampleImages::json)
          .filter(facts -> facts.path("expect").asText().equals("render"))
          .map(facts -> new Sample(manifest.resolveSibling(facts.path("path").asText()), facts))
          .sorted(Comparator.comparing(
              sample -> !sample.facts().path("transferSyntaxUID").asText().equals(DEFLATED)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Place> upload(List<Sample> samples) {
    var address = Given.addressOf(Given.aCase(radcase));
    var instances = new TreeMap<String, Sample>();
    var verdicts = verdicts(address, samples, sample -> RealDicom.bytes(sample.file()));
    var refused = new ArrayList<Sample>();
    for (var i = 0; i < samples.size(); i++) {
      if (verdicts.get(i).path("verdict").asText().equals("refused")) refused.add(samples.get(i));
      else instances.put(verdicts.get(i).path("sopInstanceUid").asText(), samples.get(i));
    }
    var again = verdicts(address, refused, this::withUidsOfItsOwn);
    for (var i = 0; i < refused.size(); i++) {
      var verdict = again.get(i);
      assertThat(verdict.path("verdict").asText())
          .as(refused.get(i).path() + verdict)
          .isEqualTo("stored");
      instances.put(verdict.path("sopInstanceUid").asText(), refused.get(i));
    }
    return placesOf(address, instances);
  }

  private List<JsonNode> verdicts(
      String address, List<Sample> samples, Function<Sample, byte[]> content) {
    var body = new Multipart();
    samples.forEach(sample -> body.file("file", content.apply(sample)));
    var files = new ArrayList<JsonNode>();
    if (!samples.isEmpty())
      radcase.post(address + "/dicom", body).json().path("files").forEach(files::add);
    assertThat(files).hasSameSizeAs(samples);
    return files;
  }

  /**
   * Many files are one slice in several transfer syntaxes, of which a server keeps one, and some don't
   * say of which study they are. The pixels stay as they are.
   */
  private byte[] withUidsOfItsOwn(Sample sample) {
    copies++;
    var text = new String(RealDicom.bytes(sample.file()), StandardCharsets.ISO_8859_1);
    var series = sample.facts().path("seriesUID").asText("");
    var renamed = series.isEmpty()
        ? text.replace(SAMPLES_PER_PIXEL, studyAndSeries() + SAMPLES_PER_PIXEL)
        : text.replace(series, freshUid(2, series.length()));
    var instances = INSTANCE_UID.matcher(text).results().map(found -> found.group(1));
    for (var uid : instances.distinct().toList())
      renamed = renamed.replace(uid, freshUid(3, uid.length()));
    return renamed.getBytes(StandardCharsets.ISO_8859_1);
  }

  private String studyAndSeries() {
    return uid("\r", freshUid(1, UID_LENGTH)) + uid("\16", freshUid(2, UID_LENGTH));
  }

  /** An element (0020,00xx) in explicit VR little endian. */
  private static String uid(String element, String uid) {
    return " \0" + element + "\0UI" + (char) uid.length() + "\0" + uid;
  }

  private String freshUid(int kind, int length) {
    var start = "2.25." + kind;
    return start + String.format("%0" + (length - start.length()) + "d", copies);
  }

  private List<Place> placesOf(String address, Map<String, Sample> instances) {
    var caseId = address.substring(address.lastIndexOf('/') + 1);
    var manifest = radcase.get(address + "/dicom").json().path("series");
    var order = new ArrayList<String>();
    manifest.forEach(series -> order.add(series.path("uid").asText()));
    var places = new ArrayList<Place>();
    for (var series : manifest) {
      var slice = 0;
      for (var frame : series.path("frames")) {
        slice++;
        var sample = instances.get(frame.path("instance").asText());
        var number = frame.path("frame").asInt();
        if (number > 1 && number < sample.facts().path("frames").asInt()) continue;
        var uid = series.path("uid").asText();
        places.add(new Place(sample, caseId, uid, order, slice, number, imageOf(series, frame)));
      }
    }
    return places;
  }

  /** What the series says of its frames, and what is not so of this one. */
  private static JsonNode imageOf(JsonNode series, JsonNode frame) {
    var image = (ObjectNode) series.path("image").deepCopy();
    frame.path("image").properties().forEach(own -> image.set(own.getKey(), own.getValue()));
    return image;
  }
}
