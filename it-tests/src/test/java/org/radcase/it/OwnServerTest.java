package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcase.it.server.Deadline;
import org.radcase.it.server.TomcatServer;

/** What depends on how the server is set up, or on its end. */
@Tag("own-server")
class OwnServerTest {
  private static Answer upload(RadCase radcase, String address, DicomFile file) {
    return radcase.post(address + "/dicom", new Multipart().file("ct.dcm", file.bytes()));
  }

  private static String refusal(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    return answer.json().path("files").path(0).path("code").asText();
  }

  @Test
  void without_further_settings_only_deidentified_files_come_in_and_uploads_have_an_end()
      throws IOException {
    try (var server = TomcatServer.onSqlite(Map.of("RADCASE_UPLOAD_MAX_BYTES", "100000"))) {
      var radcase = server.radcase().as("educator");
      assertThat(radcase.get("api/cases").json().path("data")).isEmpty();
      var address = Given.addressOf(Given.aCase(radcase));

      assertThat(refusal(upload(
              radcase, address, new DicomFile().without(DicomFile.PATIENT_IDENTITY_REMOVED))))
          .isEqualTo("dicom.not-deidentified");
      assertThat(refusal(upload(
              radcase,
              address,
              new DicomFile().text(DicomFile.PATIENT_IDENTITY_REMOVED, "CS", "NO"))))
          .isEqualTo("dicom.not-deidentified");
      assertThat(refusal(upload(
              radcase,
              address,
              new DicomFile()
                  .text(DicomFile.MODALITY, "CS", "US")
                  .without(DicomFile.BURNED_IN_ANNOTATION))))
          .isEqualTo("dicom.burned-in");
      assertThat(upload(radcase, address, new DicomFile()).status()).isEqualTo(200);

      var announced = new Multipart().file("big.dcm", new byte[200_000]);
      Expect.problem(
          radcase.send(radcase
              .request(address + "/dicom")
              .header("Content-Type", announced.contentType())
              .expectContinue(true)
              .POST(announced.publisher())
              .build()),
          413,
          "upload.too-large");
      assertThat(filesBelow(server.radcaseHome().resolve("spool"))).isEmpty();
    }
  }

  @Test
  void what_was_acknowledged_survives_the_end_of_the_process() throws IOException {
    var file = new DicomFile();
    String address;
    Path home;
    RadCase before;
    try (var server = TomcatServer.onSqlite(Map.of())) {
      var radcase = server.radcase().as("educator");
      before = radcase;
      address = Given.addressOf(Given.aCase(radcase));
      assertThat(upload(radcase, address, file).status()).isEqualTo(200);
      home = server.radcaseHome();
      server.kill();
    }

    try (var server = TomcatServer.onSqlite(Map.of("RADCASE_HOME", home.toString()))) {
      // Her session survived as well.
      var radcase = new RadCase(server.address(), before.people()).withCookie(before.cookie());

      assertThat(radcase.get(address).json().path("imageCount").asInt()).isEqualTo(1);
      assertThat(radcase.get(address + "/instances/" + file.instanceUid()).bytes())
          .isEqualTo(file.bytes());
      assertThat(filesBelow(home.resolve("spool"))).isEmpty();
    }
  }

  @Test
  void behind_a_proxy_that_speaks_TLS_cookies_are_of_this_host_and_of_TLS_alone() {
    try (var server = TomcatServer.onSqlite(Map.of("RADCASE_TRUSTED_PROXIES", "127.0.0.1,::1"))) {
      var educator = server.radcase().as("educator");
      var byTls = new String[] {"X-Forwarded-For", "127.0.0.1", "X-Forwarded-Proto", "https"};
      var body = Given.json().put("username", "educator").put("password", People.PASSWORD);

      var answer = educator.asStranger().postJson("api/auth/login", body.toString(), byTls);

      assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
      assertThat(answer.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
      assertThat(answer.headers("Set-Cookie")).hasSize(2).allSatisfy(cookie -> assertThat(cookie)
          .startsWith("__Host-radcase-")
          .containsPattern("(?i); *Path=/(;|$)")
          .containsPattern("(?i); *Secure(;|$)")
          .doesNotContainIgnoringCase("Domain="));
      var prefixed = educator.withCookie(People.cookie(answer));
      assertThat(prefixed.get("api/auth/me", byTls).status()).isEqualTo(200);
      Expect.problem(educator.get("api/auth/me", byTls), 401, "auth.required");
    }
  }

  @Test
  void the_demo_has_cases_for_every_start() {
    try (var server = TomcatServer.onSqlite(Map.of("RADCASE_DEMO", "true"))) {
      var radcase = server.radcase().as("educator");

      var filled = Deadline.ofSeconds(300)
          .until(() ->
              radcase.get("api/cases").json().path("pagination").path("total").asInt() >= 24);

      assertThat(filled).as(() -> radcase.get("api/cases").text()).isTrue();
    }
  }

  @Test
  void it_runs_on_PostgreSQL_as_well() throws IOException {
    try (var postgres = EmbeddedPostgres.builder().start();
        var server = TomcatServer.onPostgresql(Map.of(
            "RADCASE_DB_URL", "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres",
            "RADCASE_DB_USER", "postgres",
            "RADCASE_DB_PASSWORD", "postgres"))) {
      var radcase = server.radcase().as("educator");
      var address = Given.addressOf(Given.aCase(radcase));

      assertThat(upload(radcase, address, new DicomFile()).status()).isEqualTo(200);
      assertThat(radcase.get(address).json().path("imageCount").asInt()).isEqualTo(1);
      var operator = server.radcase().as("operator");
      assertThat(operator.get("api/admin/health").status()).isEqualTo(200);

      postgres.close();

      assertThat(radcase.get("health/ready").status()).isEqualTo(503);
      assertThat(radcase.get("health/live").status()).isEqualTo(200);
      var told = server.radcase().get("api/admin/health");
      assertThat(told.status()).isEqualTo(503);
      assertThat(told.text()).isEqualTo("{\"status\":\"DOWN\"}");
      var known = operator.get("api/admin/health");
      assertThat(known.status()).isEqualTo(503);
      assertThat(known.text()).contains("\"name\":\"database\"", "It does not answer");
      // What is kept still answers; nobody can have changed it.
      assertThat(radcase.get(address).status()).isEqualTo(200);
      Expect.problem(radcase.get("api/cases?q=unasked"), 503, "database.unavailable");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RADCASE_REACH,network,radcase.reach",
    "RADCASE_DEMO,perhaps,radcase.demo",
    "RADCASE_UPLOAD_MAX_BYTES,-1,radcase.upload.max-bytes",
    "RADCASE_HOME,/dev/null/radcase,radcase.home"
  })
  void a_wrong_setting_stops_the_start_with_one_line_that_names_it(
      String variable, String value, String key) {
    var output = TomcatServer.outputOfRefusedStart(Map.of(variable, value));

    assertThat(output
            .lines()
            .filter(line -> line.contains("RadCase did not start"))
            .findFirst())
        .hasValueSatisfying(line -> assertThat(line)
            .containsPattern("^\\d{4}-\\d\\d-\\d\\dT[0-9:.]{12}(Z|[+-]\\d\\d:\\d\\d) ")
            .contains(key, value));
  }

  private static String filesBelow(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(Path::toString)
          .collect(Collectors.joining(", "));
    }
  }
}
