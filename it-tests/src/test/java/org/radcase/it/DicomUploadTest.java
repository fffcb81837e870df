package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.radcase.it.server.AtHand;

@ExtendWith(AtHand.class)
class DicomUploadTest {
  private static List<DicomFile> series(int count) {
    var study = DicomFile.freshUid();
    var series = DicomFile.freshUid();
    return IntStream.range(0, count)
        .mapToObj(i -> new DicomFile()
            .uid(DicomFile.STUDY_INSTANCE_UID, study)
            .uid(DicomFile.SERIES_INSTANCE_UID, series)
            .text(DicomFile.INSTANCE_NUMBER, "IS", Integer.toString(i + 1))
            .text(DicomFile.IMAGE_POSITION, "DS", "0\\0\\" + i * 2.5))
        .toList();
  }

  private static Multipart upload(List<DicomFile> files) {
    var body = new Multipart();
    for (var i = 0; i < files.size(); i++) body.file("slice-" + i, files.get(i).bytes());
    return body;
  }

  private static List<String> verdicts(Answer answer) {
    var verdicts = new ArrayList<String>();
    answer
        .json()
        .path("files")
        .forEach(file -> verdicts.add(file.path("verdict").asText()));
    return verdicts;
  }

  private static JsonNode onlySeries(RadCase radcase, String address) {
    var manifest = radcase.get(address + "/dicom");
    assertThat(manifest.status()).as(manifest.toString()).isEqualTo(200);
    assertThat(manifest.json().path("series")).hasSize(1);
    return manifest.json().path("series").get(0);
  }

  @Test
  void each_file_gets_a_verdict_and_the_case_shows_its_images(RadCase radcase) {
    var address = Given.addressOf(Given.aCase(radcase));

    var answer = radcase.post(
        address + "/dicom", upload(series(3)).file("notes.txt", "not DICOM".getBytes()));

    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(verdicts(answer)).containsExactly("stored", "stored", "stored", "refused");
    assertThat(answer.json().path("files").get(3).path("code").asText())
        .isEqualTo("dicom.not-part10");
    assertThat(answer.json().path("case").path("imageCount").asInt()).isEqualTo(3);
    var teachingCase = radcase.get(address).json();
    assertThat(teachingCase.path("imageCount").asInt()).isEqualTo(3);
    assertThat(teachingCase.path("revision").asInt())
        .isEqualTo(answer.json().path("case").path("revision").asInt());
    var thumbnail = radcase.get(teachingCase.path("thumbnail").asText());
    assertThat(thumbnail.status()).as(thumbnail.toString()).isEqualTo(200);
    assertThat(thumbnail.mediaType()).isEqualTo("image/jpeg");
  }

  @Test
  void slices_stand_along_the_normal_whatever_order_they_came_in(RadCase radcase) {
    var address = Given.addressOf(Given.aCase(radcase));
    var shuffled = new ArrayList<>(series(12));
    Collections.shuffle(shuffled, new Random(4));
    radcase.post(address + "/dicom", upload(shuffled));

    var frames = onlySeries(radcase, address).path("frames");

    assertThat(frames).hasSize(12);
    for (var i = 0; i < 12; i++) {
      assertThat(frames.get(i).path("position").get(2).asDouble()).isEqualTo(i * 2.5);
    }
  }

  @Test
  void the_same_files_again_are_duplicates(RadCase radcase) {
    var address = Given.addressOf(Given.aCase(radcase));
    var files = series(2);
    radcase.post(address + "/dicom", upload(files));

    var again = radcase.post(address + "/dicom", upload(files));

    assertThat(again.status()).isEqualTo(200);
    assertThat(verdicts(again)).containsExactly("duplicate", "duplicate");
    assertThat(radcase.get(address).json().path("imageCount").asInt()).isEqualTo(2);
  }

