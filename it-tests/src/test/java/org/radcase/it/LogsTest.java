package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.radcase.it.server.TomcatServer;

/** What is left in the log of a day's work. */
@Tag("own-server")
class LogsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PATIENT = "Quirrelmeister";
  private static final String WRONG_PASSWORD = "a password by mistake 77";
  private static final String SEARCHED = "Whippleford";
  private static final String SEARCH = "the-slow-search";
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  @Test
  void lines_are_objects_that_name_their_request_and_have_no_secret_and_no_patient() {
    List<String> secrets;
    Path logs;
    // Every request is slow here, so that each has a line.
    try (var server = TomcatServer.onSqlite(Map.of(
        "RADCASE_LOG_FORMAT", "json",
        "RADCASE_LOG_SLOW_MILLIS", "1",
        "RADCASE_TRUSTED_PROXIES", "127.0.0.1,::1",
        "RADCASE_ACCEPT_IDENTIFIED", "true"))) {
      secrets = workOf(server.radcase());
      logs = server.base().resolve("logs");
    }

    assertThat(textOf(logs, "")).doesNotContain(secrets.toArray(String[]::new));
    var ours = textOf(logs, "radcase.")
        .lines()
        .map(LogsTest::parsed)
        .filter(line -> line.path("request_id").asText().equals(SEARCH))
        .toList();
    assertThat(ours).isNotEmpty().allSatisfy(line -> {
      assertThat(line.path("trace_id").asText()).isEqualTo(TRACE);
      assertThat(line.path("span_id").asText()).matches("[0-9a-f]{16}");
      assertThat(line.path("thread").asText()).isNotEmpty();
      assertThat(line.path("time").asText()).endsWith("Z");
    });
    assertThat(ours).anySatisfy(line -> assertThat(line.path("message").asText())
        .matches("Slow: GET /api/cases -> 200 in \\d+ ms: database \\d+ ms"
            + " \\([1-9]\\d* statements\\), cache \\d+ ms, client \\d+ ms, else \\d+ ms;"
            + " person [0-9a-f-]{36}"));
    // The access log has the same request, without what was searched for.
    assertThat(textOf(logs, "access."))
        .containsPattern("\"GET /api/cases HTTP/1.1\" 200 \\d+ \\d+ " + SEARCH);
  }

  /** Returns what nobody may find afterwards. */
  private static List<String> workOf(RadCase radcase) {
    var educator = radcase.as("educator");
    People.tryToSignIn(radcase.asStranger(), "educator", WRONG_PASSWORD);
    var token = educator
        .postJson(
            "api/auth/tokens", "{\"name\": \"t\", \"scopes\": [\"read\"], \"expiresInDays\": 1}")
        .json()
        .path("token")
        .asText();
    assertThat(token).startsWith("rct_");
    var bearer = new String[] {"Authorization", "Bearer " + token};
    assertThat(educator.asStranger().get("api/cases", bearer).status()).isEqualTo(200);
    educator.asStranger().get("api/cases?access_token=" + token);
    var address = Given.addressOf(
        Given.aCase(educator, Given.json().put("presentation", "Of " + PATIENT + ", woman, 58")));
    var named = new DicomFile().text(0x00100010, "PN", PATIENT + "^Anna");
    educator.post(
        address + "/dicom",
        new Multipart()
            .file(PATIENT + ".dcm", named.bytes())
            .file(PATIENT + ".txt", PATIENT.getBytes(StandardCharsets.UTF_8)));
    educator.get(address);
    educator.patch(
        address, "{\"findings\": \"" + PATIENT + "\", \"nonsense\": 1}", "If-Match", "*");
    educator.postJson("api/cases", "{\"presentation\": \"" + PATIENT);
    var traceparent = "00-" + TRACE + "-00f067aa0ba902b7-01";
    var found =
        educator.get("api/cases?q=" + SEARCHED, "X-Request-Id", SEARCH, "traceparent", traceparent);
    assertThat(found.status()).isEqualTo(200);
    educator.get("api/cases/" + PATIENT + "?page=" + SEARCHED);
    var session = educator.cookie().substring(educator.cookie().indexOf('=') + 1);
    return List.of(
        People.PASSWORD, WRONG_PASSWORD, token, session, PATIENT + "^", "Of " + PATIENT, SEARCHED);
  }

  private static JsonNode parsed(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException("No JSON: " + line, e);
    }
  }

  private static String textOf(Path folder, String prefix) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(it -> it.getFileName().toString().startsWith(prefix))
          .map(LogsTest::read)
          .collect(Collectors.joining());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
