package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.it.server.AtHand;

@ExtendWith(AtHand.class)
class ProblemsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"api", "api/", "api/nothing-here", "api/cases/x/y/z", "api/%00", "api/cases%2Fx"})
  void an_unknown_path_of_the_API_is_a_problem_404(String address, RadCase radcase) {
    var answer = radcase.get(address);

    // What a server refuses before RadCase sees it is 400, and bare.
    if (answer.status() == 400) assertThat(answer.text()).doesNotContain("Exception", "\tat ");
    else Expect.problem(answer, 404, answer.json().path("code").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
  void a_method_that_the_address_does_not_take_is_405_and_says_which_it_does(
      String method, RadCase radcase) {
    // Payara itself refuses a DELETE with a body.
    var type = method.equals("DELETE") ? "" : "application/json";

    var answer = radcase.send(method, "api/cases", type, "{}");

    Expect.problem(answer, 405, "method.not-allowed");
    assertThat(answer.header("Allow")).contains("GET", "POST");
  }

  @Test
  void a_type_that_nobody_can_write_is_406(RadCase radcase) {
    Expect.problem(
        radcase.get("api/cases", "Accept", "text/csv"), 406, "media-type.not-acceptable");
  }

  @Test
  void a_body_of_a_wrong_type_is_415(RadCase radcase) {
    Expect.problem(
        radcase.send("POST", "api/cases", "text/plain", "{}"), 415, "media-type.unsupported");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Accept: ;", "Accept: /", "Accept: a/b;q=x", "Content-Type: x"})
  void a_malformed_header_is_a_problem_too(String header, RadCase radcase) {
    var parts = header.split(": ", 2);

    var answer = radcase.get("api/cases", parts[0], parts[1]);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    Expect.problem(answer, answer.status(), answer.json().path("code").asText());
  }

  @Test
  void a_patch_of_the_wrong_type_is_415(RadCase radcase) {
    var address = Given.addressOf(Given.aCase(radcase));

    Expect.problem(
        radcase.send("PATCH", address, "application/json", "{}", "If-Match", "\"1\""),
        415,
        "media-type.unsupported");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"title\": }",
        "{} {}",
        "nonsense",
        "{\"title\": \"a\", \"title\": \"b\"}",
        "{\"title\": NaN}",
        "\u0000"
      })
  void what_is_no_JSON_is_400(String body, RadCase radcase) {
    Expect.problem(radcase.postJson("api/cases", body), 400, "json.malformed");
  }

  @Test
  void JSON_nested_without_end_is_refused(RadCase radcase) {
    var deep = "{\"tags\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}";

    Expect.problem(radcase.postJson("api/cases", deep), 400, "json.malformed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "3", "\"text\"", "true"})
  void JSON_that_is_no_object_is_refused(String body, RadCase radcase) {
    var answer = radcase.postJson("api/cases", body);

    assertThat(answer.status()).as(answer.toString()).isBetween(400, 422);
    Expect.problem(answer, answer.status(), answer.json().path("code").asText());
  }

  @Test
  void an_endless_JSON_body_is_413(RadCase radcase) {
    var answer = radcase.postJson("api/cases", "{\"findings\": \"" + "x".repeat(6_000_000) + "\"}");

    assertThat(answer.status()).as(answer.toString()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0197a5b0-0000-7000-8000-000000000000",
        "1",
        "x",
        "..%2F..%2Fetc%2Fpasswd",
        "%27%20OR%201=1",
        "0197A5B0"
      })
  void a_case_that_is_not_there_is_404_whatever_its_id_looks_like(String id, RadCase radcase) {
    var answer = radcase.get("api/cases/" + id);

    if (answer.status() == 400) assertThat(answer.text()).doesNotContain("Exception", "\tat ");
    else Expect.problem(answer, 404, answer.json().path("code").asText());
  }

  @Test
  void an_unknown_page_is_a_page_that_says_so(RadCase radcase) {
    var answer = radcase.get("no-such-page", "Accept", "text/html");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.mediaType()).isEqualTo("text/html");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /\u0001 HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "NONSENSE\r\n\r\n",
        "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nHo st: x\r\n\r\n"
      })
  void what_the_server_refuses_before_RadCase_names_no_version(String request, RadCase radcase)
      throws IOException {
    try (var socket = new Socket(radcase.base().getHost(), radcase.base().getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();

      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);

      assertThat(answer)
          .doesNotContain("Exception", "\tat ", "Apache Tomcat/")
          .doesNotContainPattern("(?i)payara[^<]*\\d+\\.\\d+")
          .doesNotContainPattern("(?im)^server:");
    }
  }
}
