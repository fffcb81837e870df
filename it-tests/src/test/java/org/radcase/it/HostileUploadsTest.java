package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.it.server.AtHand;

/** Each bad file gets a clear code, and leaves nothing behind. */
@ExtendWith(AtHand.class)
class HostileUploadsTest {
  private static String aCase(RadCase radcase) {
    return Given.addressOf(Given.aCase(radcase));
  }

  private static Answer upload(RadCase radcase, String address, String name, byte[] content) {
    return radcase.post(address + "/dicom", new Multipart().file(name, content));
  }

  /** Every file was refused for this reason, and the case is as it was. */
  private static void refused(RadCase radcase, String address, Answer answer, String code) {
    Expect.problem(answer, 422, "upload.all-refused");
    for (var file : answer.json().path("files")) {
      assertThat(file.path("verdict").asText()).isEqualTo("refused");
      assertThat(file.path("code").asText()).as(answer.toString()).isEqualTo(code);
      assertThat(file.path("detail").asText()).isNotBlank();
    }
    assertThat(answer.json().path("files")).isNotEmpty();
    assertThat(radcase.get(address).json().path("imageCount").asInt()).isZero();
    assertThat(radcase.get(address + "/dicom").json().path("series")).isEmpty();
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return bytes.toByteArray();
  }