  @Test
  void a_study_on_a_second_case_is_shown_in_both(RadCase radcase) {
    var first = Given.addressOf(Given.aCase(radcase));
    var second = Given.addressOf(Given.aCase(radcase));
    var files = series(2);
    radcase.post(first + "/dicom", upload(files));

    radcase.post(second + "/dicom", upload(files));
    radcase.delete(first, "If-Match", "*");

    var href = onlySeries(radcase, second).path("frames").get(0).path("href").asText();
    assertThat(radcase.get(href).status()).isEqualTo(200);
  }

  @Test
  void the_bytes_come_back_as_they_went_in_and_may_be_kept_for_ever(RadCase radcase) {
    var address = Given.addressOf(Given.aCase(radcase));
    var samples = new byte[16 * 16 * 2];
    new Random(7).nextBytes(samples);
    for (var i = 1; i < samples.length; i += 2) samples[i] &= 0x0f;
    var file = new DicomFile().pixels(samples);
    radcase.post(address + "/dicom", upload(List.of(file)));

    var whole = radcase.get(address + "/instances/" + file.instanceUid());
    var frame = radcase.get(
        onlySeries(radcase, address).path("frames").get(0).path("href").asText());

    assertThat(whole.bytes()).isEqualTo(file.bytes());
    assertThat(whole.mediaType()).isEqualTo("application/dicom");
    assertThat(whole.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"" + file.instanceUid() + ".dcm\"");
    assertThat(frame.bytes()).isEqualTo(samples);
    assertThat(frame.header("Content-Type"))
        .isEqualTo("application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1");
    assertThat(frame.header("Cache-Control")).isEqualTo("private, max-age=2592000, immutable");
    assertThat(frame.header("ETag")).startsWith("\"");
  }

  @Test
  void ranges_and_tags_of_bytes_work(RadCase radcase) {
    var address = Given.addressOf(Given.aCase(radcase));
    var file = new DicomFile();
    radcase.post(address + "/dicom", upload(List.of(file)));
    var bytes = file.bytes();
    var href = address + "/instances/" + file.instanceUid();
    var tag = radcase.get(href).header("ETag");

    var part = radcase.get(href, "Range", "bytes=128-131");
    var end = radcase.get(href, "Range", "bytes=-4");
    var beyond = radcase.get(href, "Range", "bytes=" + bytes.length + "-");
    var known = radcase.get(href, "If-None-Match", tag);

    assertThat(part.status()).isEqualTo(206);
    assertThat(part.text()).isEqualTo("DICM");
    assertThat(part.header("Content-Range")).isEqualTo("bytes 128-131/" + bytes.length);
    assertThat(end.bytes()).isEqualTo(Arrays.copyOfRange(bytes, bytes.length - 4, bytes.length));
    Expect.problem(beyond, 416, "range.not-satisfiable");
    assertThat(known.status()).isEqualTo(304);
    assertThat(radcase.get(href, "Range", "bytes=0-1", "If-Range", "\"other\"").status())
        .isEqualTo(200);
  }

  @Test
  void a_zip_is_opened_by_its_content(RadCase radcase) throws IOException {
    var address = Given.addressOf(Given.aCase(radcase));
    var zip = new ByteArrayOutputStream();
    try (var entries = new ZipOutputStream(zip)) {
      for (var file : series(3)) {
        entries.putNextEntry(new ZipEntry("STUDY/SERIES/" + file.instanceUid()));
        entries.write(file.bytes());
      }
    }

    var answer =
        radcase.post(address + "/dicom", new Multipart().file("study.dcm", zip.toByteArray()));

    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(verdicts(answer)).containsExactly("stored", "stored", "stored");
    assertThat(answer.json().path("files").get(0).path("name").asText())
        .startsWith("STUDY/SERIES/");
  }