  @Test
  void a_body_that_does_not_say_what_it_is_is_refused(RadCase radcase) {
    var answer = RawHttp.to(radcase)
        .send(
            "POST",
            "/" + aCase(radcase) + "/dicom",
            "Cookie: " + radcase.cookie(),
            "Content-Length: 0");

    assertThat(answer.status()).as(answer.text()).isEqualTo(415);
    assertThat(answer.text()).contains("media-type.unsupported");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "This is a text.", "<html></html>", "MZ\u0090", "%PDF-1.7"})
  void what_is_no_DICOM_is_refused_whatever_its_name(String content, RadCase radcase) {
    var address = aCase(radcase);

    refused(
        radcase,
        address,
        upload(radcase, address, "ct.dcm", content.getBytes(StandardCharsets.UTF_8)),
        "dicom.not-part10");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 511, 520, 600})
  void a_file_that_ends_too_early_is_refused(int missing, RadCase radcase) {
    var whole = new DicomFile().bytes();
    var address = aCase(radcase);

    var answer = upload(radcase, address, "cut.dcm", Arrays.copyOf(whole, whole.length - missing));

    var code = answer.json().path("files").path(0).path("code").asText();
    assertThat(code).isIn("dicom.truncated", "dicom.no-pixel-data", "dicom.malformed");
    refused(radcase, address, answer, code);
  }

  @Test
  void pixel_data_shorter_than_the_image_is_refused(RadCase radcase) {
    var address = aCase(radcase);

    refused(
        radcase,
        address,
        upload(
            radcase, address, "short.dcm", new DicomFile().pixels(new byte[100]).bytes()),
        "dicom.truncated");
  }

  @Test
  void a_length_that_lies_is_refused(RadCase radcase) {
    var file = new DicomFile().claiming(DicomFile.PIXEL_DATA, "OW", new byte[512], 0x7FFFFFFE);
    var address = aCase(radcase);

    refused(
        radcase,
        address,
        upload(radcase, address, "evillength.dcm", file.bytes()),
        "dicom.truncated");
  }

  @Test
  void an_object_without_pixels_is_refused(RadCase radcase) {
    var address = aCase(radcase);

    var answer = upload(
        radcase,
        address,
        "report.dcm",
        new DicomFile().without(DicomFile.PIXEL_DATA).bytes());

    refused(radcase, address, answer, "dicom.no-pixel-data");
  }

  @Test
  void the_same_UIDs_with_other_bytes_are_a_conflict(RadCase radcase) {
    var file = new DicomFile();
    var first = aCase(radcase);
    upload(radcase, first, "a.dcm", file.bytes());
    var second = aCase(radcase);

    var answer = upload(
        radcase,
        second,
        "b.dcm",
        file.text(DicomFile.INSTANCE_NUMBER, "IS", "77").bytes());

    refused(radcase, second, answer, "dicom.conflict");
    assertThat(radcase.get(first).json().path("imageCount").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../etc/cron.d/evil",
        "/etc/passwd",
        "a/../../b",
        "..\\..\\evil.dll",
        "C:\\evil.dcm"
      })
  void a_name_in_a_zip_that_leads_out_of_its_folder_is_refused(String name, RadCase radcase)
      throws IOException {
    var address = aCase(radcase);

    var answer = upload(radcase, address, "study.zip", zip(name, new DicomFile().bytes()));

    refused(radcase, address, answer, "zip.unsafe-name");
  }

  @Test
  void a_zip_bomb_is_noticed_before_it_has_gone_off(RadCase radcase) throws IOException {
    var bomb = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bomb)) {
      zip.putNextEntry(new ZipEntry("ct.dcm"));
      var start = new DicomFile().without(DicomFile.PIXEL_DATA).bytes();
      zip.write(start);
      var zeros = new byte[1 << 20];
      for (var i = 0; i < 512; i++) zip.write(zeros);
    }
    var address = aCase(radcase);

    refused(radcase, address, upload(radcase, address, "bomb.zip", bomb.toByteArray()), "zip.bomb");
  }

  @Test
  void a_damaged_zip_is_refused(RadCase radcase) throws IOException {
    var zip = zip("ct.dcm", new DicomFile().bytes());
    var address = aCase(radcase);

    var answer = upload(radcase, address, "cut.zip", Arrays.copyOf(zip, zip.length / 2));

    refused(radcase, address, answer, "zip.unreadable");
  }

  @Test
  void an_upload_without_files_says_so(RadCase radcase) {
    Expect.problem(radcase.post(aCase(radcase) + "/dicom", new Multipart()), 400, "upload.empty");
  }

  @Test
  void an_upload_that_is_no_multipart_is_415(RadCase radcase) {
    var answer = radcase.send("POST", aCase(radcase) + "/dicom", "application/dicom", "DICM");

    Expect.problem(answer, 415, "media-type.unsupported");
  }

  /** A parameter without a value is no media type at all: the fault lies before the upload. */
  @ParameterizedTest
  @CsvSource({
    "multipart/form-data, upload.malformed",
    "multipart/form-data; boundary=, request.malformed",
    "multipart/form-data; boundary=other, upload.empty"
  })
  void a_multipart_without_its_boundary_is_malformed(String type, String code, RadCase radcase) {
    var answer =
        radcase.send("POST", aCase(radcase) + "/dicom", type, "--b\r\n\r\nnothing\r\n--b--\r\n");

    Expect.problem(answer, 400, code);
  }

  @Test
  void an_upload_to_a_case_that_is_not_there_is_404(RadCase radcase) {
    var answer = upload(
        radcase,
        "api/cases/0197a5b0-0000-7000-8000-000000000000",
        "ct.dcm",
        new DicomFile().bytes());

    Expect.problem(answer, 404, "case.not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.2.3", "not-a-uid", "1..2", "..%2F..%2Fradcase.db"})
  void an_instance_that_the_case_does_not_show_is_404(String uid, RadCase radcase) {
    var answer = radcase.get(aCase(radcase) + "/instances/" + uid);

    if (answer.status() == 400) assertThat(answer.text()).doesNotContain("Exception", "\tat ");
    else Expect.problem(answer, 404, answer.json().path("code").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "2", "-1", "x", "99999999999"})
  void a_frame_that_is_not_there_is_404_or_400(String frame, RadCase radcase) {
    var address = aCase(radcase);
    var file = new DicomFile();
    upload(radcase, address, "ct.dcm", file.bytes());

    var answer = radcase.get(address + "/instances/" + file.instanceUid() + "/frames/" + frame);

    assertThat(answer.status()).as(answer.toString()).isIn(400, 404);
    Expect.problem(answer, answer.status(), answer.json().path("code").asText());
  }

  @Test
  void another_cases_instance_is_not_shown_by_this_one(RadCase radcase) {
    var file = new DicomFile();
    upload(radcase, aCase(radcase), "ct.dcm", file.bytes());

    Expect.problem(
        radcase.get(aCase(radcase) + "/instances/" + file.instanceUid()),
        404,
        "instance.not-found");
  }

  @Test
  void an_upload_that_breaks_off_keeps_what_was_complete_and_nothing_else(RadCase radcase)
      throws IOException {
    var address = aCase(radcase);
    var second = new DicomFile();
    var body = new ByteArrayOutputStream();
    part(body, "whole.dcm", new DicomFile().bytes());
    part(body, "half.dcm", Arrays.copyOf(second.bytes(), 700));

    try (var socket = new Socket(radcase.base().getHost(), radcase.base().getPort())) {
      var head = "POST /" + address
          + "/dicom HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=b\r\n"
          + "Content-Length: 1000000\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      new ByteArrayInputStream(body.toByteArray(), 0, body.size() - 2)
          .transferTo(socket.getOutputStream());
      socket.getOutputStream().flush();
    }

    assertThat(radcase.get(address).json().path("imageCount").asInt()).isBetween(0, 1);
    Expect.problem(
        radcase.get(address + "/instances/" + second.instanceUid()), 404, "instance.not-found");
    assertThat(upload(radcase, address, "half.dcm", second.bytes()).status()).isEqualTo(200);
  }

  private static void part(ByteArrayOutputStream body, String name, byte[] content) {
    var head =
        "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name + "\"\r\n\r\n";
    body.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(StandardCharsets.ISO_8859_1));
  }
}