  @Test
  void two_uploads_of_one_study_at_once_store_it_once(RadCase radcase)
      throws InterruptedException, ExecutionException {
    var address = Given.addressOf(Given.aCase(radcase));
    var files = series(10);
    var people = Executors.newFixedThreadPool(2);
    try {
      var one = people.submit(() -> radcase.post(address + "/dicom", upload(files)));
      var other = people.submit(() -> radcase.post(address + "/dicom", upload(files)));

      var verdicts = new ArrayList<>(verdicts(one.get()));
      verdicts.addAll(verdicts(other.get()));
      assertThat(verdicts).hasSize(20).containsOnly("stored", "duplicate");
      assertThat(Collections.frequency(verdicts, "stored")).isEqualTo(10);
      assertThat(radcase.get(address).json().path("imageCount").asInt()).isEqualTo(10);
    } finally {
      people.shutdown();
    }
  }

  @Test
  void a_series_can_be_taken_off_the_case(RadCase radcase) {
    var address = Given.addressOf(Given.aCase(radcase));
    radcase.post(address + "/dicom", upload(series(2)));
    var uid = onlySeries(radcase, address).path("uid").asText();

    var taken = radcase.delete(address + "/series/" + uid);

    assertThat(taken.status()).as(taken.toString()).isEqualTo(204);
    assertThat(radcase.get(address + "/dicom").json().path("series")).isEmpty();
    assertThat(radcase.get(address).json().path("imageCount").asInt()).isZero();
    assertThat(radcase.delete(address + "/series/" + uid).status()).isEqualTo(404);
  }

  @Test
  void a_complete_case_can_be_published(RadCase radcase) {
    var fields = Given.json().put("presentation", "Flank pain").put("diagnosis", "Stone");
    var address = Given.addressOf(Given.aCase(radcase, fields));
    radcase.post(address + "/dicom", upload(series(1)));

    var published = radcase.patch(address, "{\"status\": \"published\"}", "If-Match", "*");

    assertThat(published.status()).as(published.toString()).isEqualTo(200);
    assertThat(published.json().path("publishedAt").asText()).endsWith("Z");
  }

  @Test
  void a_real_CT_series_is_taken_and_lies_in_order(RadCase radcase) {
    var files = RealDicom.files("ct-series-philips/S2010", "I*");
    var address = Given.addressOf(Given.aCase(radcase));

    var answer = radcase.post(address + "/dicom", RealDicom.upload(files));

    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(verdicts(answer)).hasSameSizeAs(files).containsOnly("stored");
    var frames = onlySeries(radcase, address).path("frames");
    assertThat(frames).hasSameSizeAs(files);
    var last = Double.NEGATIVE_INFINITY;
    for (var frame : frames) {
      assertThat(frame.path("position").get(2).asDouble()).isGreaterThan(last);
      last = frame.path("position").get(2).asDouble();
    }
    assertThat(radcase.get(frames.get(0).path("href").asText()).bytes()).hasSize(512 * 512 * 2);
    assertThat(radcase.get(frames.get(0).path("rendered").asText()).mediaType())
        .isEqualTo("image/jpeg");
  }

  @Test
  void a_folder_of_hard_files_never_breaks_the_server(RadCase radcase) {
    var address = Given.addressOf(Given.aCase(radcase));
    var files = new ArrayList<Path>(RealDicom.files("pydicom/test_files", "*.*"));
    files.removeIf(file -> !file.toFile().isFile());

    var answer = radcase.post(address + "/dicom", RealDicom.upload(files));

    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(verdicts(answer))
        .hasSizeGreaterThanOrEqualTo(files.size())
        .contains("stored", "refused");
    for (var file : answer.json().path("files")) {
      if (file.path("verdict").asText().equals("refused")) {
        assertThat(file.path("code").asText()).as(file.toString()).startsWith("dicom.");
      }
    }
    for (var series : radcase.get(address + "/dicom").json().path("series")) {
      var href = series.path("frames").get(0).path("href").asText();
      assertThat(radcase.get(href).status()).as(href).isEqualTo(200);
    }
  }
}
